/** Bessel functions J, Y, I, K, the Hankel and spherical ones, and Airy functions. */
import { type Complexes, factorial, sumTerms, wholeNumber } from "../complexes";
import { Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";
import { cosPi, eulerGamma, gamma, reciprocalGamma, sinPi } from "./gamma";
import { series } from "./hypergeometric";
import { degree } from "./polynomials";

export const besselFunctions: readonly KnownFunction[] = [
  define("besselJ", 1, 1, (c, [ν], [z]) => regular(c, ν, z, -1)),
  define("besselI", 1, 1, (c, [ν], [z]) => regular(c, ν, z, 1)),
  define("besselY", 1, 1, (c, [ν], [z]) => besselY(c, ν, z)),
  define("besselK", 1, 1, (c, [ν], [z]) => besselK(c, ν, z)),
  define("hankel1", 1, 1, (c, [ν], [z]) => hankel(c, ν, z, 1)),
  define("hankel2", 1, 1, (c, [ν], [z]) => hankel(c, ν, z, -1)),
  define("sphericalJ", 1, 1, (c, [n], [z]) => sphericalJ(c, degree(c, n), z)),
  define("sphericalN", 1, 1, (c, [n], [z]) => sphericalN(c, degree(c, n), z)),
  define("sphericalH1", 1, 1, (c, [n], [z]) => sphericalH(c, degree(c, n), z, 1)),
  define("sphericalH2", 1, 1, (c, [n], [z]) => sphericalH(c, degree(c, n), z, -1)),
  define("airyAi", 0, 1, (c, _, [z]) => airy(c, z, -1)),
  define("airyBi", 0, 1, (c, _, [z]) => airy(c, z, 1)),
  define("airyAiPrime", 0, 1, (c, _, [z]) => airySlope(c, z, -1)),
  define("airyBiPrime", 0, 1, (c, _, [z]) => airySlope(c, z, 1)),
];

/** (z/2)^ν / Γ(ν+1) ₀F₁(; ν+1; ±z²/4): J for the lower sign, I for the upper one. */
function regular<E>(c: Complexes<E>, ν: E, z: E, sign: 1 | -1): E {
  const n = wholeNumber(c, ν);
  if (n !== undefined && n < 0) {
    const mirrored = regular(c, c.neg(ν), z, sign);
    return sign < 0 && n % 2 !== 0 ? c.neg(mirrored) : mirrored;
  }
  if (c.isZero(z)) {
    if (n === 0) return c.one;
    if (c.toPair(ν)[0] > 0) return c.zero;
    throw new Undefined("pole");
  }
  const far = sign < 0 ? farWaves(c, ν, z) : undefined;
  if (far) return c.scale(c.add(far.outgoing, far.incoming), 0.5);
  const half = c.scale(z, 0.5);
  const order = c.add(ν, c.one);
  const argument = c.scale(c.mul(half, half), sign);
  return c.mul(
    c.mul(c.power(half, ν), reciprocalGamma(c, order)),
    series(c, [], [order], argument),
  );
}

/** H⁽¹⁾ and H⁽²⁾ by Hankel's expansion, where it reaches the last digit. */
function farWaves<E>(c: Complexes<E>, ν: E, z: E): { outgoing: E; incoming: E } | undefined {
  const [re, im] = c.toPair(z);
  if (re < 0.9 * c.digits || Math.abs(im) > re) return undefined;
  const phase = c.sub(z, c.mul(c.scale(c.pi, 0.5), c.add(ν, c.number(0.5))));
  const front = c.sqrt(c.div(c.number(2), c.mul(c.pi, z)));
  const wave = (sign: 1 | -1): E | undefined => {
    const sum = hankelSum(c, ν, c.div(c.scale(c.i, sign), z));
    return sum && c.mul(c.mul(front, c.exp(c.scale(c.mul(c.i, phase), sign))), sum);
  };
  const outgoing = wave(1);
  const incoming = wave(-1);
  return outgoing && incoming && { outgoing, incoming };
}

/** ∑ a_k(ν) w^k with a_k = ∏ (4ν²−(2j−1)²) / (k! 8^k). */
function hankelSum<E>(c: Complexes<E>, ν: E, w: E): E | undefined {
  const four = c.scale(c.mul(ν, ν), 4);
  let term = c.one;
  let total = c.one;
  let before = Number.POSITIVE_INFINITY;
  for (let k = 1; k < 400; k++) {
    const factor = c.sub(four, c.number((2 * k - 1) ** 2));
    term = c.div(c.mul(c.mul(term, factor), w), c.number(8 * k));
    const size = c.size(term);
    if (size < -c.digits - 1) return total;
    if (size > before && k > 4) return undefined;
    before = size;
    total = c.add(total, term);
  }
  return undefined;
}

function besselY<E>(c: Complexes<E>, ν: E, z: E): E {
  if (c.isZero(z)) throw new Undefined("pole");
  const far = farWaves(c, ν, z);
  if (far) return c.scale(c.mul(c.i, c.sub(far.incoming, far.outgoing)), 0.5);
  const n = wholeNumber(c, ν);
  if (n !== undefined && n < 0) {
    const mirrored = besselY(c, c.neg(ν), z);
    return n % 2 !== 0 ? c.neg(mirrored) : mirrored;
  }
  if (n === undefined) {
    const first = c.mul(regular(c, ν, z, -1), cosPi(c, ν));
    const second = regular(c, c.neg(ν), z, -1);
    return c.div(difference(c, first, second), sinPi(c, ν));
  }
  const { finite, regularSum, front } = logarithmic(c, n, z, -1);
  const logs = c.scale(c.mul(front, regular(c, ν, z, -1)), 2);
  const value = c.sub(c.sub(logs, finite), regularSum);
  c.note(Math.max(c.size(logs), c.size(regularSum)) - c.size(value));
  return c.div(value, c.pi);
}

function besselK<E>(c: Complexes<E>, ν: E, z: E): E {
  if (c.isZero(z)) throw new Undefined("pole");
  const [re, im] = c.toPair(z);
  if (re > 0.9 * c.digits && Math.abs(im) < re) {
    const sum = hankelSum(c, ν, c.div(c.one, z));
    if (sum) return c.mul(c.sqrt(c.div(c.pi, c.scale(z, 2))), c.mul(c.exp(c.neg(z)), sum));
  }
  const n = wholeNumber(c, ν);
  if (n !== undefined && n < 0) return besselK(c, c.neg(ν), z);
  if (n === undefined) {
    const gap = difference(c, regular(c, c.neg(ν), z, 1), regular(c, ν, z, 1));
    return c.div(c.mul(c.scale(c.pi, 0.5), gap), sinPi(c, ν));
  }
  const { finite, regularSum, front } = logarithmic(c, n, z, 1);
  const sign = n % 2 === 0 ? 1 : -1;
  const logs = c.scale(c.mul(front, regular(c, ν, z, 1)), -sign);
  const rest = c.scale(c.add(finite, c.scale(regularSum, sign)), 0.5);
  const value = c.add(logs, rest);
  c.note(Math.max(c.size(logs), c.size(rest)) - c.size(value));
  return value;
}

/** Parts of the solutions with a logarithm at whole order n: log(z/2), ∑_{k<n} and ∑ (ψ(k+1)+ψ(n+k+1)). */
function logarithmic<E>(
  c: Complexes<E>,
  n: number,
  z: E,
  sign: 1 | -1,
): { finite: E; regularSum: E; front: E } {
  const half = c.scale(z, 0.5);
  const square = c.mul(half, half);
  let finite = c.zero;
  for (let k = 0; k < n; k++) {
    const ratio = c.div(factorial(c, n - k - 1), factorial(c, k));
    finite = c.add(finite, c.mul(ratio, c.power(c.scale(square, -sign), c.number(k))));
  }
  finite = c.mul(finite, c.power(half, c.number(-n)));
  const euler = c.scale(eulerGamma(c), -2);
  let weight = euler;
  for (let j = 1; j <= n; j++) weight = c.add(weight, c.div(c.one, c.number(j)));
  let power = c.div(c.power(half, c.number(n)), factorial(c, n));
  const regularSum = sumTerms(c, c.mul(weight, power), (_, k) => {
    power = c.div(c.scale(c.mul(power, square), sign), c.number(k * (n + k)));
    weight = c.add(weight, c.add(c.div(c.one, c.number(k)), c.div(c.one, c.number(n + k))));
    return c.mul(weight, power);
  });
  return { finite, regularSum, front: c.log(half) };
}

function hankel<E>(c: Complexes<E>, ν: E, z: E, sign: 1 | -1): E {
  const far = farWaves(c, ν, z);
  if (far) return sign > 0 ? far.outgoing : far.incoming;
  const first = regular(c, ν, z, -1);
  return difference(c, first, c.scale(c.mul(c.i, besselY(c, ν, z)), -sign));
}

function sphericalJ<E>(c: Complexes<E>, n: number, z: E): E {
  if (c.size(z) > Math.log10(n + 1)) {
    const first = c.div(c.sin(z), z);
    return climb(c, n, z, first, c.div(c.sub(first, c.cos(z)), z));
  }
  let front = c.one;
  for (let k = 1; k <= n; k++) front = c.div(c.mul(front, z), c.number(2 * k + 1));
  return c.mul(front, series(c, [], [c.number(n + 1.5)], c.scale(c.mul(z, z), -0.25)));
}

function sphericalN<E>(c: Complexes<E>, n: number, z: E): E {
  const first = c.neg(c.div(c.cos(z), z));
  return climb(c, n, z, first, c.div(c.sub(first, c.sin(z)), z));
}

/** h_n^{(1)}, h_n^{(2)} from e^{±iz}/z up. */
function sphericalH<E>(c: Complexes<E>, n: number, z: E, sign: 1 | -1): E {
  const turn = c.scale(c.i, sign);
  const first = c.div(c.exp(c.mul(turn, z)), c.mul(turn, z));
  return climb(c, n, z, first, c.mul(first, c.sub(c.div(c.one, z), turn)));
}

/** f_{k+1} = (2k+1)/z f_k − f_{k−1}. */
function climb<E>(c: Complexes<E>, n: number, z: E, f0: E, f1: E): E {
  if (n === 0) return f0;
  let [before, last] = [f0, f1];
  for (let k = 1; k < n; k++) {
    const up = c.div(c.scale(last, 2 * k + 1), z);
    [before, last] = [last, difference(c, up, before)];
  }
  return last;
}

/** From f = ₀F₁(;2/3;z³/9), g = z ₀F₁(;4/3;z³/9): Ai = c₁f − c₂g, Bi = √3 (c₁f + c₂g). */
function airy<E>(c: Complexes<E>, z: E, sign: 1 | -1): E {
  const third = c.rational(1n, 3n);
  const two = c.rational(2n, 3n);
  const cube = c.div(c.mul(z, c.mul(z, z)), c.number(9));
  const even = c.div(series(c, [], [two], cube), c.mul(c.power(c.number(3), two), gamma(c, two)));
  const odd = c.mul(
    z,
    c.div(
      series(c, [], [c.add(two, two)], cube),
      c.mul(c.power(c.number(3), third), gamma(c, third)),
    ),
  );
  if (sign < 0) return difference(c, even, odd);
  return c.mul(c.sqrt(c.number(3)), difference(c, even, c.neg(odd)));
}

/** Their slopes, from f′ = (z²/2) ₀F₁(;5/3;z³/9) and g′ = ₀F₁(;1/3;z³/9). */
function airySlope<E>(c: Complexes<E>, z: E, sign: 1 | -1): E {
  const third = c.rational(1n, 3n);
  const two = c.rational(2n, 3n);
  const square = c.mul(z, z);
  const cube = c.div(c.mul(z, square), c.number(9));
  const even = c.div(
    c.mul(c.scale(square, 0.5), series(c, [], [c.add(two, c.one)], cube)),
    c.mul(c.power(c.number(3), two), gamma(c, two)),
  );
  const odd = c.div(
    series(c, [], [third], cube),
    c.mul(c.power(c.number(3), third), gamma(c, third)),
  );
  if (sign < 0) return difference(c, even, odd);
  return c.mul(c.sqrt(c.number(3)), difference(c, even, c.neg(odd)));
}

/** a − b, with the digits it loses. */
function difference<E>(c: Complexes<E>, a: E, b: E): E {
  const value = c.sub(a, b);
  c.note(Math.max(c.size(a), c.size(b)) - c.size(value));
  return value;
}
