/** e^A of a square matrix: scaled, summed as a series, squared back. */
import { add, join, unit } from "../contraction";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { scalarValue, scaleBy, type Value } from "../value";

export function exponential<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const { field } = scope;
  const axis = value.axes.find((one) => one.kind === "row");
  if (!axis || axis.kind === "index" || value.axes.length !== 2)
    throw new Beyond("the exponential of this");
  scope.tally.transcendental = true;
  const one = unit(scope, axis.space, axis.size);
  if (field.kind === "prime") return nilpotentSeries(scope, value, one);
  const norm =
    value.entries.reduce((most, entry) => Math.max(most, field.magnitude(entry)), 0) * axis.size;
  const halvings = Math.max(0, Math.ceil(Math.log2(norm || 1)) + 3);
  const terms = field.kind === "digits" ? 40 : 18;
  const small = scaleBy(field, field.rational(1n, 2n ** BigInt(halvings)), value);
  let term: Value<E> = one;
  let total: Value<E> = one;
  for (let n = 1; n <= terms; n++) {
    term = scaleBy(field, field.rational(1n, BigInt(n)), join(scope, term, small));
    total = add(scope, [total, term]);
  }
  for (let n = 0; n < halvings; n++) total = join(scope, total, total);
  const largest = total.entries.reduce((most, entry) => Math.max(most, field.magnitude(entry)), 0);
  return { ...total, scale: largest * Math.max(1, norm) };
}

/** In exact arithmetic only a series that ends has a sum. */
function nilpotentSeries<E>(scope: Scope<E>, value: Value<E>, one: Value<E>): Value<E> {
  const { field } = scope;
  let term = one;
  let total = one;
  for (let n = 1; n <= 40; n++) {
    term = join(scope, term, join(scope, value, scalarValue(field, field.rational(1n, BigInt(n)))));
    if (term.entries.every((entry) => field.isZero(entry))) return total;
    total = add(scope, [total, term]);
  }
  throw new Beyond("the exponential of a matrix in exact arithmetic");
}
