/** Sums of operators over the labels of their modes, and expansions in states of quanta. */
import type { Expr, Series } from "../../expr/node";
import { infinity } from "../calculus/infinity";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue } from "../value";
import { times } from "./algebra";
import { type Element, total } from "./element";
import { labelRange } from "./labels";
import { orders } from "./plan";

export function seriesElement<E>(scope: Scope<E>, node: Series): Element<E> {
  const [variable, ...more] = node.variables;
  if (!variable) throw new Beyond("a sum over nothing");
  if (node.condition) throw new Beyond("a sum of operators with a condition");
  const body: Expr = more.length > 0 ? { ...node, variables: more } : node.body;
  const term = (inner: Scope<E>): Element<E> =>
    more.length > 0 ? seriesElement(inner, body as Series) : scope.element(inner, body);
  const at = (value: Parameters<typeof bind<E>>[1]): Element<E> => term(bind(scope, value));
  const whole = (n: number): Element<E> =>
    at([[variable, scalarValue(scope.field, scope.field.rational(BigInt(n), 1n))]]);
  if (node.values)
    return gathered(
      scope,
      node,
      node.values.map((v) => at([[variable, valueIn(scope, v)]])),
    );
  if (!node.lower && !node.upper)
    return gathered(
      scope,
      node,
      labelRange(scope).map((value) => at([[variable, value]])),
    );
  if (!node.lower || !node.upper) throw new Beyond("a sum of operators between these ends");
  const { field } = scope;
  const from = field.integer(scalarOf(field, valueIn(scope, node.lower)));
  if (from === undefined) throw new Beyond("a sum of operators between these ends");
  if (infinity(node.upper) === 1) return expansion(scope, from, whole);
  if (labelRange(scope).length > 1) throw new Beyond("a sum of operators over numbered modes");
  const to = field.integer(scalarOf(field, valueIn(scope, node.upper)));
  if (to === undefined || to - from > 12) throw new Beyond("a sum of operators between these ends");
  return gathered(
    scope,
    node,
    Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => whole(from + i)),
  );
}

function gathered<E>(scope: Scope<E>, { sort }: Series, terms: readonly Element<E>[]): Element<E> {
  return sort === "sum" ? total(scope, terms) : terms.reduce((a, b) => times(scope, a, b));
}

/** An infinite sum whose terms are of ever higher order. */
function expansion<E>(scope: Scope<E>, from: number, term: (n: number) => Element<E>): Element<E> {
  const terms: Element<E>[] = [];
  for (let n = from; n <= from + orders + 2; n++) {
    const next = term(n);
    if (next.size === 0 && n > from + orders) return total(scope, terms);
    terms.push(next);
  }
  throw new Beyond("an infinite sum of operators");
}
