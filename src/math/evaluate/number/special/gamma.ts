/** Γ, log Γ, ψ, the Beta function, factorials and binomial coefficients, by Stirling's series. */
import { type Complexes, factorial, wholeNumber } from "../complexes";
import { Beyond, Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";
import { bernoulli } from "./bernoulli";

export const gammaFunctions: readonly KnownFunction[] = [
  define("logΓ", 0, 1, (c, _, [z]) => logGamma(c, z)),
  define("B", 0, 2, (c, _, [a, b]) => beta(c, a, b)),
  define("factorial", 0, 1, (c, _, [z]) => gamma(c, c.add(z, c.one))),
  define("doubleFactorial", 0, 1, (c, _, [z]) => doubleFactorial(c, z)),
  define("binomial", 0, 2, (c, _, [n, k]) => binomial(c, n, k)),
  define("pochhammer", 0, 2, (c, _, [a, n]) => pochhammer(c, a, n)),
  define("harmonic", 0, 1, (c, _, [n]) => c.add(digamma(c, c.add(n, c.one)), eulerGamma(c))),
];

export function gamma<E>(c: Complexes<E>, z: E): E {
  const n = wholeNumber(c, z);
  if (n !== undefined && n <= 0) throw new Undefined("pole of Γ");
  if (n !== undefined && n < 60) return factorial(c, n - 1);
  const [re] = c.toPair(z);
  if (re < 0.5) return c.div(c.pi, c.mul(sinPi(c, z), gamma(c, c.sub(c.one, z))));
  const steps = distance(c, re);
  let shift = c.one;
  for (let k = 0; k < steps; k++) shift = c.mul(shift, c.add(z, c.number(k)));
  return c.div(c.exp(stirling(c, c.add(z, c.number(steps)))), shift);
}

/** 1/Γ(z), zero at the poles. */
export function reciprocalGamma<E>(c: Complexes<E>, z: E): E {
  const n = wholeNumber(c, z);
  return n !== undefined && n <= 0 ? c.zero : c.div(c.one, gamma(c, z));
}

/** The branch that is real for z > 0 and analytic off the negative axis. */
function logGamma<E>(c: Complexes<E>, z: E): E {
  const n = wholeNumber(c, z);
  if (n !== undefined && n <= 0) throw new Undefined("pole of Γ");
  const [re] = c.toPair(z);
  if (re < -2000) throw new Beyond("log Γ far to the left");
  const steps = distance(c, re);
  let value = stirling(c, c.add(z, c.number(steps)));
  const size = c.size(value);
  for (let k = 0; k < steps; k++) value = c.sub(value, c.log(c.add(z, c.number(k))));
  c.note(size - c.size(value));
  return value;
}

export function digamma<E>(c: Complexes<E>, z: E): E {
  const n = wholeNumber(c, z);
  if (n !== undefined && n <= 0) throw new Undefined("pole of ψ");
  const [re] = c.toPair(z);
  if (re < -2000) throw new Beyond("ψ far to the left");
  const steps = distance(c, re);
  const far = c.add(z, c.number(steps));
  const inverse = c.div(c.one, far);
  const square = c.mul(inverse, inverse);
  let value = c.sub(c.log(far), c.scale(inverse, 0.5));
  let power = square;
  for (let k = 1; k < 400; k++) {
    const { over, under } = bernoulli(k);
    const term = c.mul(power, c.rational(over, under * BigInt(2 * k)));
    value = c.sub(value, term);
    if (c.size(term) < -c.digits - 1) break;
    power = c.mul(power, square);
  }
  for (let k = 0; k < steps; k++) value = c.sub(value, c.div(c.one, c.add(z, c.number(k))));
  c.note(-c.size(value));
  return value;
}

export const eulerGamma = <E>(c: Complexes<E>): E => c.neg(digamma(c, c.one));

function beta<E>(c: Complexes<E>, a: E, b: E): E {
  return c.div(c.mul(gamma(c, a), gamma(c, b)), gamma(c, c.add(a, b)));
}

/** a (a+1) … (a+n−1). */
function pochhammer<E>(c: Complexes<E>, a: E, n: E): E {
  const length = wholeNumber(c, n);
  if (length === undefined || length < 0 || length > 2000)
    return c.mul(gamma(c, c.add(a, n)), reciprocalGamma(c, a));
  let value = c.one;
  for (let k = 0; k < length; k++) value = c.mul(value, c.add(a, c.number(k)));
  return value;
}

/** sin πz, with the whole part taken off first. */
export function sinPi<E>(c: Complexes<E>, z: E): E {
  const nearest = Math.round(c.toPair(z)[0]);
  const rest = c.sin(c.mul(c.pi, c.sub(z, c.number(nearest))));
  return nearest % 2 === 0 ? rest : c.neg(rest);
}

export const cosPi = <E>(c: Complexes<E>, z: E): E => sinPi(c, c.add(z, c.number(0.5)));

function binomial<E>(c: Complexes<E>, n: E, k: E): E {
  const chosen = wholeNumber(c, k);
  if (chosen !== undefined && chosen < 0 && (wholeNumber(c, n) ?? 0) >= 0) return c.zero;
  if (chosen !== undefined && chosen >= 0 && chosen <= 2000) {
    let value = c.one;
    for (let j = 0; j < chosen; j++)
      value = c.div(c.mul(value, c.sub(n, c.number(j))), c.number(j + 1));
    return value;
  }
  const up = (z: E) => c.add(z, c.one);
  return c.mul(
    gamma(c, up(n)),
    c.mul(reciprocalGamma(c, up(k)), reciprocalGamma(c, up(c.sub(n, k)))),
  );
}

function doubleFactorial<E>(c: Complexes<E>, z: E): E {
  const n = wholeNumber(c, z);
  if (n === undefined || n < -1) throw new Undefined("double factorial of this number");
  let value = c.one;
  for (let k = n; k > 1; k -= 2) value = c.mul(value, c.number(k));
  return value;
}

/** Steps to the right until Stirling's series reaches the last digit. */
function distance<E>(c: Complexes<E>, re: number): number {
  return Math.max(0, Math.ceil(0.45 * c.digits + 4 - re));
}

/** (z−½) log z − z + ½ log 2π + ∑ B_{2k} / (2k (2k−1) z^{2k−1}). */
function stirling<E>(c: Complexes<E>, z: E): E {
  const inverse = c.div(c.one, z);
  const square = c.mul(inverse, inverse);
  let value = c.sub(c.mul(c.sub(z, c.number(0.5)), c.log(z)), z);
  value = c.add(value, c.scale(c.log(c.scale(c.pi, 2)), 0.5));
  let power = inverse;
  for (let k = 1; k < 400; k++) {
    const { over, under } = bernoulli(k);
    const term = c.mul(power, c.rational(over, under * BigInt(2 * k * (2 * k - 1))));
    value = c.add(value, term);
    if (c.size(term) < -c.digits - 1) return value;
    power = c.mul(power, square);
  }
  return value;
}
