/** Numbers drawn together, powers merged, zeros and ones dropped: what every line takes for granted. */
import { num, product, sum } from "../expr/build";
import type { Expr } from "../expr/node";
import { isZero } from "../expr/questions";
import { children, mapChildren } from "../expr/walk";
import { rationalOf } from "./rational";
import { fromTerm, termOf } from "./term";

const known = new WeakMap<Expr, Expr>();

export function tidy(node: Expr): Expr {
  const before = known.get(node);
  if (before) return before;
  const result = settle(withParts(node, tidy));
  known.set(node, result);
  known.set(result, result);
  return result;
}

/** A node with its parts changed; most are not. */
export const withParts = (node: Expr, change: (part: Expr) => Expr): Expr =>
  children(node).every((part) => change(part) === part) ? node : mapChildren(node, change);

function settle(node: Expr): Expr {
  switch (node.kind) {
    case "sum": {
      const value = rationalOf(node);
      if (value) return value;
      const terms = sum(...node.terms);
      return terms.kind === "sum" ? sum(...terms.terms.filter((term) => !isZero(term))) : terms;
    }
    case "product":
    case "quotient":
    case "power":
      return fromTerm(termOf(node));
    default:
      return vanishes(node) ? num(0) : node;
  }
}

/** What is linear vanishes with what it acts on. */
function vanishes(node: Expr): boolean {
  switch (node.kind) {
    case "bracket":
      if (node.left === node.right && node.sort !== "anticommutator") return true;
      return isZero(node.left) || isZero(node.right);
    case "dot":
    case "cross":
      return isZero(node.left) || isZero(node.right);
    case "trace":
    case "expectation":
      return isZero(node.operand);
    case "slash":
      return isZero(node.vector);
    case "derivative":
      return node.operand !== undefined && rationalOf(node.operand) !== undefined;
    case "integral":
      return isZero(node.integrand);
    case "series":
      return node.sort === "sum" && isZero(node.body);
    default:
      return false;
  }
}

/** A product with the factors from `start` to `end` replaced. */
export const spliced = (factors: readonly Expr[], start: number, end: number, by: Expr): Expr =>
  product(...factors.slice(0, start), by, ...factors.slice(end));
