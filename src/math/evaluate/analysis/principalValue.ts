/** Cauchy's principal value of integrals with simple poles on the real axis. */
import { type Field, Undefined } from "../number/field";
import { aims, combine, digitsOf, type Estimate, real } from "./estimate";
import { gaussNodes } from "./gauss";
import { type End, integrate } from "./quadrature";

/** P∫ f over the real range, with the poles in rising order and strictly inside it. */
export function principalValue<E>(
  field: Field<E>,
  f: (x: E) => E,
  lower: End<E>,
  upper: End<E>,
  poles: readonly E[],
): Estimate<E> {
  const edges: End<E>[] = [lower, ...between(field, poles), upper];
  const parts = poles.map((pole, k) =>
    aroundPole(field, f, edges[k] as End<E>, edges[k + 1] as End<E>, pole),
  );
  return poles.length === 0 ? integrate(field, f, lower, upper) : combine(field, parts);
}

/** The midpoints of neighbouring poles. */
function between<E>(field: Field<E>, poles: readonly E[]): readonly E[] {
  const half = field.rational(1n, 2n);
  return poles.slice(1).map((pole, k) => field.mul(half, field.add(poles[k] as E, pole)));
}

function aroundPole<E>(
  field: Field<E>,
  f: (x: E) => E,
  lower: End<E>,
  upper: End<E>,
  pole: E,
): Estimate<E> {
  const left = lower === "-∞" ? Number.POSITIVE_INFINITY : distance(field, pole, lower as E);
  const right = upper === "∞" ? Number.POSITIVE_INFINITY : distance(field, upper as E, pole);
  const reach = real(field, 0.5 * Math.min(left, right, 2));
  const folded = symmetric(field, (u) => [f(field.add(pole, u)), f(field.sub(pole, u))], reach);
  return combine(field, [
    integrate(field, f, lower, field.sub(pole, reach)),
    folded,
    integrate(field, f, field.add(pole, reach), upper),
  ]);
}

function distance<E>(field: Field<E>, high: E, low: E): number {
  const [gap] = field.toPair(field.sub(high, low));
  if (!(gap > 0)) throw new Undefined("a pole at the end of the range");
  return gap;
}

/** The values at equal distance on the two sides of a pole. */
type BothSides<E> = (u: E) => readonly [E, E];

/** ∫_0^reach of the sum of both sides, smooth at a simple pole; a pole of second order does not settle. */
function symmetric<E>(field: Field<E>, g: BothSides<E>, reach: E): Estimate<E> {
  let before: E | undefined;
  for (const parts of [2, 4, 8, 16]) {
    const { value, size } = pieces(field, g, reach, parts);
    if (before !== undefined) {
      const change = field.magnitude(field.sub(value, before));
      const digits = digitsOf(change, size, aims[field.kind].most - 1);
      if (digits >= 8) return { value, scale: size, digits };
    }
    before = value;
  }
  throw new Undefined("divergent");
}

function pieces<E>(
  field: Field<E>,
  g: BothSides<E>,
  reach: E,
  parts: number,
): { value: E; size: number } {
  const width = field.mul(reach, real(field, 1 / parts));
  let sum = field.zero;
  let size = 0;
  for (let k = 0; k < parts; k++)
    for (const { x, weight } of gaussNodes(16)) {
      const [right, left] = g(field.mul(width, real(field, k + x)));
      sum = field.add(sum, field.mul(field.add(right, left), real(field, weight)));
      size += (field.magnitude(right) + field.magnitude(left)) * weight;
    }
  return { value: field.mul(sum, width), size: size * field.magnitude(width) };
}
