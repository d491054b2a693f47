/** What commutes with everything: numbers in every representation. */

import type { Expr, Role } from "../expr/node";
import { isOfMatrices } from "../expr/ofMatrices";
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

/** What may stand where order counts, whatever its parts. */
export const neverNumbers: ReadonlySet<Expr["kind"]> = new Set<Expr["kind"]>([
  "slash",
  "ket",
  "bra",
  "matrix",
  "tuple",
  "opaque",
  "hole",
  "order",
  "ordered",
  "tensor-product",
  "wedge",
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
  if (neverNumbers.has(node.kind)) return false;
  switch (node.kind) {
    case "symbol":
      return (
        !["matrix", "operator", "spinor", "state"].includes(node.type) &&
        node.grassmann !== true &&
        !isOfMatrices(node) &&
        (node.role === undefined || numberRoles.has(node.role))
      );
    case "trace":
    case "expectation":
    case "num":
    case "constant":
    case "unit":
      return true;
    case "bracket":
      return node.sort === "poisson" && children(node).every(isNumber);
    case "derivative":
      return node.operand !== undefined && isNumber(node.operand);
    default:
      return children(node).every(isNumber);
  }
}
