/** Sums and quotients. */
import type { Quotient, Sum } from "../expr/node";
import { add, multiply } from "./contraction";
import { inverseOf } from "./matrix/inverse";
import { Beyond } from "./number/field";
import { type Scope, valueIn } from "./scope";
import { isScalar, type Value } from "./value";

export function sumValue<E>(scope: Scope<E>, node: Sum): Value<E> {
  const terms = node.terms.filter((term) => term.kind !== "order");
  if (terms.length === 0) throw new Beyond("a remainder by itself");
  return add(
    scope,
    terms.map((term) => valueIn(scope, term)),
  );
}

export function quotientValue<E>(scope: Scope<E>, node: Quotient): Value<E> {
  const under = valueIn(scope, node.under);
  const over = valueIn(scope, node.over);
  if (!isScalar(under) && !isScalar(over)) throw new Beyond("a quotient of two matrices");
  // 1/M_{ij} is one over an entry, and no inverse.
  if (under.axes.some(({ kind }) => kind === "index"))
    throw new Beyond("something divided by components");
  return multiply(scope, [over, inverseOf(scope, under)]);
}
