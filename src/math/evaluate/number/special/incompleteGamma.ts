/** Γ and its incomplete forms, error functions and exponential integrals. */
import { type Complexes, isReal, sumTerms, wholeNumber } from "../complexes";
import { Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";
import { eulerGamma, gamma } from "./gamma";

export const incompleteGammaFunctions: readonly KnownFunction[] = [
  define("Γ", 0, [1, 2], (c, _, [s, z]) => (z === undefined ? gamma(c, s) : upper(c, s, z))),
  define("γ", 0, 2, (c, _, [s, z]) => lower(c, s, z)),
  define("erf", 0, 1, (c, _, [z]) => erf(c, z)),
  define("erfc", 0, 1, (c, _, [z]) => erfc(c, z)),
  define("erfi", 0, 1, (c, _, [z]) => c.neg(c.mul(c.i, erf(c, c.mul(c.i, z))))),
  define("expIntegralE", 1, 1, (c, [n], [z]) => {
    const s = c.sub(c.one, n);
    return c.mul(c.power(z, c.neg(s)), upper(c, s, z));
  }),
  define("Ei", 0, 1, (c, _, [z]) => ei(c, z)),
  define("li", 0, 1, (c, _, [z]) => ei(c, c.log(z))),
  define("Si", 0, 1, (c, _, [z]) => sineIntegral(c, z)),
  define("Ci", 0, 1, (c, _, [z]) => cosineIntegral(c, z)),
];

/** γ(s,z) = z^s e^{−z} ∑ z^k / (s)_{k+1}. */
function lower<E>(c: Complexes<E>, s: E, z: E): E {
  const n = wholeNumber(c, s);
  if (n !== undefined && n <= 0) throw new Undefined("pole of γ(s,z)");
  if (c.isZero(z)) {
    if (c.toPair(s)[0] > 0) return c.zero;
    throw new Undefined("pole");
  }
  const series = sumTerms(c, c.div(c.one, s), (term, k) =>
    c.div(c.mul(term, z), c.add(s, c.number(k))),
  );
  return c.mul(c.mul(c.power(z, s), c.exp(c.neg(z))), series);
}

/** Γ(s,z), principal in z. */
function upper<E>(c: Complexes<E>, s: E, z: E): E {
  if (c.isZero(z)) return gamma(c, s);
  if (farRight(c, z)) return c.mul(c.power(z, s), c.mul(c.exp(c.neg(z)), fraction(c, s, z)));
  const n = wholeNumber(c, s);
  if (n !== undefined && n <= 0) return belowZero(c, -n, z);
  const whole = gamma(c, s);
  const value = c.sub(whole, lower(c, s, z));
  c.note(c.size(whole) - c.size(value));
  return value;
}

/** Γ(−n,z) from E₁ by Γ(s,z) = (Γ(s+1,z) − z^s e^{−z}) / s. */
function belowZero<E>(c: Complexes<E>, n: number, z: E): E {
  let value = e1(c, z);
  const damped = c.exp(c.neg(z));
  for (let k = 1; k <= n; k++) {
    const edge = c.mul(c.power(z, c.number(-k)), damped);
    const next = c.sub(edge, value);
    c.note(c.size(edge) - c.size(next));
    value = c.scale(next, 1);
    value = c.div(value, c.number(k));
  }
  return value;
}

/** E₁(z) = −γ − log z − ∑ (−z)^k / (k k!). */
function e1<E>(c: Complexes<E>, z: E): E {
  if (farRight(c, z)) return c.mul(c.exp(c.neg(z)), fraction(c, c.zero, z));
  const sum = entire(c, c.neg(z));
  const value = c.neg(c.add(c.add(eulerGamma(c), c.log(z)), sum));
  c.note(Math.max(c.size(sum), 0) - c.size(value));
  return value;
}

/** ∑ z^k / (k k!) from k = 1. */
function entire<E>(c: Complexes<E>, z: E): E {
  return sumTerms(c, z, (term, k) =>
    c.div(c.scale(c.mul(term, z), k), c.number((k + 1) * (k + 1))),
  );
}

/** Real on the real axis: the principal value for x > 0. */
function ei<E>(c: Complexes<E>, z: E): E {
  if (c.isZero(z)) throw new Undefined("Ei(0)");
  const sum = entire(c, z);
  const [re] = c.toPair(z);
  const log = isReal(c, z) && re < 0 ? c.log(c.neg(z)) : c.log(z);
  if (isReal(c, z) && re < 0) return c.neg(e1(c, c.neg(c.re(z))));
  const value = c.add(c.add(eulerGamma(c), log), sum);
  c.note(Math.max(c.size(sum), 0) - c.size(value));
  return value;
}

const sineIntegral = <E>(c: Complexes<E>, z: E): E =>
  sumTerms(c, z, (term, k) => {
    const n = 2 * k + 1;
    return c.neg(c.div(c.scale(c.mul(c.mul(term, z), z), n - 2), c.number(n * n * (n - 1))));
  });

function cosineIntegral<E>(c: Complexes<E>, z: E): E {
  if (c.isZero(z)) throw new Undefined("Ci(0)");
  const square = c.mul(z, z);
  const sum = sumTerms(c, c.scale(square, -0.25), (term, k) => {
    const n = 2 * k + 2;
    return c.neg(c.div(c.scale(c.mul(term, square), n - 2), c.number(n * n * (n - 1))));
  });
  const value = c.add(c.add(eulerGamma(c), c.log(z)), sum);
  c.note(Math.max(c.size(sum), 0) - c.size(value));
  return value;
}

/** (2z/√π) e^{−z²} ∑ (2z²)^k / (2k+1)!!. */
function erf<E>(c: Complexes<E>, z: E): E {
  if (c.isZero(z)) return c.zero;
  const [re] = c.toPair(z);
  if (re < 0) return c.neg(erf(c, c.neg(z)));
  const square = c.mul(z, z);
  if (farRight(c, square) && re > 1) return c.sub(c.one, complement(c, z, square));
  const series = sumTerms(c, c.one, (term, k) =>
    c.div(c.scale(c.mul(term, square), 2), c.number(2 * k + 1)),
  );
  const front = c.div(c.scale(z, 2), c.sqrt(c.pi));
  return c.mul(front, c.mul(c.exp(c.neg(square)), series));
}

function erfc<E>(c: Complexes<E>, z: E): E {
  const square = c.mul(z, z);
  const [re] = c.toPair(z);
  if (re > 1 && farRight(c, square)) return complement(c, z, square);
  const value = c.sub(c.one, erf(c, z));
  c.note(-c.size(value));
  return value;
}

/** erfc z = (z/√π) e^{−z²} · Γ-fraction(½, z²), Re z > 0. */
const complement = <E>(c: Complexes<E>, z: E, square: E): E =>
  c.mul(c.div(z, c.sqrt(c.pi)), c.mul(c.exp(c.neg(square)), fraction(c, c.number(0.5), square)));

/** Where the continued fraction converges in a fair number of steps. */
const farRight = <E>(c: Complexes<E>, z: E): boolean => {
  const [re, im] = c.toPair(z);
  return re > 0.25 * Math.abs(im) && re > 0.12 * c.digits;
};

/** Γ(s,z) e^z z^{−s} = 1/(z+1−s− 1(1−s)/(z+3−s− 2(2−s)/(z+5−s− …))), by Lentz' method. */
function fraction<E>(c: Complexes<E>, s: E, z: E): E {
  const base = c.sub(c.add(z, c.one), s);
  const tiny = c.rational(1n, 10n ** 300n);
  let d = c.div(c.one, base);
  let front = c.div(c.one, tiny);
  let value = d;
  for (let k = 1; k < 20000; k++) {
    const over = c.scale(c.sub(c.number(k), s), -k);
    const under = c.add(base, c.number(2 * k));
    const below = c.add(c.mul(over, d), under);
    d = c.div(c.one, c.isZero(below) ? tiny : below);
    const next = c.add(under, c.div(over, front));
    front = c.isZero(next) ? tiny : next;
    const factor = c.mul(d, front);
    value = c.mul(value, factor);
    if (c.size(c.sub(factor, c.one)) < 1 - c.digits) return value;
  }
  c.note(Number.POSITIVE_INFINITY);
  return value;
}
