/** Polylogarithms Li_s(z) on the principal sheet. */
import { type Complexes, factorial, isReal, sumTerms, wholeNumber } from "../complexes";
import { Beyond, Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";
import { bernoulli } from "./bernoulli";
import { gamma } from "./gamma";
import { eta, zeta } from "./zeta";

export const polylogarithmFunctions: readonly KnownFunction[] = [
  define("Li", 1, 1, (c, [s], [z]) => polylogarithm(c, s, z)),
];

function polylogarithm<E>(c: Complexes<E>, s: E, z: E): E {
  const n = wholeNumber(c, s);
  if (c.isZero(z)) return c.zero;
  if (wholeNumber(c, z) === 1) {
    if (c.toPair(s)[0] > 1) return zeta(c, s);
    throw new Undefined("pole of Li");
  }
  if (n === 1) return c.neg(c.log(c.sub(c.one, z)));
  if (n === 0) return c.div(z, c.sub(c.one, z));
  if (n !== undefined && n < 0) return rational(c, -n, z);
  if (isReal(c, z) && c.toPair(z)[0] > 1) throw new Undefined("on a branch cut");
  if (wholeNumber(c, z) === -1) return c.neg(eta(c, s));
  if (c.size(z) < -0.3) return direct(c, s, z);
  const logarithm = c.log(z);
  if (c.size(logarithm) < Math.log10(5.2)) return nearOne(c, s, n, logarithm);
  if (n === undefined) throw new Beyond("Li of broken order at large argument");
  return inverted(c, n, z);
}

/** ∑ z^k / k^s. */
function direct<E>(c: Complexes<E>, s: E, z: E): E {
  const minus = c.neg(s);
  let power = z;
  return sumTerms(c, z, (_, k) => {
    power = c.mul(power, z);
    return c.mul(power, c.power(c.number(k + 1), minus));
  });
}

/** In powers of μ = log z, |μ| < 2π: ∑ ζ(s−k) μ^k/k! and the singular part. */
function nearOne<E>(c: Complexes<E>, s: E, n: number | undefined, μ: E): E {
  const minus = c.neg(μ);
  const singular =
    n === undefined
      ? c.mul(gamma(c, c.sub(c.one, s)), c.power(minus, c.sub(s, c.one)))
      : c.mul(
          c.div(c.power(μ, c.number(n - 1)), factorial(c, n - 1)),
          c.sub(harmonic(c, n - 1), c.log(minus)),
        );
  let power = c.one;
  const skipped = (k: number) => n !== undefined && k === n - 1;
  const coefficient = (k: number) => (skipped(k) ? c.zero : zeta(c, c.sub(s, c.number(k))));
  const start = coefficient(0);
  const sum = sumTerms(c, start, (_, k) => {
    power = c.div(c.mul(power, μ), c.number(k));
    return c.mul(coefficient(k), power);
  });
  const value = c.add(singular, sum);
  c.note(c.size(singular) - c.size(value));
  return value;
}

/** Li_n(z) = −(−1)^n Li_n(1/z) − (2πi)^n/n! B_n(½ + log(−z)/2πi). */
function inverted<E>(c: Complexes<E>, n: number, z: E): E {
  const circle = c.scale(c.mul(c.i, c.pi), 2);
  const place = c.add(c.number(0.5), c.div(c.log(c.neg(z)), circle));
  const front = c.div(c.power(circle, c.number(n)), factorial(c, n));
  const inner = direct(c, c.number(n), c.div(c.one, z));
  const turned = n % 2 === 0 ? c.neg(inner) : inner;
  return c.sub(turned, c.mul(front, bernoulliPolynomial(c, n, place)));
}

/** B_n(x) = ∑ C(n,k) B_k x^{n−k}, with B₁ = −½. */
function bernoulliPolynomial<E>(c: Complexes<E>, n: number, x: E): E {
  let total = c.zero;
  let choose = 1n;
  for (let k = 0; k <= n; k++) {
    const { over, under } =
      k === 1 ? { over: -1n, under: 2n } : k % 2 === 1 ? { over: 0n, under: 1n } : bernoulli(k / 2);
    const term = c.mul(c.rational(choose * over, under), c.power(x, c.number(n - k)));
    total = c.add(total, term);
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
  }
  return total;
}

/** (z d/dz)^n z/(1−z) = (−1)^{n+1} ∑ k! S(n+1,k+1) (−1/(1−z))^{k+1}. */
function rational<E>(c: Complexes<E>, n: number, z: E): E {
  if (n > 200) throw new Beyond("Li of this order");
  const step = c.neg(c.div(c.one, c.sub(c.one, z)));
  let stirling: bigint[] = [1n];
  for (let row = 1; row <= n; row++)
    stirling = Array.from(
      { length: row + 1 },
      (_, k) => BigInt(k + 1) * (stirling[k] ?? 0n) + (stirling[k - 1] ?? 0n),
    );
  let total = c.zero;
  let power = c.one;
  let fact = 1n;
  let largest = Number.NEGATIVE_INFINITY;
  stirling.forEach((number, k) => {
    power = c.mul(power, step);
    if (k > 0) fact *= BigInt(k);
    const term = c.mul(c.rational(number * fact, 1n), power);
    largest = Math.max(largest, c.size(term));
    total = c.add(total, term);
  });
  c.note(largest - c.size(total));
  return n % 2 === 1 ? total : c.neg(total);
}

function harmonic<E>(c: Complexes<E>, n: number): E {
  let value = c.zero;
  for (let k = 1; k <= n; k++) value = c.add(value, c.rational(1n, BigInt(k)));
  return value;
}
