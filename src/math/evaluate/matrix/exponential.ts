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
  const halvings = Math.max(0, Math.ceil(Math.log2(norm || 1)) + 1);
  const small = scaleBy(field, field.rational(1n, 2n ** BigInt(halvings)), value);
  let total = truncated(scope, small, one);
  for (let n = 0; n < halvings; n++) total = join(scope, total, total);
  const largest = total.entries.reduce((most, entry) => Math.max(most, field.magnitude(entry)), 0);
  return { ...total, scale: largest * Math.max(1, norm) };
}

/** Σ Aⁿ/n! up to the digits of the numbers, for |A| ≤ 1/2: in blocks of as many terms as there are blocks, so that few products are taken (Paterson and Stockmeyer, SIAM J. Comput. 2, 60). */
function truncated<E>(scope: Scope<E>, value: Value<E>, one: Value<E>): Value<E> {
  const { field } = scope;
  const blocks = field.kind === "digits" ? 6 : 4;
  const powers = [one];
  for (let n = 1; n <= blocks; n++) powers.push(join(scope, powers[n - 1] ?? one, value));
  const weights = factorials(blocks * blocks).map((n) => field.rational(1n, n));
  const block = (from: number): Value<E> =>
    add(
      scope,
      powers
        .slice(0, blocks)
        .map((power, k) => scaleBy(field, weights[from + k] ?? field.zero, power)),
    );
  const top = powers[blocks] ?? one;
  let total = block(blocks * (blocks - 1));
  for (let n = blocks - 2; n >= 0; n--)
    total = add(scope, [block(blocks * n), join(scope, total, top)]);
  return total;
}

/** 0!, 1!, 2!, … */
function factorials(count: number): readonly bigint[] {
  const found = [1n];
  for (let n = 1n; n < count; n++) found.push((found.at(-1) ?? 1n) * n);
  return found;
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
