/** A⊗B: each factor in a copy of its space that belongs to its place. */
import type { TensorProduct } from "../../expr/node";
import { multiply } from "../contraction";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { type Axis, isScalar, relabel, type Value } from "../value";

export function tensorProductValue<E>(scope: Scope<E>, node: TensorProduct): Value<E> {
  if (node.factors.some((factor) => scope.isOperator(factor)))
    throw new Beyond("a tensor product of these operators");
  if (node.factors.some((factor) => isScalar(valueIn(scope, factor))))
    throw new Beyond("a tensor product of numbers");
  return multiply(
    scope,
    node.factors.map((factor, n) =>
      relabel(
        valueIn(scope, factor),
        (axis): Axis =>
          axis.kind === "index" ? axis : { ...axis, space: `${axis.space} ${n + 1}` },
      ),
    ),
  );
}
