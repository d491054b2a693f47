/** Products in the order written, brackets, and products that hold operators. */
import type { Bracket, Product } from "../expr/node";
import { add, join, multiply } from "./contraction";
import { Beyond } from "./number/field";
import { type Scope, valueOf } from "./scope";
import { scaleBy, type Value } from "./value";

export const productValue = <E>(scope: Scope<E>, node: Product): Value<E> =>
  multiply(
    scope,
    node.factors.map((factor) => valueOf(scope, factor)),
  );

export function bracketValue<E>(scope: Scope<E>, node: Bracket): Value<E> {
  if (node.sort === "poisson") throw new Beyond("Poisson brackets");
  const { field } = scope;
  const left = valueOf(scope, node.left);
  const right = valueOf(scope, node.right);
  const back = join(scope, right, left);
  const minus = field.neg(field.one);
  return add(scope, [
    join(scope, left, right),
    node.sort === "commutator" ? scaleBy(field, minus, back) : back,
  ]);
}
