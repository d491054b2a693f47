/** Sums and quotients. */
import type { Quotient, Sum } from "../expr/node";
import { add, multiply } from "./contraction";
import { inverseOf } from "./matrix/inverse";
import { Beyond } from "./number/field";
import { type Scope, valueIn } from "./scope";
import { isScalar, type Value } from "./value";

export const sumValue = <E>(scope: Scope<E>, node: Sum): Value<E> =>
  add(
    scope,
    node.terms.filter((term) => term.kind !== "order").map((term) => valueIn(scope, term)),
  );

export function quotientValue<E>(scope: Scope<E>, node: Quotient): Value<E> {
  const under = valueIn(scope, node.under);
  const over = valueIn(scope, node.over);
  if (!isScalar(under) && !isScalar(over)) throw new Beyond("a quotient of two matrices");
  return multiply(scope, [over, inverseOf(scope, under)]);
}
