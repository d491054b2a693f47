/** Complex numbers as pairs of doubles, with elementary functions. */
import { type Complexes, wholePower } from "./complexes";
import { Undefined } from "./field";

export interface Pair {
  readonly re: number;
  readonly im: number;
}

const pair = (re: number, im = 0): Pair => ({ re, im });

const zero = pair(0);
const one = pair(1);

/** A few units in the last place. */
const rounding = 8 * Number.EPSILON;

const mul = (a: Pair, b: Pair): Pair =>
  a.im === 0 && b.im === 0
    ? { re: a.re * b.re, im: 0 }
    : { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };

function div(a: Pair, b: Pair): Pair {
  if (b.im === 0) {
    if (b.re === 0) throw new Undefined("pole");
    return { re: a.re / b.re, im: a.im / b.re };
  }
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const r = b.im / b.re;
    const d = b.re + b.im * r;
    return { re: (a.re + a.im * r) / d, im: (a.im - a.re * r) / d };
  }
  const r = b.re / b.im;
  const d = b.re * r + b.im;
  return { re: (a.re * r + a.im) / d, im: (a.im * r - a.re) / d };
}

/** On the negative axis, up to rounding. */
const onCut = (a: Pair): boolean => a.re < 0 && Math.abs(a.im) <= rounding * -a.re;

const modulus = (a: Pair): number => (a.im === 0 ? Math.abs(a.re) : Math.hypot(a.re, a.im));

function exp(a: Pair): Pair {
  const size = Math.exp(a.re);
  if (!Number.isFinite(size)) throw new Undefined("overflow");
  if (a.im === 0) return pair(size);
  return pair(size * realCos(a.im), size * realSin(a.im));
}

function log(a: Pair): Pair {
  if (a.re === 0 && a.im === 0) throw new Undefined("log 0");
  if (onCut(a)) return pair(Math.log(-a.re), Math.PI);
  if (a.im === 0) return pair(Math.log(a.re));
  const x = Math.max(Math.abs(a.re), Math.abs(a.im));
  const y = Math.min(Math.abs(a.re), Math.abs(a.im));
  const size =
    x > 0.5 && x < 1.5 ? 0.5 * Math.log1p((x - 1) * (x + 1) + y * y) : Math.log(modulus(a));
  return pair(size, Math.atan2(a.im, a.re));
}

function sqrt(a: Pair): Pair {
  if (onCut(a)) return pair(0, Math.sqrt(-a.re));
  if (a.im === 0) return pair(Math.sqrt(a.re));
  const x = Math.sqrt((modulus(a) + Math.abs(a.re)) / 2);
  const y = Math.abs(a.im) / (2 * x);
  const sign = a.im < 0 ? -1 : 1;
  return a.re >= 0 ? pair(x, sign * y) : pair(y, sign * x);
}

/** sin x; zero where x is a multiple of π up to rounding. */
function realSin(x: number): number {
  const s = Math.sin(x);
  return Math.abs(s) < 0.5 * rounding * Math.abs(x) && Math.abs(x) > 1 ? 0 : s;
}

function realCos(x: number): number {
  const c = Math.cos(x);
  return Math.abs(c) < 0.5 * rounding * Math.max(1, Math.abs(x)) ? 0 : c;
}

const sin = (a: Pair): Pair =>
  a.im === 0
    ? pair(realSin(a.re))
    : pair(realSin(a.re) * Math.cosh(a.im), realCos(a.re) * Math.sinh(a.im));
const cos = (a: Pair): Pair =>
  a.im === 0
    ? pair(realCos(a.re))
    : pair(realCos(a.re) * Math.cosh(a.im), -realSin(a.re) * Math.sinh(a.im));
const sinh = (a: Pair): Pair =>
  a.im === 0
    ? pair(Math.sinh(a.re))
    : pair(Math.sinh(a.re) * realCos(a.im), Math.cosh(a.re) * realSin(a.im));
const cosh = (a: Pair): Pair =>
  a.im === 0
    ? pair(Math.cosh(a.re))
    : pair(Math.cosh(a.re) * realCos(a.im), Math.sinh(a.re) * realSin(a.im));

function power(a: Pair, b: Pair): Pair {
  if (b.im === 0 && Number.isInteger(2 * b.re) && Math.abs(b.re) <= 256)
    return finite(Number.isInteger(b.re) ? whole(a, b.re) : whole(sqrt(a), 2 * b.re));
  if (a.re === 0 && a.im === 0) {
    if (b.re > 0) return zero;
    throw new Undefined("pole");
  }
  const real = a.im === 0 && b.im === 0 && (a.re > 0 || Number.isInteger(b.re));
  return real ? finite(pair(a.re ** b.re)) : exp(mul(b, log(a)));
}

/** aⁿ for a whole number n of modest size. */
function whole(a: Pair, n: number): Pair {
  if (n === 0) return one;
  if (a.im === 0) return pair((n < 0 ? nonzero(a.re) : a.re) ** n);
  const raised = wholePower(complexDoubles, a, Math.abs(n));
  return n < 0 ? div(one, raised) : raised;
}

function nonzero(x: number): number {
  if (x === 0) throw new Undefined("pole");
  return x;
}

/** Throws where a value has left the range of doubles. */
export function finite(a: Pair): Pair {
  if (Number.isFinite(a.re) && Number.isFinite(a.im)) return a;
  throw new Undefined("overflow");
}

export const complexDoubles: Complexes<Pair> = {
  digits: 15.9,
  zero,
  one,
  i: pair(0, 1),
  pi: pair(Math.PI),
  number: pair,
  rational: (numerator, denominator) => pair(ratio(numerator, denominator)),
  add: (a, b) => ({ re: a.re + b.re, im: a.im + b.im }),
  sub: (a, b) => ({ re: a.re - b.re, im: a.im - b.im }),
  mul,
  scale: (a, x) => ({ re: a.re * x, im: a.im * x }),
  neg: (a) => ({ re: -a.re, im: -a.im }),
  div,
  conj: (a) => ({ re: a.re, im: -a.im }),
  re: (a) => pair(a.re),
  im: (a) => pair(a.im),
  isZero: (a) => a.re === 0 && a.im === 0,
  abs: (a) => pair(modulus(a)),
  arg(a) {
    if (a.re === 0 && a.im === 0) throw new Undefined("arg 0");
    return pair(onCut(a) ? Math.PI : Math.atan2(a.im, a.re));
  },
  size: (a) => Math.log10(modulus(a)),
  exp,
  log,
  sqrt,
  sin,
  cos,
  sinh,
  cosh,
  realInverse: (name, a) => pair(Math[name](a.re)),
  power,
  toPair: (a) => [a.re, a.im],
  note(lost) {
    if (lost > complexDoubles.loss) complexDoubles.loss = lost;
  },
  loss: 0,
};

/** The double next to a fraction, whatever the size of its parts. */
export function ratio(numerator: bigint, denominator: bigint): number {
  const exact = 9007199254740992n;
  const over = Number(numerator);
  const under = Number(denominator);
  if (numerator <= exact && -numerator <= exact && denominator <= exact) return over / under;
  const bits = bitLength(numerator) - bitLength(denominator);
  const shift = BigInt(64 - bits);
  const scaled =
    shift >= 0n ? (numerator << shift) / denominator : numerator / (denominator << -shift);
  return Number(scaled) * 2 ** (bits - 64);
}

const bitLength = (n: bigint): number => (n < 0n ? -n : n).toString(2).length;
