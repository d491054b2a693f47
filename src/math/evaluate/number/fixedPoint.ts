/** Elementary functions of decimals, summed in whole numbers over a power of two: some forty times faster than in decimals. */
import type { Decimal } from "decimal.js";

export interface Elementary {
  /** eˣ for |x| ≤ 10⁹. */
  readonly exp: (x: Decimal) => Decimal;
  /** sin x and cos x, to the same absolute error. */
  readonly sinCos: (x: Decimal) => readonly [sin: Decimal, cos: Decimal];
  /** ln x for x > 0. */
  readonly ln: (x: Decimal) => Decimal;
  /** The angle of the point (x, y), neither of them zero, in (−π, π). */
  readonly angle: (y: Decimal, x: Decimal) => Decimal;
}

/** Bits beyond those of the digits asked for: they are lost in halving, doubling and reducing arguments. */
const spare = 72;
/** Halvings of an argument before its series is summed. */
const halvings = 8n;

/** Functions for decimals of this length; arguments beyond the range of the method go to decimal.js. */
export function elementary(Long: typeof Decimal, digits: number): Elementary {
  const bits = BigInt(Math.ceil(digits * Math.log2(10)) + spare);
  const one = 1n << bits;
  const ln2 = logarithmOfTwo(one);
  const quarter = piOver(one, 2n);
  const Wide = Long.clone({ precision: 2 * digits + spare });
  const scale = new Wide(one.toString());
  const powers = new Map<number, Decimal>();

  const fixed = (x: Decimal): bigint => BigInt(scale.times(x).toFixed(0));
  const times = (a: bigint, b: bigint): bigint => (a * b) >> bits;
  const powerOfTwo = (n: number): Decimal => {
    const known = powers.get(n) ?? new Long(2).pow(n);
    if (powers.size < 5000) powers.set(n, known);
    return known;
  };
  const decimal = (value: bigint, doublings = 0): Decimal =>
    new Long(value.toString()).times(powerOfTwo(doublings - Number(bits)));

  const exp = (x: Decimal): Decimal => {
    const whole = fixed(x);
    const doublings = rounded(whole, ln2);
    const small = (whole - doublings * ln2) >> halvings;
    let term = one;
    let total = one;
    for (let n = 1n; term !== 0n && term !== -1n; n++) {
      term = times(term, small) / n;
      total += term;
    }
    for (let n = 0n; n < halvings; n++) total = times(total, total);
    return decimal(total, Number(doublings));
  };

  const sinCos = (x: Decimal): readonly [Decimal, Decimal] => {
    if (x.abs().gt(1e9) || x.abs().lt(1e-9)) return [x.sin(), x.cos()];
    const whole = fixed(x);
    const quarters = rounded(whole, quarter);
    const small = (whole - quarters * quarter) >> halvings;
    const square = times(small, small);
    let [sin, versine] = [small, 0n];
    let term = small;
    for (let n = 2n; term !== 0n && term !== -1n; n += 2n) {
      term = -times(term, square) / (n * (n + 1n));
      sin += term;
    }
    term = one;
    for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
      term = -times(term, square) / (n * (n + 1n));
      versine -= term;
    }
    for (let n = 0n; n < halvings; n++)
      [sin, versine] = [2n * times(sin, one - versine), 2n * times(sin, sin)];
    const cos = one - versine;
    const [s, c] = [
      [sin, cos],
      [cos, -sin],
      [-sin, -cos],
      [-cos, sin],
    ][Number(((quarters % 4n) + 4n) % 4n)] as [bigint, bigint];
    return [decimal(s), decimal(c)];
  };

  const ln = (x: Decimal): Decimal => {
    const inReach = Math.abs(x.e) < 300;
    const doublings = Math.round(inReach ? Math.log2(x.toNumber()) : x.e * Math.log2(10));
    const near = x.div(powerOfTwo(doublings));
    if (near.minus(1).abs().lt(1e-6)) return x.ln();
    let y = new Long(Math.log(near.toNumber()));
    for (let right = 15; right < digits; right *= 3) {
      const there = exp(y);
      y = y.plus(near.minus(there).div(near.plus(there)).times(2));
    }
    return y.plus(decimal(ln2).times(doublings));
  };

  const angle = (y: Decimal, x: Decimal): Decimal => {
    const start = new Long(Math.atan2(...unitOf(y, x)));
    const [sin, cos] = sinCos(start);
    const slope = y
      .times(cos)
      .minus(x.times(sin))
      .div(x.times(cos).plus(y.times(sin)));
    const square = slope.times(slope);
    let power = slope;
    let total = slope;
    for (let n = 3; n * 15 <= digits + 30; n += 2) {
      power = power.times(square).neg();
      total = total.plus(power.div(n));
    }
    return start.plus(total);
  };

  return { exp, sinCos, ln, angle };
}

/** Both within the range of doubles, their ratio kept. */
function unitOf(y: Decimal, x: Decimal): [number, number] {
  const larger = y.abs().gt(x.abs()) ? y.abs() : x.abs();
  return [y.div(larger).toNumber(), x.div(larger).toNumber()];
}

/** a/b to the nearest whole number. */
const rounded = (a: bigint, b: bigint): bigint => {
  const twice = 2n * a + b;
  const found = twice / (2n * b);
  return twice < 0n && found * 2n * b !== twice ? found - 1n : found;
};

/** ln 2 = 2 artanh(1/3). */
function logarithmOfTwo(one: bigint): bigint {
  let power = (2n * one) / 3n;
  let total = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    total += power / n;
    power /= 9n;
  }
  return total;
}

/** π/n = (16 arctan(1/5) − 4 arctan(1/239))/n (Machin). */
const piOver = (one: bigint, n: bigint): bigint =>
  (16n * inverseTangent(one, 5n) - 4n * inverseTangent(one, 239n)) / n;

function inverseTangent(one: bigint, of: bigint): bigint {
  let power = one / of;
  let total = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    total += n % 4n === 1n ? power / n : -power / n;
    power /= of * of;
  }
  return total;
}
