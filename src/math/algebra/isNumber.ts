/** What commutes with everything: numbers in every representation. */
import type { Expr, Role } from "../expr/node";
import { children } from "../expr/walk";

const numberRoles: ReadonlySet<Role> = new Set<Role>([
  "metric",
  "delta",
  "epsilon",
  "structure",
  "symmetric-structure",
  "polarisation",
  "coordinate",
  "field-strength",
  "connection",
  "riemann",
  "ricci",
  "ricci-scalar",
  "einstein",
  "physical-constant",
]);

const known = new WeakMap<Expr, boolean>();

export function isNumber(node: Expr): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const found = decide(node);
  known.set(node, found);
  return found;
}

function decide(node: Expr): boolean {
  switch (node.kind) {
    case "symbol":
      return (
        !["matrix", "operator", "spinor", "state"].includes(node.type) &&
        node.grassmann !== true &&
        (node.role === undefined || numberRoles.has(node.role))
      );
    case "trace":
    case "expectation":
    case "num":
    case "constant":
    case "unit":
      return true;
    case "slash":
    case "ket":
    case "bra":
    case "matrix":
    case "tuple":
    case "opaque":
    case "hole":
    case "order":
    case "ordered":
    case "tensor-product":
    case "wedge":
      return false;
    case "bracket":
      return node.sort === "poisson" && children(node).every(isNumber);
    case "derivative":
      return node.operand !== undefined && isNumber(node.operand);
    default:
      return children(node).every(isNumber);
  }
}

/** A differential operator without operand: it acts on what stands behind it. */
export const isBare = (node: Expr): boolean =>
  node.kind === "derivative" && node.operand === undefined;
