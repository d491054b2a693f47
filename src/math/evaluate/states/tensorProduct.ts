/** A⊗B: each factor in a copy of its space that belongs to its place; A⊗1 leaves the other alone. */
import { one } from "../../expr/build";
import type { TensorProduct } from "../../expr/node";
import { multiply, unit } from "../contraction";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { type Axis, isScalar, relabel, type Value } from "../value";

export function tensorProductValue<E>(scope: Scope<E>, node: TensorProduct): Value<E> {
  if (node.factors.some((factor) => scope.isOperator(factor)))
    throw new Beyond("a tensor product of these operators");
  const values = node.factors.map((factor) => valueIn(scope, factor));
  const acting = values.flatMap(({ axes }) => axes).find(({ kind }) => kind === "column");
  const factors = values.map((value, n) => {
    if (!isScalar(value)) return value;
    if (node.factors[n] !== one || acting?.kind !== "column")
      throw new Beyond("a tensor product of numbers");
    return unit(scope, acting.space, acting.size);
  });
  return multiply(
    scope,
    factors.map((value, n) =>
      relabel(
        value,
        (axis): Axis =>
          axis.kind === "index" ? axis : { ...axis, space: `${axis.space} ${n + 1}` },
      ),
    ),
  );
}
