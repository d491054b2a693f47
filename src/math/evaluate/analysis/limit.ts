/** Limits of functions of one variable: a value with its digits, refused where the function does not settle. */
import { type Field, Undefined } from "../number/field";
import { type Extrapolated, richardson, wynn } from "./accelerate";
import { aims, combine, digitsOf, type Estimate, real } from "./estimate";

export type Side = "above" | "below" | "both";

/** lim f(x) for x → to; from both sides they have to agree. `terms` is the size of what cancelled in the value last asked for. */
export function limitAt<E>(
  field: Field<E>,
  f: (x: E) => E,
  to: E,
  side: Side,
  terms?: () => number,
): Estimate<E> {
  const from = (direction: 1 | -1) =>
    towardsZero(field, (h) => f(field.add(to, real(field, direction * h))), terms);
  switch (side) {
    case "above":
      return from(1);
    case "below":
      return from(-1);
    case "both": {
      const [above, below] = [from(1), from(-1)];
      const distance = field.magnitude(field.sub(above.value, below.value));
      const scale = Math.max(above.scale, below.scale);
      const digits = Math.min(above.digits, below.digits);
      if (distance > 10 * scale * 10 ** -Math.min(digits, 7))
        throw new Undefined("the limits from above and below differ");
      return combineMean(field, above, below);
    }
  }
}

/** lim f(x) for x → ±∞; `whole` takes whole numbers only. */
export function limitAtInfinity<E>(
  field: Field<E>,
  f: (x: E) => E,
  direction: 1 | -1,
  whole = false,
): Estimate<E> {
  return towardsZero(field, (h) => {
    const x = whole ? Math.round(1 / h) : 1 / h;
    return f(real(field, direction * x));
  });
}

/** lim g(h) for h → 0⁺ along a sequence that is halved each time and meets no special point. */
function towardsZero<E>(field: Field<E>, g: (h: number) => E, terms?: () => number): Estimate<E> {
  const exact = field.kind === "digits";
  const count = exact ? 40 : 14;
  const values: E[] = [];
  for (let k = 0; k < count; k++) {
    const value = g(0.1378 * 2 ** -k);
    // (f(x+h) − 2f(x) + f(x−h))/h² in doubles: nearer by, nothing but rounding is left.
    const rounding = exact ? 0 : 2 ** -52 * (terms?.() ?? 0);
    if (k >= 8 && rounding > 1e-10 * field.magnitude(value)) break;
    values.push(value);
  }
  const sizes = values.map((value) => field.magnitude(value));
  if (sizes.some((size) => !Number.isFinite(size))) throw new Undefined("the limit is not finite");
  refuseGrowth(field, values, sizes);
  const settled = values.slice(1).map((value, k) => field.sub(value, values[k] as E));
  const scale = Math.max(
    ...sizes.slice(-6),
    ...settled.map((step) => field.magnitude(step)).slice(-6),
  );
  if (scale === 0) return { value: field.zero, digits: aims[field.kind].most, scale: 0 };
  const best = extrapolated(field, values);
  const digits = digitsOf(4 * best.error, scale, aims[field.kind].most);
  if (digits < 6) throw new Undefined("no limit is seen");
  return { value: best.value, digits, scale };
}

/** Steps that do not shrink belong to something that grows or oscillates. */
function refuseGrowth<E>(field: Field<E>, values: readonly E[], sizes: readonly number[]): void {
  const steps = values
    .slice(1)
    .map((value, k) => field.magnitude(field.sub(value, values[k] as E)));
  const half = Math.floor(steps.length / 2);
  const early = Math.max(...steps.slice(0, half));
  const late = Math.max(...steps.slice(-3));
  if (early === 0 || late < 0.7 * early) return;
  const grows = (sizes.at(-1) ?? 0) > 2 * (sizes[half] ?? 0);
  throw new Undefined(grows ? "the limit is not finite" : "no limit is seen");
}

/** Three ways to the limit; two of them have to agree. */
function extrapolated<E>(field: Field<E>, values: readonly E[]): Extrapolated<E> {
  const whole = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const halves = whole.map((k) => k / 2);
  const logs = whole.flatMap((k) => [k, k]);
  const found = [whole, halves, logs].flatMap((exponents) => [
    richardson(field, values, 2, exponents),
    richardson(field, values.slice(0, -2), 2, exponents),
  ]);
  found.push(wynn(field, values.slice(-13)), wynn(field, values.slice(-15, -2)));
  const last = values.at(-1) as E;
  const before = values.at(-2) as E;
  found.push({ value: last, error: 2 * field.magnitude(field.sub(last, before)) });
  let best: Extrapolated<E> = { value: last, error: Number.POSITIVE_INFINITY };
  for (let k = 0; k < found.length; k++)
    for (let j = 0; j < k; j++) {
      const [one, other] = [found[j] as Extrapolated<E>, found[k] as Extrapolated<E>];
      const distance = field.magnitude(field.sub(one.value, other.value));
      const steadier = one.error <= other.error ? one : other;
      const error = 2 * distance + steadier.error;
      if (error < best.error) best = { value: steadier.value, error };
    }
  return best;
}

function combineMean<E>(field: Field<E>, a: Estimate<E>, b: Estimate<E>): Estimate<E> {
  const half = field.rational(1n, 2n);
  const sum = combine(field, [a, b]);
  return { value: field.mul(sum.value, half), digits: sum.digits, scale: sum.scale / 2 };
}
