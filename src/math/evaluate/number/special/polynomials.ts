/** Orthogonal polynomials by their recurrences, associated Legendre functions and spherical harmonics. */
import { type Complexes, isReal, wholeNumber } from "../complexes";
import { Beyond, Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";

export const polynomialFunctions: readonly KnownFunction[] = [
  define("hermiteH", 1, 1, (c, [n], [x]) => hermite(c, degree(c, n), x, 2)),
  define("hermiteHe", 1, 1, (c, [n], [x]) => hermite(c, degree(c, n), x, 1)),
  define("laguerreL", [1, 2], 1, (c, [n, α], [x]) => laguerre(c, degree(c, n), α ?? c.zero, x)),
  define("chebyshevT", 1, 1, (c, [n], [x]) =>
    recur(c, degree(c, n), x, c.one, (_, p, q) => c.sub(c.scale(c.mul(x, p), 2), q)),
  ),
  define("chebyshevU", 1, 1, (c, [n], [x]) =>
    recur(c, degree(c, n), c.scale(x, 2), c.one, (_, p, q) => c.sub(c.scale(c.mul(x, p), 2), q)),
  ),
  define("gegenbauerC", 2, 1, (c, [n, λ], [x]) => gegenbauer(c, degree(c, n), λ, x)),
  define("jacobiP", 3, 1, (c, [n, a, b], [x]) => jacobi(c, degree(c, n), a, b, x)),
  define("sphericalY", 2, 2, (c, [l, m], [polar, azimuth]) =>
    sphericalHarmonic(c, degree(c, l), order(c, m), polar, azimuth),
  ),
  define("sphericalPolar", 2, 1, (c, [l, m], [polar]) =>
    sphericalHarmonic(c, degree(c, l), order(c, m), polar, c.zero),
  ),
];

/** The degree where it is a whole number ≥ 0. */
export function degree<E>(c: Complexes<E>, n: E): number {
  const whole = wholeNumber(c, n);
  if (whole === undefined || whole > 5000) throw new Beyond("a polynomial of this degree");
  if (whole < 0) throw new Undefined("negative degree");
  return whole;
}

function order<E>(c: Complexes<E>, m: E): number {
  const whole = wholeNumber(c, m);
  if (whole === undefined) throw new Beyond("spherical harmonics of this order");
  return whole;
}

/** p₀ = 1 (`start`), p₁ = first, p_{k+1} = next(k, p_k, p_{k−1}). */
function recur<E>(
  c: Complexes<E>,
  n: number,
  first: E,
  start: E,
  next: (k: number, last: E, before: E) => E,
): E {
  if (n === 0) return start;
  let before = start;
  let last = first;
  let largest = Math.max(c.size(before), c.size(last));
  for (let k = 1; k < n; k++) {
    [before, last] = [last, next(k, last, before)];
    largest = Math.max(largest, c.size(last));
  }
  if (c.size(last) < c.size(before)) c.note(c.size(before) - c.size(last));
  return last;
}

/** Physicists' for scale 2, probabilists' for scale 1. */
const hermite = <E>(c: Complexes<E>, n: number, x: E, scale: number): E =>
  recur(c, n, c.scale(x, scale), c.one, (k, p, q) =>
    c.scale(c.sub(c.mul(x, p), c.scale(q, k)), scale),
  );

const laguerre = <E>(c: Complexes<E>, n: number, α: E, x: E): E =>
  recur(c, n, c.sub(c.add(c.one, α), x), c.one, (k, p, q) => {
    const slope = c.sub(c.add(c.number(2 * k + 1), α), x);
    return c.div(c.sub(c.mul(slope, p), c.mul(c.add(c.number(k), α), q)), c.number(k + 1));
  });

const gegenbauer = <E>(c: Complexes<E>, n: number, λ: E, x: E): E =>
  recur(c, n, c.scale(c.mul(λ, x), 2), c.one, (k, p, q) => {
    const up = c.scale(c.mul(c.mul(x, c.add(λ, c.number(k))), p), 2);
    return c.div(c.sub(up, c.mul(c.add(c.scale(λ, 2), c.number(k - 1)), q)), c.number(k + 1));
  });

/** ∑ C(n+a, n−s) C(n+b, s) ((x−1)/2)^s ((x+1)/2)^{n−s}. */
function jacobi<E>(c: Complexes<E>, n: number, a: E, b: E, x: E): E {
  const left = c.scale(c.sub(x, c.one), 0.5);
  const right = c.scale(c.add(x, c.one), 0.5);
  const choose = (top: E, k: number) => {
    let value = c.one;
    for (let j = 0; j < k; j++)
      value = c.div(c.mul(value, c.sub(top, c.number(j))), c.number(j + 1));
    return value;
  };
  let total = c.zero;
  let largest = Number.NEGATIVE_INFINITY;
  for (let s = 0; s <= n; s++) {
    const powers = c.mul(c.power(left, c.number(s)), c.power(right, c.number(n - s)));
    const upper = choose(c.add(a, c.number(n)), n - s);
    const term = c.mul(c.mul(upper, choose(c.add(b, c.number(n)), s)), powers);
    largest = Math.max(largest, c.size(term));
    total = c.add(total, term);
  }
  if (!c.isZero(total)) c.note(largest - c.size(total));
  return total;
}

/** P_ℓ for a whole degree. */
export const legendrePolynomial = <E>(c: Complexes<E>, n: number, x: E): E =>
  recur(c, n, x, c.one, (k, p, q) =>
    c.div(c.sub(c.scale(c.mul(x, p), 2 * k + 1), c.scale(q, k)), c.number(k + 1)),
  );

/** P_ℓ^m on [−1, 1] with the Condon–Shortley sign. */
export function associatedLegendre<E>(c: Complexes<E>, l: number, m: number, x: E): E {
  if (m % 2 !== 0) {
    const square = c.sub(c.one, c.mul(x, x));
    if (!isReal(c, x) || c.toPair(square)[0] < 0)
      throw new Undefined("an associated Legendre function outside [−1, 1]");
  }
  const sine = c.sqrt(c.sub(c.one, c.mul(x, x)));
  return withSine(c, l, m, x, sine);
}

function withSine<E>(c: Complexes<E>, l: number, m: number, x: E, sine: E): E {
  if (Math.abs(m) > l) return c.zero;
  if (m < 0) {
    const mirrored = c.div(withSine(c, l, -m, x, sine), between(c, l + m, l - m));
    return m % 2 === 0 ? mirrored : c.neg(mirrored);
  }
  let start = c.one;
  for (let k = 1; k <= m; k++) start = c.scale(c.mul(start, sine), -(2 * k - 1));
  return recur(c, l - m, c.scale(c.mul(x, start), 2 * m + 1), start, (k, p, q) =>
    c.div(c.sub(c.scale(c.mul(x, p), 2 * (m + k) + 1), c.scale(q, 2 * m + k)), c.number(k + 1)),
  );
}

/** high! / low!. */
function between<E>(c: Complexes<E>, low: number, high: number): E {
  let value = 1n;
  for (let k = BigInt(low) + 1n; k <= BigInt(high); k++) value *= k;
  return c.rational(value, 1n);
}

/** √((2ℓ+1)/4π · (ℓ−m)!/(ℓ+m)!) P_ℓ^m(cos θ) e^{imφ}; analytic in θ, with (1−x²)^{1/2} taken as sin θ. */
function sphericalHarmonic<E>(c: Complexes<E>, l: number, m: number, polar: E, azimuth: E): E {
  if (Math.abs(m) > l) return c.zero;
  const ratio = m >= 0 ? c.div(c.one, between(c, l - m, l + m)) : between(c, l + m, l - m);
  const norm = c.sqrt(c.div(c.scale(ratio, 2 * l + 1), c.scale(c.pi, 4)));
  const legendre = withSine(c, l, m, c.cos(polar), c.sin(polar));
  return c.mul(c.mul(norm, legendre), c.exp(c.mul(c.i, c.scale(azimuth, m))));
}
