/** Formulas that are numbers as they stand: no operators, states, waves, δ-functions, nor sums and integrals over labels. */
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";
import type { Context } from "./context";

export const isPlain = (context: Context, expr: Expr): boolean =>
  !context.holds(expr) && !some(expr, isStructure);

const isStructure = (node: Expr): boolean => {
  switch (node.kind) {
    case "integral":
    case "series":
    case "derivative":
    case "ket":
    case "bra":
    case "expectation":
    case "ordered":
      return true;
    case "power":
      return node.base.kind === "constant" && node.base.name === "e";
    case "function":
      return node.name === "δ" || node.name === "exp";
    case "labelled":
      return node.head.name === "δ";
    default:
      return false;
  }
};
