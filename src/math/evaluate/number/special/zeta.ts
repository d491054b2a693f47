/** Riemann's and Hurwitz' ζ by Euler–Maclaurin summation, and the derivatives of ψ. */
import { type Complexes, factorial, wholeNumber } from "../complexes";
import { Beyond, Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";
import { bernoulli } from "./bernoulli";
import { digamma, gamma, sinPi } from "./gamma";

export const zetaFunctions: readonly KnownFunction[] = [
  define("ζ", 0, [1, 2], (c, _, [s, a]) => (a === undefined ? zeta(c, s) : hurwitz(c, s, a))),
  define("ψ", [0, 1], 1, (c, [n], [z]) => polygamma(c, n, z)),
  define("dirichletEta", 0, 1, (c, _, [s]) => eta(c, s)),
];

export function zeta<E>(c: Complexes<E>, s: E): E {
  const n = wholeNumber(c, s);
  if (n === 1) throw new Undefined("pole of ζ");
  if (n !== undefined && n <= 0 && n > -300) return atNegative(c, -n);
  if (n !== undefined && n % 2 === 0 && n <= 300) return atEven(c, n / 2);
  const [re] = c.toPair(s);
  if (re >= 0) return hurwitz(c, s, c.one);
  const mirror = c.sub(c.one, s);
  const front = c.mul(c.power(c.scale(c.pi, 2), s), c.div(sinPi(c, c.scale(s, 0.5)), c.pi));
  return c.mul(front, c.mul(gamma(c, mirror), zeta(c, mirror)));
}

/** ∑ (a+k)^{−s} from k = 0, continued in s. */
function hurwitz<E>(c: Complexes<E>, s: E, a: E): E {
  if (wholeNumber(c, s) === 1) throw new Undefined("pole of ζ");
  const pole = wholeNumber(c, a);
  if (pole !== undefined && pole <= 0) throw new Undefined("pole of ζ(s,a)");
  const order = Math.hypot(...c.toPair(s));
  const [left] = c.toPair(a);
  const smooth = Math.max(0, Math.ceil(0.5 * c.digits + order + 4 - left));
  const [re] = c.toPair(s);
  const plain = re > 3 && left > 0.5 ? Math.ceil(10 ** ((c.digits + 3) / (re - 1))) : smooth;
  const terms = Math.min(smooth, plain);
  let largest = Number.NEGATIVE_INFINITY;
  let value = c.zero;
  const add = (term: E) => {
    largest = Math.max(largest, c.size(term));
    value = c.add(value, term);
  };
  const minus = c.neg(s);
  for (let k = 0; k < terms; k++) add(c.power(c.add(a, c.number(k)), minus));
  if (terms < smooth) return value;
  const end = c.add(a, c.number(terms));
  const last = c.power(end, minus);
  add(c.div(c.mul(last, end), c.sub(s, c.one)));
  add(c.scale(last, 0.5));
  let rising = s;
  let power = c.div(last, end);
  const square = c.mul(end, end);
  let fact = 2n;
  for (let j = 1; j < 400; j++) {
    const { over, under } = bernoulli(j);
    const term = c.mul(c.mul(rising, power), c.rational(over, under * fact));
    add(term);
    if (c.isZero(rising) || c.size(term) < largest - c.digits - 1) break;
    rising = c.mul(rising, c.mul(c.add(s, c.number(2 * j - 1)), c.add(s, c.number(2 * j))));
    power = c.div(power, square);
    fact *= BigInt(2 * j + 1) * BigInt(2 * j + 2);
  }
  c.note(largest - c.size(value));
  return value;
}

/** ψ^{(n)}(z) = (−1)^{n+1} n! ζ(n+1, z). */
function polygamma<E>(c: Complexes<E>, order: E | undefined, z: E): E {
  const n = order === undefined ? 0 : wholeNumber(c, order);
  if (n === undefined || n < 0) throw new Beyond("ψ of an order that is not a whole number");
  if (n === 0) return digamma(c, z);
  const pole = wholeNumber(c, z);
  if (pole !== undefined && pole <= 0) throw new Undefined("pole of ψ");
  const value = c.mul(factorial(c, n), hurwitz(c, c.number(n + 1), z));
  return n % 2 === 1 ? value : c.neg(value);
}

/** ζ(2k) = (−1)^{k+1} B_{2k} (2π)^{2k} / 2 (2k)!. */
function atEven<E>(c: Complexes<E>, k: number): E {
  const { over, under } = bernoulli(k);
  let fact = 2n;
  for (let j = 2n; j <= BigInt(2 * k); j++) fact *= j;
  const sign = k % 2 === 1 ? 1n : -1n;
  return c.mul(c.rational(sign * over, under * fact), c.power(c.scale(c.pi, 2), c.number(2 * k)));
}

/** ζ(−n) = (−1)^n B_{n+1} / (n+1). */
function atNegative<E>(c: Complexes<E>, n: number): E {
  if (n === 0) return c.number(-0.5);
  if (n % 2 === 0) return c.zero;
  const { over, under } = bernoulli((n + 1) / 2);
  return c.rational(-over, under * BigInt(n + 1));
}

/** ∑ (−1)^{n+1} n^{−s} = (1 − 2^{1−s}) ζ(s). */
export function eta<E>(c: Complexes<E>, s: E): E {
  if (wholeNumber(c, s) === 1) return c.log(c.number(2));
  const front = c.sub(c.one, c.power(c.number(2), c.sub(c.one, s)));
  c.note(-c.size(front));
  return c.mul(front, zeta(c, s));
}
