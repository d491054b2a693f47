/** Limits of numbers. */

import type { Limit } from "../../expr/node";
import { isZero } from "../../expr/questions";
import { some } from "../../expr/walk";
import { limitAt, limitAtInfinity, type Side } from "../analysis/limit";
import { Beyond, type Field } from "../number/field";
import { bind, moving, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue, type Value } from "../value";
import { infinity } from "./infinity";
import { nascentDelta } from "./nascent";
import { settle } from "./settle";

export function limitValue<E>(scope: Scope<E>, node: Limit): Value<E> {
  const { field } = scope;
  const { variable } = node;
  if (variable.kind !== "symbol" && variable.kind !== "labelled")
    throw new Beyond("a limit of something that is no name");
  const isNested = some(node.body, (inner) => ["integral", "limit", "series"].includes(inner.kind));
  const far = infinity(node.to);
  const isNarrowing = far === 1 || (node.side === "above" && isZero(node.to));
  if (field.kind !== "prime" && isNested && isNarrowing) {
    const known = nascentDelta(scope, node, far === 1);
    if (known) return known;
  }
  if (field.kind === "prime" || isNested) {
    const known = infinity(node.to) === 0 ? ofPolynomial(scope, node) : undefined;
    if (known) return known;
    if (isNested) throw new Beyond("the limit of an integral or a sum");
    throw new Beyond("a limit in exact arithmetic");
  }
  const at = moving(scope, variable);
  let terms = 0;
  const f = (x: E): E => {
    const value = valueIn(at(scalarValue(field, x)), node.body);
    terms = value.scale;
    return scalarOf(field, value, "the limit of a number");
  };
  const direction = infinity(node.to);
  const side: Side = node.side ?? "both";
  if (direction !== 0) return settle(scope, limitAtInfinity(field, f, direction));
  return settle(
    scope,
    limitAt(field, f, scalarOf(field, valueIn(scope, node.to)), side, () => terms),
  );
}

/** Where the values are a polynomial in the distance to the point: its constant term. */
function ofPolynomial<E>(scope: Scope<E>, { variable, to, body }: Limit): Value<E> | undefined {
  const { field } = scope;
  const point = scalarOf(field, valueIn(scope, to));
  const at = (step: number): Value<E> => {
    const place = field.add(point, field.rational(BigInt(step), 7n));
    return valueIn(bind(scope, [[variable, scalarValue(field, place)]]), body);
  };
  const values = nodesOfFit.map(at);
  const [first] = values;
  if (!first || !values.every(({ axes }) => axes.length === first.axes.length)) return undefined;
  const keys = [...new Set(values.flatMap((value) => value.keys))];
  const scale = Math.max(...values.map((value) => value.scale));
  const entries: E[] = [];
  for (const key of keys) {
    const along = values.map(({ keys: own, entries: all }) => all[own.indexOf(key)] ?? field.zero);
    const [check, fit] = [constantTerm(field, along, 1), constantTerm(field, along, 0)];
    const miss = field.magnitude(field.sub(check, fit));
    const tolerance = field.kind === "digits" ? 1e-36 : 1e-8;
    if (field.kind === "prime" ? miss > 0 : miss > tolerance * (scale + field.magnitude(fit)))
      return undefined;
    entries.push(fit);
  }
  return { axes: first.axes, keys, entries, scale };
}

/** Steps on both sides of the point, two more than a polynomial of the fourth degree needs. */
const nodesOfFit: readonly number[] = [1, -1, 2, -2, 3, -3, 4];

/** At zero, the polynomial through all values but the last few. */
function constantTerm<E>(field: Field<E>, values: readonly E[], left: number): E {
  const nodes = nodesOfFit.slice(0, nodesOfFit.length - left);
  return nodes.reduce((total, node, i) => {
    const weight = nodes.reduce(
      (product, other, k) =>
        k === i
          ? product
          : field.mul(product, field.rational(BigInt(-other), BigInt(node - other))),
      field.one,
    );
    return field.add(total, field.mul(weight, values[i] as E));
  }, field.zero);
}
