/** What can be said in operator words, and what only they can say. */
import type { Expr } from "../../expr/node";
import { isGrassmann } from "./isLetter";

type Test = (expr: Expr) => boolean;

export function isExpressible(node: Expr, holds: Test): boolean {
  switch (node.kind) {
    case "derivative":
    case "primed":
      return false;
    case "trace":
    case "tensor-product":
    case "bar":
    case "limit":
    case "wedge":
    case "opaque":
    case "matrix":
      return !holds(node);
    case "call":
      return !node.args.some(holds);
    case "ordered":
      return node.sort !== "path";
    default:
      return true;
  }
}

/** Orderings, Grassmann numbers, averages of operators, sums over modes. */
export const needsWords = (node: Expr, holds: Test, acts: Test): boolean =>
  (node.kind === "expectation" && !node.state && acts(node.operand)) ||
  (node.kind === "ordered" && node.sort !== "path") ||
  (node.kind === "symbol" && isGrassmann(node)) ||
  (node.kind === "integral" && acts(node.integrand)) ||
  (node.kind === "series" && !node.lower && !node.upper && !node.values && holds(node.body));

const expanded: ReadonlySet<string> = new Set(["exp", "cos", "sin", "cosh", "sinh"]);

/** Exponents and arguments of functions that are operators. */
export function exponentsIn(node: Expr, holds: Test): readonly Expr[] {
  if (node.kind === "power" && node.base.kind === "constant" && node.base.name === "e")
    return holds(node.exponent) ? [node.exponent] : [];
  return node.kind === "function" && expanded.has(node.name) ? node.args.filter(holds) : [];
}
