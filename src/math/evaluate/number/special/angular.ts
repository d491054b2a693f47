/** Clebsch–Gordan coefficients and Wigner's 3j and 6j symbols, exact up to one square root. */
import { type Complexes, wholeNumber } from "../complexes";
import { Beyond } from "../field";
import { define, type KnownFunction } from "../knownFunction";

export const angularFunctions: readonly KnownFunction[] = [
  define("wigner3j", 0, 6, (c, _, args) => {
    const [a, b, d, α, β, γ] = twice(c, args);
    return threeJ(c, a, b, d, α, β, γ);
  }),
  define("clebschGordan", 0, 6, (c, _, args) => {
    const [a, α, b, β, d, γ] = twice(c, args);
    const sign = ((a - b + γ) / 2) % 2 === 0 ? 1 : -1;
    const norm = c.sqrt(c.number(d + 1));
    return c.scale(c.mul(norm, threeJ(c, a, b, d, α, β, -γ)), sign);
  }),
  define("wigner6j", 0, 6, (c, _, args) => {
    const [a, b, d, e, f, g] = twice(c, args);
    return sixJ(c, a, b, d, e, f, g);
  }),
];

type Six = readonly [number, number, number, number, number, number];

/** Twice the angular momenta, as whole numbers. */
function twice<E>(c: Complexes<E>, args: readonly E[]): Six {
  return args.map((z) => {
    const n = wholeNumber(c, c.scale(z, 2));
    if (n === undefined || Math.abs(n) > 400) throw new Beyond("an angular momentum of this size");
    return n;
  }) as unknown as Six;
}

const even = (n: number): boolean => n % 2 === 0;
const triangle = (a: number, b: number, d: number): boolean =>
  d >= Math.abs(a - b) && d <= a + b && even(a + b + d);

/** Racah's sum; all arguments doubled. */
function threeJ<E>(
  c: Complexes<E>,
  a: number,
  b: number,
  d: number,
  α: number,
  β: number,
  γ: number,
): E {
  const fits = ([j, m]: readonly [number, number]) => j >= 0 && Math.abs(m) <= j && even(j + m);
  if (α + β + γ !== 0 || !triangle(a, b, d)) return c.zero;
  if (![[a, α] as const, [b, β] as const, [d, γ] as const].every(fits)) return c.zero;
  const h = (n: number): bigint => factorial(n / 2);
  let sum: Fraction = [0n, 1n];
  for (let t = 0; t <= (a + b - d) / 2; t++) {
    const under = [
      2 * t,
      d - b + 2 * t + α,
      d - a + 2 * t - β,
      a + b - d - 2 * t,
      a - 2 * t - α,
      b - 2 * t + β,
    ];
    if (under.some((n) => n < 0)) continue;
    const product = under.reduce((total, n) => total * h(n), 1n);
    sum = plus(sum, [even(t) ? 1n : -1n, product]);
  }
  const squared = h(a + α) * h(a - α) * h(b + β) * h(b - β) * h(d + γ) * h(d - γ);
  const [over, under] = delta(a, b, d);
  const root = c.sqrt(c.rational(squared * over, under));
  const value = c.mul(c.rational(sum[0], sum[1]), root);
  return even((a - b - γ) / 2) ? value : c.neg(value);
}

function sixJ<E>(
  c: Complexes<E>,
  a: number,
  b: number,
  d: number,
  e: number,
  f: number,
  g: number,
): E {
  const triads = [
    [a, b, d],
    [a, f, g],
    [e, b, g],
    [e, f, d],
  ] as const;
  if (!triads.every(([p, q, r]) => triangle(p, q, r))) return c.zero;
  const h = (n: number): bigint => factorial(n / 2);
  const sums = triads.map(([p, q, r]) => p + q + r);
  const tops = [a + b + e + f, b + d + f + g, d + a + g + e];
  let sum: Fraction = [0n, 1n];
  for (let t = Math.max(...sums); t <= Math.min(...tops); t += 2) {
    const below = sums.reduce((total, n) => total * h(t - n), 1n);
    const under = tops.reduce((total, n) => total * h(n - t), below);
    const over = h(t + 2);
    sum = plus(sum, [even(t / 2) ? over : -over, under]);
  }
  const [over, under] = triads
    .map(([p, q, r]) => delta(p, q, r))
    .reduce<Fraction>(([x, y], [p, q]) => [x * p, y * q], [1n, 1n]);
  return c.mul(c.rational(sum[0], sum[1]), c.sqrt(c.rational(over, under)));
}

type Fraction = readonly [bigint, bigint];

const plus = ([a, b]: Fraction, [p, q]: Fraction): Fraction => [a * q + p * b, b * q];

/** (a+b−d)! (a−b+d)! (−a+b+d)! / (a+b+d+1)!. */
const delta = (a: number, b: number, d: number): Fraction => [
  factorial((a + b - d) / 2) * factorial((a - b + d) / 2) * factorial((b + d - a) / 2),
  factorial((a + b + d) / 2 + 1),
];

const factorials: bigint[] = [1n];

function factorial(n: number): bigint {
  for (let k = factorials.length; k <= n; k++)
    factorials.push((factorials[k - 1] as bigint) * BigInt(k));
  return factorials[n] as bigint;
}
