/** Integrals to infinity whose integrand oscillates: panels between zeros or minima, and acceleration of their sum. */
import { type Field, Undefined } from "../number/field";
import { levin, wynn } from "./accelerate";
import { doubleExponential, valueAt } from "./doubleExponential";
import { aims, digitsOf, type Estimate, real } from "./estimate";
import { gaussNodes } from "./gauss";

/** ∫ f(u) du over u > 0; undefined where no regular oscillation is seen. Throws where the panels do not shrink. */
export function oscillating<E>(field: Field<E>, of: (u: E) => E): Estimate<E> | undefined {
  const f = (u: number) => of(real(field, u));
  const wave = oscillator(field, f);
  if (!wave) return undefined;
  const marks = turningPoints(wave, panels + 1);
  if (!marks) return undefined;
  const first = real(field, marks[0] as number);
  const opening = doubleExponential(
    field,
    of,
    { range: "finite", start: field.zero, stretch: first },
    5,
  );
  if (!opening.settled) return undefined;
  const head = opening.value;
  const terms = marks.slice(1).map((end, k) => panel(field, f, marks[k] as number, end));
  const sizes = terms.map((term) => field.magnitude(term));
  const early = Math.max(...sizes.slice(0, 6));
  const late = Math.max(...sizes.slice(-6));
  if (!(late < 0.9 * early)) throw new Undefined("divergent");
  const partial = terms.reduce<E[]>((sums, term) => {
    sums.push(field.add(sums.at(-1) ?? head, term));
    return sums;
  }, []);
  const smooth = levin(field, terms, 1);
  const best = [
    { ...smooth, value: field.add(smooth.value, head) },
    wynn(field, partial.slice(-18)),
  ].sort((a, b) => a.error - b.error)[0];
  if (!best) return undefined;
  const scale = opening.scale + sizes.reduce((total, size) => total + size, 0);
  const digits = digitsOf(
    3 * best.error + opening.scale * 10 ** -opening.digits,
    scale,
    aims[field.kind].most - 1,
  );
  return digits < 6 ? undefined : { value: best.value, scale, digits };
}

const panels = 26;

/** A real function of u that shows the oscillation, a step that resolves it, and whether only its rising zeros count. */
interface Wave {
  readonly shape: (u: number) => number;
  readonly step: number;
  readonly rising: boolean;
}

function oscillator<E>(field: Field<E>, f: (u: number) => E): Wave | undefined {
  const parts = (u: number): readonly [number, number] => {
    const value = valueAt(f, u);
    return value === undefined ? [Number.NaN, Number.NaN] : field.toPair(value);
  };
  for (const step of [0.02, 0.1, 0.5, 2.5]) {
    const seen = Array.from({ length: 120 }, (_, k) => parts(step * (k + 20)));
    const side = ([0, 1] as const).find((part) => regular(changes(column(seen, part)), 4));
    if (side !== undefined) return { shape: (u) => parts(u)[side], step, rising: false };
    const sloping = ([0, 1] as const).find((part) =>
      regular(changes(differences(column(seen, part))), 6),
    );
    if (sloping === undefined) continue;
    const width = 0.05 * step;
    const shape = (u: number) => parts(u + width)[sloping] - parts(u - width)[sloping];
    return { shape, step, rising: true };
  }
  return undefined;
}

const column = (seen: readonly (readonly [number, number])[], part: 0 | 1): readonly number[] =>
  seen.map((pair) => pair[part]);

const differences = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, k) => value - (values[k] ?? 0));

/** Often enough to be an oscillation, and seldom enough to be resolved. */
const regular = (count: number, least: number): boolean => count >= least && count <= 70;

function changes(values: readonly number[]): number {
  let count = 0;
  for (let k = 1; k < values.length; k++)
    if ((values[k] as number) * (values[k - 1] as number) < 0) count++;
  return count;
}

/** Zeros of the shape, one after the other: of a slope those where the function is least. */
function turningPoints(wave: Wave, count: number): readonly number[] | undefined {
  const { shape, rising } = wave;
  const found: number[] = [];
  let step = wave.step / 4;
  let [u, before] = [step, shape(step)];
  let crossing = 0;
  for (let k = 0; k < 3000 && found.length < count; k++) {
    const next = u + step;
    const now = shape(next);
    if (Number.isNaN(now)) return undefined;
    if (before * now < 0) {
      const zero = root(shape, u, next, before, now);
      if (!rising || before < 0) found.push(zero);
      step = crossing > 0 ? Math.min(2 * step, (zero - crossing) / 5) : step;
      crossing = zero;
    }
    [u, before] = [next, now];
  }
  return found.length < count ? undefined : found;
}

/** A zero between two places where the signs differ, by false position in Illinois' form. */
function root(
  f: (u: number) => number,
  left: number,
  right: number,
  atLeft: number,
  atRight: number,
): number {
  let [a, b, fa, fb] = [left, right, atLeft, atRight];
  for (let k = 0; k < 40 && Math.abs(b - a) > 1e-14 * Math.abs(b); k++) {
    const c = b - (fb * (b - a)) / (fb - fa);
    const fc = f(c);
    if (fc === 0 || Math.abs(c - b) < 1e-14 * Math.abs(b)) return c;
    if (fc * fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    [b, fb] = [c, fc];
  }
  return b;
}

/** ∫ over a piece without singularities. */
function panel<E>(field: Field<E>, f: (u: number) => E, from: number, to: number): E {
  const width = to - from;
  let total = field.zero;
  for (const { x, weight } of gaussNodes(20))
    total = field.add(total, field.mul(f(from + width * x), real(field, weight * width)));
  return total;
}
