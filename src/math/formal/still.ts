/** What has no derivative, as far as it is certain. */

import type { Derivative, Expr } from "../expr/node";
import { isNumeral } from "../expr/questions";
import { children } from "../expr/walk";
import { isConstantOfNature } from "./constants";
import { isMatrixUnit } from "./matrixUnits";
import { nameOf } from "./steady";

/** Certain to have no derivative here. */
export function isStill({ by }: Derivative, letter: Expr): boolean {
  if (isMatrixUnit(letter)) return true;
  const own = by.kind === "variable" ? nameOf(by.variable) : undefined;
  if (own === "") return isNumeral(letter);
  const covariant = by.kind === "index" && by.covariant === true;
  const still = (node: Expr): boolean => {
    switch (node.kind) {
      case "num":
      case "constant":
        return true;
      case "symbol":
        return node.name !== own && isConstantOfNature(node);
      case "labelled":
        return still(node.head);
      case "tensor":
        return (
          node.head.kind === "symbol" &&
          node.head.role !== undefined &&
          (stillRoles.has(node.head.role) || (!covariant && flatRoles.has(node.head.role)))
        );
      case "sum":
      case "product":
      case "quotient":
      case "power":
        return children(node).every(still);
      default:
        return false;
    }
  };
  return still(letter);
}

const stillRoles = new Set(["delta", "structure", "symmetric-structure", "generator", "pauli"]);
const flatRoles = new Set(["gamma", "epsilon"]);
