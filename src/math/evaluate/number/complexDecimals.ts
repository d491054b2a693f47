/** Complex numbers as pairs of decimals of any length, with elementary functions built on the real ones of decimal.js. */
import { Decimal } from "decimal.js";
import { type Complexes, wholePower } from "./complexes";
import { Undefined } from "./field";
import { elementary } from "./fixedPoint";

export interface DecimalPair {
  readonly re: Decimal;
  readonly im: Decimal;
}

const made = new Map<number, Complexes<DecimalPair>>();

/** Arithmetic that carries `digits` decimal digits. */
export function complexDecimals(digits: number): Complexes<DecimalPair> {
  const known = made.get(digits);
  if (known) return known;
  const fresh = make(digits);
  made.set(digits, fresh);
  return fresh;
}

function make(digits: number): Complexes<DecimalPair> {
  const Long = Decimal.clone({ precision: digits, maxE: 9e9, minE: -9e9 });
  const nought = new Long(0);
  const functions = elementary(Long, digits);
  const pi = Long.acos(-1);
  const rounding = new Long(10).pow(4 - digits);
  const pair = (re: Decimal, im: Decimal = nought): DecimalPair => ({ re, im });
  const zero = pair(nought);
  const one = pair(new Long(1));

  const mul = (a: DecimalPair, b: DecimalPair): DecimalPair => {
    if (a.im.isZero())
      return b.im.isZero() ? pair(a.re.times(b.re)) : pair(a.re.times(b.re), a.re.times(b.im));
    if (b.im.isZero()) return pair(a.re.times(b.re), a.im.times(b.re));
    return pair(a.re.times(b.re).minus(a.im.times(b.im)), a.re.times(b.im).plus(a.im.times(b.re)));
  };
  const div = (a: DecimalPair, b: DecimalPair): DecimalPair => {
    if (b.im.isZero()) {
      if (b.re.isZero()) throw new Undefined("pole");
      return pair(a.re.div(b.re), a.im.isZero() ? nought : a.im.div(b.re));
    }
    const norm = b.re.times(b.re).plus(b.im.times(b.im));
    const over = mul(a, pair(b.re, b.im.neg()));
    return pair(over.re.div(norm), over.im.div(norm));
  };
  const modulus = (a: DecimalPair): Decimal =>
    a.im.isZero() ? a.re.abs() : a.re.times(a.re).plus(a.im.times(a.im)).sqrt();
  const onCut = (a: DecimalPair): boolean =>
    a.re.isNegative() && (a.im.isZero() || a.im.abs().lte(a.re.abs().times(rounding)));

  const realExp = (x: Decimal): Decimal => {
    if (x.gt(1e9)) throw new Undefined("overflow");
    return x.lt(-1e9) ? nought : functions.exp(x);
  };
  /** Zero where x is a multiple of π up to rounding. */
  const snapped = (value: Decimal, x: Decimal, least: number): Decimal =>
    value.abs().lt(rounding.times(Long.max(least, x.abs()))) && x.abs().gt(least) ? nought : value;
  const sinCos = (x: Decimal): readonly [Decimal, Decimal] => {
    if (x.isZero()) return [nought, one.re];
    const [sin, cos] = functions.sinCos(x);
    return [snapped(sin, x, 1), snapped(cos, x, 1)];
  };
  const sinhCosh = (x: Decimal): readonly [Decimal, Decimal] => {
    if (x.abs().lt(0.1)) return [x.sinh(), x.cosh()];
    const grown = realExp(x);
    const back = grown.isZero() ? realExp(x.neg()) : new Long(1).div(grown);
    return [grown.minus(back).div(2), grown.plus(back).div(2)];
  };

  const exp = (a: DecimalPair): DecimalPair => {
    const size = realExp(a.re);
    if (a.im.isZero()) return pair(size);
    const [sin, cos] = sinCos(a.im);
    return pair(size.times(cos), size.times(sin));
  };
  const arg = (a: DecimalPair): Decimal => {
    if (a.re.isZero() && a.im.isZero()) throw new Undefined("arg 0");
    if (onCut(a)) return pi;
    return a.im.isZero()
      ? nought
      : a.re.isZero()
        ? Long.atan2(a.im, a.re)
        : functions.angle(a.im, a.re);
  };
  const log = (a: DecimalPair): DecimalPair => {
    if (a.re.isZero() && a.im.isZero()) throw new Undefined("log 0");
    return pair(functions.ln(modulus(a)), arg(a));
  };
  const sqrt = (a: DecimalPair): DecimalPair => {
    if (a.re.isZero() && a.im.isZero()) return zero;
    if (onCut(a)) return pair(nought, a.re.neg().sqrt());
    if (a.im.isZero()) return pair(a.re.sqrt());
    const x = modulus(a).plus(a.re.abs()).div(2).sqrt();
    const y = a.im.abs().div(x.times(2));
    const sign = (z: Decimal) => (a.im.isNegative() ? z.neg() : z);
    return a.re.isNegative() ? pair(y, sign(x)) : pair(x, sign(y));
  };
  /** The sine and cosine of the angle, the hyperbolic ones of the stretch, put together. */
  const turn = (
    [angle, stretch]: readonly [Decimal, Decimal],
    parts: (sin: Decimal, cos: Decimal, sinh: Decimal, cosh: Decimal) => DecimalPair,
  ): DecimalPair => parts(...sinCos(angle), ...sinhCosh(stretch));

  /** aⁿ for a whole number n of modest size. */
  const whole = (a: DecimalPair, n: number): DecimalPair => {
    const size = Math.abs(n);
    const raised = a.im.isZero() ? pair(a.re.pow(size)) : wholePower(c, a, size);
    return n < 0 ? div(one, raised) : raised;
  };
  const power = (a: DecimalPair, b: DecimalPair): DecimalPair => {
    const twice = b.im.isZero() && b.re.abs().lte(2048) ? b.re.times(2) : undefined;
    if (twice?.isInteger())
      return b.re.isInteger() ? whole(a, b.re.toNumber()) : whole(sqrt(a), twice.toNumber());
    if (a.re.isZero() && a.im.isZero()) {
      if (b.re.gt(0)) return zero;
      throw new Undefined("pole");
    }
    const real = a.im.isZero() && b.im.isZero() && b.re.isInteger() && b.re.abs().lte(1e9);
    return real ? pair(a.re.pow(b.re)) : exp(mul(b, log(a)));
  };

  const c: Complexes<DecimalPair> = {
    digits,
    zero,
    one,
    i: pair(nought, one.re),
    pi: pair(pi),
    number: (re, im = 0) => pair(new Long(re), im === 0 ? nought : new Long(im)),
    rational: (numerator, denominator) =>
      pair(new Long(numerator.toString()).div(new Long(denominator.toString()))),
    add: (a, b) =>
      pair(a.re.plus(b.re), a.im.isZero() ? b.im : b.im.isZero() ? a.im : a.im.plus(b.im)),
    sub: (a, b) => pair(a.re.minus(b.re), b.im.isZero() ? a.im : a.im.minus(b.im)),
    mul,
    scale: (a, x) => pair(a.re.times(x), a.im.isZero() ? nought : a.im.times(x)),
    neg: (a) => pair(a.re.neg(), a.im.isZero() ? nought : a.im.neg()),
    div,
    conj: (a) => pair(a.re, a.im.isZero() ? nought : a.im.neg()),
    re: (a) => pair(a.re),
    im: (a) => pair(a.im),
    isZero: (a) => a.re.isZero() && a.im.isZero(),
    abs: (a) => pair(modulus(a)),
    arg: (a) => pair(arg(a)),
    size: (a) => logarithm(a),
    exp,
    log,
    sqrt,
    sin: (a) =>
      a.im.isZero()
        ? pair(sinCos(a.re)[0])
        : turn([a.re, a.im], (s, k, sh, ch) => pair(s.times(ch), k.times(sh))),
    cos: (a) =>
      a.im.isZero()
        ? pair(sinCos(a.re)[1])
        : turn([a.re, a.im], (s, k, sh, ch) => pair(k.times(ch), s.times(sh).neg())),
    sinh: (a) =>
      a.im.isZero()
        ? pair(sinhCosh(a.re)[0])
        : turn([a.im, a.re], (s, k, sh, ch) => pair(sh.times(k), ch.times(s))),
    cosh: (a) =>
      a.im.isZero()
        ? pair(sinhCosh(a.re)[1])
        : turn([a.im, a.re], (s, k, sh, ch) => pair(ch.times(k), sh.times(s))),
    realInverse: (name, a) => pair(a.re[name]()),
    power,
    toPair: (a) => [a.re.toNumber(), a.im.toNumber()],
    note(lost) {
      if (lost > c.loss) c.loss = lost;
    },
    loss: 0,
  };
  return c;
}

/** log₁₀ of the modulus as a double, also where the modulus itself is outside the range of doubles. */
function logarithm(a: DecimalPair): number {
  const re = a.re.isZero() ? Number.NEGATIVE_INFINITY : magnitude(a.re);
  const im = a.im.isZero() ? Number.NEGATIVE_INFINITY : magnitude(a.im);
  const larger = Math.max(re, im);
  if (!Number.isFinite(larger)) return larger;
  return larger + 0.5 * Math.log10(1 + 10 ** (2 * (Math.min(re, im) - larger)));
}

function magnitude(x: Decimal): number {
  const exponent = x.e;
  const digits = x.d;
  const leading = digits[0] ?? 1;
  const next = digits[1] ?? 0;
  const mantissa = (leading + next / 1e7) / 10 ** Math.floor(Math.log10(leading));
  return exponent + Math.log10(mantissa);
}

/** The same number in arithmetic that carries `digits` digits, rounded to them. */
export function withDigits(digits: number, a: DecimalPair): DecimalPair {
  const { re, im } = complexDecimals(digits).zero;
  return { re: re.plus(a.re), im: im.plus(a.im) };
}
