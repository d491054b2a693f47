/** Where the signs of numbers decide nothing: what is analytic in them and holds for positive ones holds for all. */
import { constant } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";
import { partsOf } from "./facts";

/** Premises that only say what is positive, of sides and beside facts that are analytic. */
export const saysNothing = (
  said: readonly Fact[],
  sides: readonly Expr[],
  beside: readonly Fact[],
): boolean =>
  said.length > 0 &&
  said.every((fact) => fact.kind === "domain" && fact.domain === "positive") &&
  beside.every(({ kind }) => kind === "definition" || kind === "domain" || kind === "property") &&
  ![...sides, ...beside.flatMap(partsOf)].some((part) => some(part, mayBranch));

/** Whatever is not known to be analytic: roots, kinks, integrals and what normalises states. */
function mayBranch(node: Expr): boolean {
  switch (node.kind) {
    case "num":
    case "constant":
    case "labelled":
    case "tensor":
    case "sum":
    case "product":
    case "quotient":
    case "call":
    case "primed":
    case "derivative":
    case "slash":
    case "dot":
    case "cross":
    case "bracket":
    case "involution":
    case "trace":
    case "matrix":
      return false;
    case "symbol":
      return node.type === "spinor";
    case "power":
      return !(
        node.base === constant("e") ||
        (node.exponent.kind === "num" && node.exponent.denominator === 1n)
      );
    case "function":
      return !/^(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|coth|sech|csch|exp|det)$/.test(node.name);
    default:
      return true;
  }
}
