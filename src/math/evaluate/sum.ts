/** Sums and quotients. */
import type { Quotient, Sum } from "../expr/node";
import { add, multiply } from "./contraction";
import { inverseOf } from "./matrix/inverse";
import { Beyond } from "./number/field";
import { type Scope, valueOf } from "./scope";
import { isScalar, type Value } from "./value";

export const sumValue = <E>(scope: Scope<E>, node: Sum): Value<E> =>
  add(
    scope,
    node.terms.filter((term) => term.kind !== "order").map((term) => valueOf(scope, term)),
  );

export function quotientValue<E>(scope: Scope<E>, node: Quotient): Value<E> {
  const under = valueOf(scope, node.under);
  const over = valueOf(scope, node.over);
  if (!isScalar(under) && !isScalar(over)) throw new Beyond("a quotient of two matrices");
  return multiply(scope, [over, inverseOf(scope, under)]);
}
