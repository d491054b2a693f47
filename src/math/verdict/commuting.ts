/** Which factors may be exchanged without a thought: those that are plain numbers in every representation. */

import type { Expr } from "../expr/node";
import { isOfMatrices } from "../expr/ofMatrices";
import { some } from "../expr/walk";

const matrixRoles = new Set([
  "gamma",
  "gamma5",
  "sigma-tensor",
  "left-projector",
  "right-projector",
  "charge-conjugation",
  "pauli",
  "generator",
  "lowering",
  "fermion-lowering",
  "number-operator",
  "position-operator",
  "momentum-operator",
  "angular-momentum",
  "u-spinor",
  "v-spinor",
]);

/** An operator, matrix, spinor, state or differential operator occurs outside a trace or an expectation value. */
export function isOrdered(node: Expr): boolean {
  switch (node.kind) {
    case "symbol":
      return (
        node.type === "matrix" ||
        node.type === "operator" ||
        node.type === "spinor" ||
        node.type === "state" ||
        node.grassmann === true ||
        isOfMatrices(node) ||
        (node.role !== undefined && matrixRoles.has(node.role))
      );
    case "slash":
    case "matrix":
    case "ket":
    case "bra":
      return true;
    case "derivative":
      return node.operand ? isOrdered(node.operand) : true;
    case "trace":
    case "expectation":
      return false;
    default:
      return some(node, (part) => part !== node && isLeafOrdered(part));
  }
}

const isLeafOrdered = (node: Expr): boolean =>
  (node.kind === "symbol" ||
    node.kind === "slash" ||
    node.kind === "matrix" ||
    node.kind === "ket" ||
    node.kind === "bra") &&
  isOrdered(node);
