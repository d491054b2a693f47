/** Complex arithmetic with elementary functions at some number of digits: what functions of mathematics are written over. */

export interface Complexes<E> {
  /** Decimal digits carried. */
  readonly digits: number;
  readonly zero: E;
  readonly one: E;
  readonly i: E;
  readonly pi: E;
  /** A double as it stands. */
  number(re: number, im?: number): E;
  rational(numerator: bigint, denominator: bigint): E;
  add(a: E, b: E): E;
  sub(a: E, b: E): E;
  mul(a: E, b: E): E;
  /** a x for a double x. */
  scale(a: E, x: number): E;
  neg(a: E): E;
  /** Throws `Undefined("pole")` where b is zero. */
  div(a: E, b: E): E;
  conj(a: E): E;
  re(a: E): E;
  im(a: E): E;
  isZero(a: E): boolean;
  /** |a|, as an element. */
  abs(a: E): E;
  /** arg a in (−π, π]; values within rounding of the negative axis count as on it. */
  arg(a: E): E;
  /** log₁₀|a|; −∞ at zero. */
  size(a: E): number;
  exp(a: E): E;
  /** Principal branch; the cut belongs to the upper side. Throws `Undefined` at zero. */
  log(a: E): E;
  sqrt(a: E): E;
  sin(a: E): E;
  cos(a: E): E;
  sinh(a: E): E;
  cosh(a: E): E;
  /** Arc tangent of a real number, other inverse functions of real numbers within their real range. */
  realInverse(name: "asin" | "acos" | "atan" | "asinh" | "acosh" | "atanh", a: E): E;
  /** a^b on the principal branch; whole and half-whole exponents without detour. */
  power(a: E, b: E): E;
  /** The nearest double pair. */
  toPair(a: E): readonly [number, number];
  /** Says that a sum lost this many digits to cancellation; `loss` is the worst since it was last reset. */
  note(lost: number): void;
  loss: number;
}

/** The whole number an element is, up to rounding. */
export function wholeNumber<E>(c: Complexes<E>, a: E): number | undefined {
  const [re, im] = c.toPair(a);
  const nearest = Math.round(re);
  if (!(Math.abs(nearest) <= 1e9) || Math.abs(im) > 1e-9) return undefined;
  const rest = c.size(c.sub(a, c.number(nearest)));
  return rest <= Math.log10(Math.max(1, Math.abs(nearest))) + 3 - c.digits ? nearest : undefined;
}

/** Is the imaginary part zero, or lost in rounding? */
export function isReal<E>(c: Complexes<E>, a: E): boolean {
  const im = c.im(a);
  return c.isZero(im) || c.size(im) < c.size(a) + 2 - c.digits;
}

/** n! for a small n. */
export function factorial<E>(c: Complexes<E>, n: number): E {
  let value = 1n;
  for (let k = 2n; k <= BigInt(n); k++) value *= k;
  return c.rational(value, 1n);
}

/** base^n for a whole number n ≥ 0. */
export function wholePower<E>(c: Complexes<E>, base: E, n: number): E {
  let result = c.one;
  for (let square = base, left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = c.mul(result, square);
    if (left > 1) square = c.mul(square, square);
  }
  return result;
}

/** ∑ term(k) from k = 0 until the terms stay below the last digit; `step` gets the term before. Loss by cancellation is noted. */
export function sumTerms<E>(
  c: Complexes<E>,
  first: E,
  step: (term: E, k: number) => E,
  limit = 20000,
): E {
  let term = first;
  let total = first;
  let largest = c.size(first);
  let quiet = 0;
  for (let k = 1; k < limit; k++) {
    term = step(term, k);
    total = c.add(total, term);
    const size = c.size(term);
    if (size > largest) largest = size;
    const floor = Math.max(c.size(total), largest - c.digits) - c.digits - 1;
    quiet = size < floor ? quiet + 1 : 0;
    if (quiet === 3) {
      c.note(largest - c.size(total));
      return total;
    }
  }
  c.note(Number.POSITIVE_INFINITY);
  return total;
}
