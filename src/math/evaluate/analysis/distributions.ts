/** δ, its derivatives and θ under an integral: zeros of the argument, and smooth functions to test against. */
import { type Field, Undefined } from "../number/field";
import { generator } from "../number/random";
import { derivativeAt } from "./derivatives";
import { real } from "./estimate";
import type { End } from "./quadrature";

/** A smooth, rapidly decreasing, complex function, generic for the seed. */
export function testFunction<E>(field: Field<E>, seed: number): (x: E) => E {
  const random = generator(seed);
  const coefficient = () => real(field, Math.round((random() * 2 - 1) * 1000) / 1000);
  const [a, b, c, d] = [coefficient(), coefficient(), coefficient(), coefficient()];
  const shift = coefficient();
  const width = real(field, 0.4 + Math.round(random() * 300) / 1000);
  return (x) => {
    const cubic = field.add(a, field.mul(x, field.add(b, field.mul(x, c))));
    const front = field.add(cubic, field.mul(field.i, d));
    const away = field.sub(x, shift);
    const exponent = field.neg(field.mul(width, field.mul(away, away)));
    return field.mul(front, field.func("exp", [], [exponent]));
  };
}

/** ∫ w(x) δ^{(n)}(g(x)) dx over the range, for real g with simple zeros; n > 0 needs a linear g. */
export function deltaIntegral<E>(
  field: Field<E>,
  weight: (x: E) => E,
  argument: (x: E) => E,
  order: number,
  lower: End<E>,
  upper: End<E>,
): E {
  const zeros = realZeros(field, argument, lower, upper);
  return zeros.reduce((total, zero) => {
    const slope = derivativeAt(field, argument, zero, 1);
    const bend = derivativeAt(field, argument, zero, 2);
    const linear = field.magnitude(bend) < 1e-9 * field.magnitude(slope);
    if (order > 0 && !linear) throw new Undefined("a derivative of δ of a curved argument");
    const value = order === 0 ? weight(zero) : derivativeAt(field, weight, zero, order);
    const [direction] = field.toPair(slope);
    const size = direction < 0 ? field.neg(slope) : slope;
    let term = field.div(value, size);
    for (let k = 0; k < order; k++) term = field.neg(field.div(term, slope));
    return field.add(total, term);
  }, field.zero);
}

/** Simple real zeros in rising order. Throws where one lies at an end, or is not simple. */
export function realZeros<E>(
  field: Field<E>,
  g: (x: E) => E,
  lower: End<E>,
  upper: End<E>,
): readonly E[] {
  const ends = [numberAt(field, lower), numberAt(field, upper)] as const;
  const zero = zeroOfLine(field, g);
  if (zero) return within(field, zero, ends) ? [zero] : [];
  const at = (x: number): number => field.toPair(g(real(field, x)))[0];
  const grid = places(ends);
  const values = grid.map(at);
  const size = Math.max(...values.map(Math.abs));
  if (size === 0) throw new Undefined("δ of zero");
  if (values.every((value) => value === values[0])) return [];
  if ([values[0], values.at(-1)].some((value) => Math.abs(value ?? 0) < 1e-12 * size))
    throw new Undefined("δ at the end of the range");
  const found: E[] = [];
  for (let k = 1; k < grid.length; k++) {
    const [left, right] = [grid[k - 1] as number, grid[k] as number];
    const [a, b] = [values[k - 1] as number, values[k] as number];
    if (a * b < 0) found.push(refined(field, g, left, right));
    else if (touches(at, [left, right, grid[k + 1]], [a, b, values[k + 1]], size))
      throw new Undefined("δ at a double zero");
  }
  return found;
}

const numberAt = <E>(field: Field<E>, end: End<E>): number =>
  end === "∞" ? Infinity : end === "-∞" ? -Infinity : field.toPair(end as E)[0];

function within<E>(field: Field<E>, zero: E, ends: readonly [number, number]): boolean {
  const [x] = field.toPair(zero);
  if (ends.some((end) => Math.abs(x - end) < 1e-12 * (1 + Math.abs(x))))
    throw new Undefined("δ at the end of the range");
  return x > Math.min(...ends) && x < Math.max(...ends);
}

/** A fine grid over the range; infinite ends are reached up to a thousand. */
function places(ends: readonly [number, number]): readonly number[] {
  const [from, to] = ends.map((end) => Math.max(-1000, Math.min(1000, end))) as [number, number];
  const [a, b] = [Math.asinh(from), Math.asinh(to)];
  const count = 401;
  const inner = Array.from({ length: count - 1 }, (_, k) =>
    Math.sinh(a + ((b - a) * (k + 0.5137)) / count),
  );
  return [from, ...inner, to];
}

/** The zero of c + kx, where g is that. */
function zeroOfLine<E>(field: Field<E>, g: (x: E) => E): E | undefined {
  const [start, one] = [g(field.zero), g(field.one)];
  const slope = field.sub(one, start);
  const isOnLine = (place: number): boolean => {
    const x = real(field, place);
    const value = g(x);
    const gap = field.magnitude(field.sub(value, field.add(start, field.mul(slope, x))));
    return gap <= 1e-12 * (field.magnitude(value) + field.magnitude(start));
  };
  if (field.isZero(slope) || ![-2.375, 0.4375, 17.625].every(isOnLine)) return undefined;
  const zero = field.neg(field.div(start, slope));
  return Math.abs(field.toPair(zero)[1]) < 1e-12 * (1 + field.magnitude(zero)) ? zero : undefined;
}

const golden = (Math.sqrt(5) - 1) / 2;

/** Does g come down to zero between three neighbours without a change of sign? */
function touches(
  g: (x: number) => number,
  [left, , right]: readonly [number, number, number | undefined],
  [first, second, third]: readonly [number, number, number | undefined],
  size: number,
): boolean {
  if (right === undefined || third === undefined) return false;
  const sign = Math.sign(second);
  const [a, b, c] = [sign * first, sign * second, sign * third];
  if (!(b <= a && b <= c)) return false;
  let [low, high] = [left, right];
  let [u, v] = [high - golden * (high - low), low + golden * (high - low)];
  let [atU, atV] = [Math.abs(g(u)), Math.abs(g(v))];
  for (let k = 0; k < 60; k++)
    if (atU < atV) {
      [high, v, atV] = [v, u, atU];
      u = high - golden * (high - low);
      atU = Math.abs(g(u));
    } else {
      [low, u, atU] = [u, v, atV];
      v = low + golden * (high - low);
      atV = Math.abs(g(v));
    }
  return Math.min(atU, atV) < 1e-10 * size;
}

/** Bisection in doubles, then secants in the field. */
function refined<E>(field: Field<E>, g: (x: E) => E, left: number, right: number): E {
  const at = (x: number): number => field.toPair(g(real(field, x)))[0];
  let [low, high] = [left, right];
  const sign = Math.sign(at(low));
  for (let k = 0; k < 40; k++) {
    const middle = (low + high) / 2;
    if (at(middle) * sign > 0) low = middle;
    else high = middle;
  }
  let [before, now] = [real(field, low), real(field, high)];
  let [atBefore, atNow] = [g(before), g(now)];
  for (let k = 0; k < 12 && !field.isZero(atNow); k++) {
    const gap = field.sub(atNow, atBefore);
    if (field.isZero(gap)) break;
    const step = field.div(field.mul(atNow, field.sub(now, before)), gap);
    [before, atBefore] = [now, atNow];
    now = field.sub(now, step);
    atNow = g(now);
  }
  return now;
}
