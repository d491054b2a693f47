/** What an accent or a δ before a name with scripts acts on: the name, under its powers, daggers and squares. */
import { dot, involution, power } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";

/** ẋ² is (ẋ)², δẋ² is (δẋ)², ȧ† is (ȧ)†. */
export function onBase(node: Expr, act: (base: Expr) => Expr): Expr {
  switch (node.kind) {
    case "power":
      return power(onBase(node.base, act), node.exponent);
    case "dot":
      return dot(onBase(node.left, act), onBase(node.right, act));
    case "involution":
      return involution(node.sort, onBase(node.operand, act));
    default:
      return act(node);
  }
}
