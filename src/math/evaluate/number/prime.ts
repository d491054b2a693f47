/** GF(p²) for primes p ≡ 3 mod 4 of 25 bits: a + bi with i² = −1, so that i and conjugation are exact. */
import type { Domain } from "../../expr/node";
import type { Pair } from "./complexDoubles";
import { Beyond, type Field, type Random, Undefined } from "./field";
import { primeFunction } from "./primeFunctions";

/** Primes just below 2²⁵ that leave 3 on division by 4. */
export const primes: readonly number[] = largestPrimes(2 ** 25, 24);

/** Integers up to this size are recognised as such; generic elements keep clear of them. */
const modest = 1024;

export function primeField(p: number): Field<Pair> {
  const inverseP = 1 / p;

  /** x mod p for 0 ≤ |x| < 2^53. */
  const reduce = (x: number): number => {
    const rest = x - Math.floor(x * inverseP) * p;
    return (rest < 0 ? rest + p : rest >= p ? rest - p : rest) | 0;
  };
  const plus = (a: number, b: number): number => {
    const s = a + b;
    return s >= p ? s - p : s;
  };
  const less = (a: number, b: number): number => {
    const s = a - b;
    return s < 0 ? s + p : s;
  };
  const opposite = (a: number): number => (a === 0 ? 0 : p - a);
  const whole = (n: number): Pair => ({ re: reduce(n), im: 0 });

  /** 1/a mod p by Euclid's algorithm. */
  const invert = (a: number): number => {
    if (a === 0) throw new Undefined("pole");
    let [r, s, x, y] = [p, a, 0, 1];
    while (s !== 0) {
      const q = Math.floor(r / s);
      [r, s] = [s, r - q * s];
      [x, y] = [y, x - q * y];
    }
    return reduce(x);
  };

  const mul = (a: Pair, b: Pair): Pair => {
    if (a.im === 0 && b.im === 0) return { re: reduce(a.re * b.re), im: 0 };
    return {
      re: reduce(a.re * b.re - a.im * b.im),
      im: reduce(a.re * b.im + a.im * b.re),
    };
  };
  const inverse = (a: Pair): Pair => {
    if (a.im === 0) return { re: invert(a.re), im: 0 };
    const norm = invert(reduce(a.re * a.re + a.im * a.im));
    return { re: reduce(a.re * norm), im: reduce(opposite(a.im) * norm) };
  };
  const integer = (a: Pair): number | undefined => {
    if (a.im !== 0) return undefined;
    if (a.re <= modest) return a.re;
    return a.re >= p - modest ? a.re - p : undefined;
  };

  const field: Field<Pair> = {
    kind: "prime",
    zero: { re: 0, im: 0 },
    one: { re: 1, im: 0 },
    i: { re: 0, im: 1 },
    rational(numerator, denominator) {
      const residue = (n: bigint) => whole(Number(n % BigInt(p)));
      const over = residue(numerator);
      return denominator === 1n ? over : mul(over, inverse(residue(denominator)));
    },
    add: (a, b) => ({ re: plus(a.re, b.re), im: plus(a.im, b.im) }),
    sub: (a, b) => ({ re: less(a.re, b.re), im: less(a.im, b.im) }),
    mul,
    neg: (a) => ({ re: opposite(a.re), im: opposite(a.im) }),
    div: (a, b) => mul(a, inverse(b)),
    conj: (a) => ({ re: a.re, im: opposite(a.im) }),
    re: (a) => ({ re: a.re, im: 0 }),
    im: (a) => ({ re: a.im, im: 0 }),
    isZero: (a) => a.re === 0 && a.im === 0,
    magnitude: (a) => (a.re === 0 && a.im === 0 ? 0 : 1),
    random: (domain, random) => generic(domain, random, p),
    func: (name, parameters, args) => primeFunction(field, name, parameters, args),
    power(base, exponent) {
      const n = integer(exponent);
      if (n === undefined)
        throw new Beyond("a power that is not a whole number, in exact arithmetic");
      return wholePower(n < 0 ? inverse(base) : base, Math.abs(n), field.one, mul);
    },
    integer,
    toPair() {
      throw new Beyond("the value of an element of a prime field");
    },
  };
  return field;
}

function wholePower<E>(base: E, n: number, one: E, mul: (a: E, b: E) => E): E {
  let result = one;
  for (let square = base, left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = mul(result, square);
    if (left > 1) square = mul(square, square);
  }
  return result;
}

/** Whole numbers stay small, so that they may count and stand in exponents; all others fill the field. */
function generic(domain: Domain, random: Random, p: number): Pair {
  const any = () => modest + 1 + Math.floor(random() * (p - 2 * modest - 2));
  switch (domain) {
    case "complex":
      return { re: any(), im: any() };
    case "integer":
      return { re: (Math.floor(random() * 97) - 48 + p) % p, im: 0 };
    case "natural":
      return { re: 1 + Math.floor(random() * 96), im: 0 };
    case "spin": {
      const twice = 1 + Math.floor(random() * 48);
      return { re: twice % 2 === 0 ? twice / 2 : (twice + p) / 2, im: 0 };
    }
    case "real":
    case "nonzero":
    case "positive":
    case "nonnegative":
    case "small":
      return { re: any(), im: 0 };
  }
}

function largestPrimes(below: number, count: number): readonly number[] {
  const found: number[] = [];
  for (let n = below - 1; found.length < count; n -= 4) if (isPrime(n)) found.push(n);
  return found;
}

function isPrime(n: number): boolean {
  for (let q = 3; q * q <= n; q += 2) if (n % q === 0) return false;
  return n % 2 === 1;
}
