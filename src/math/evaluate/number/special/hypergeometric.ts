/** Hypergeometric functions ₀F₁, ₁F₁, U and ₂F₁ by their series and linear transformations. */
import { type Complexes, isReal, sumTerms, wholeNumber } from "../complexes";
import { Beyond, Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";
import { gamma, reciprocalGamma } from "./gamma";
import { perturbed } from "./perturbed";

export const hypergeometricFunctions: readonly KnownFunction[] = [
  define("hypergeometric0F1", 1, 1, (c, [b], [z]) => series(c, [], [b], z)),
  define("hypergeometric1F1", 2, 1, (c, [a, b], [z]) => kummer(c, a, b, z)),
  define("hypergeometricU", 2, 1, (c, [a, b], [z]) => tricomi(c, a, b, z)),
  define("hypergeometric2F1", 3, 1, (c, [a, b, d], [z]) => gauss(c, a, b, d, z)),
];

/** ∑ ∏(a)_k / ∏(b)_k z^k / k!. */
export function series<E>(c: Complexes<E>, upper: readonly E[], lower: readonly E[], z: E): E {
  for (const b of lower) {
    const n = wholeNumber(c, b);
    if (n !== undefined && n <= 0) throw new Undefined("pole of a hypergeometric function");
  }
  return sumTerms(c, c.one, (term, k) => {
    const shift = c.number(k - 1);
    let next = c.mul(term, z);
    for (const a of upper) next = c.mul(next, c.add(a, shift));
    let under = c.number(k);
    for (const b of lower) under = c.mul(under, c.add(b, shift));
    return c.div(next, under);
  });
}

function kummer<E>(c: Complexes<E>, a: E, b: E, z: E): E {
  const n = wholeNumber(c, a);
  const terminates = n !== undefined && n <= 0;
  if (c.toPair(z)[0] >= 0 || terminates) return series(c, [a], [b], z);
  return c.mul(c.exp(z), series(c, [c.sub(b, a)], [b], c.neg(z)));
}

function tricomi<E>(c: Complexes<E>, a: E, b: E, z: E): E {
  if (c.isZero(z)) throw new Undefined("U at zero");
  const far = asymptotic(c, [a, c.add(c.sub(a, b), c.one)], c.neg(c.div(c.one, z)));
  if (far !== undefined) return c.mul(c.power(z, c.neg(a)), far);
  if (wholeNumber(c, b) !== undefined)
    return perturbed(c, (shift) => tricomi(c, a, c.add(b, shift), z));
  const mirror = c.sub(c.one, b);
  const first = c.mul(
    c.mul(gamma(c, mirror), reciprocalGamma(c, c.add(a, mirror))),
    kummer(c, a, b, z),
  );
  const second = c.mul(
    c.mul(c.mul(gamma(c, c.neg(mirror)), reciprocalGamma(c, a)), c.power(z, mirror)),
    kummer(c, c.add(a, mirror), c.add(c.one, mirror), z),
  );
  const value = c.add(first, second);
  c.note(Math.max(c.size(first), c.size(second)) - c.size(value));
  return value;
}

/** ∑ ∏(a)_k z^k / k! up to its smallest term, where that is below the last digit. */
function asymptotic<E>(c: Complexes<E>, upper: readonly E[], z: E): E | undefined {
  let term = c.one;
  let total = c.one;
  let size = 0;
  for (let k = 1; k < 500; k++) {
    term = c.mul(term, z);
    for (const a of upper) term = c.mul(term, c.add(a, c.number(k - 1)));
    term = c.div(term, c.number(k));
    const now = c.size(term);
    if (now < -c.digits - 1 || now === Number.NEGATIVE_INFINITY) return c.add(total, term);
    if (k > 8 && now > size) return undefined;
    size = now;
    total = c.add(total, term);
  }
  return undefined;
}

/** ₂F₁(a,b;d;z): the transformation with the smallest argument. */
export function gauss<E>(c: Complexes<E>, a: E, b: E, d: E, z: E): E {
  const polynomial = [a, b].some((p) => (wholeNumber(c, p) ?? 1) <= 0);
  if (polynomial) return series(c, [a, b], [d], z);
  if (wholeNumber(c, z) === 1) return atOne(c, a, b, d);
  if (isReal(c, z) && c.toPair(z)[0] > 1) throw new Undefined("on a branch cut");
  const rest = c.sub(c.one, z);
  const size = (w: E) => c.size(w);
  const pfaff = c.div(z, c.sub(z, c.one));
  const choices = [
    { size: size(z), value: () => series(c, [a, b], [d], z) },
    {
      size: size(pfaff) + 0.001,
      value: () => c.mul(c.power(rest, c.neg(a)), series(c, [a, c.sub(d, b)], [d], pfaff)),
    },
    { size: size(rest) + 0.15, value: () => aroundOne(c, a, b, d, rest) },
    { size: 0.15 - size(z), value: () => aroundInfinity(c, a, b, d, z) },
    {
      size: 0.15 - size(rest),
      value: () =>
        c.mul(c.power(rest, c.neg(a)), aroundOne(c, a, c.sub(d, b), d, c.div(c.one, rest))),
    },
    {
      size: 0.15 + size(rest) - size(z),
      value: () => c.mul(c.power(rest, c.neg(a)), aroundInfinity(c, a, c.sub(d, b), d, pfaff)),
    },
  ];
  const best = choices.reduce((least, choice) => (choice.size < least.size ? choice : least));
  if (best.size > 0.14) throw new Beyond("₂F₁ near e^{±iπ/3}");
  return best.value();
}

/** Γ(d) Γ(d−a−b) / Γ(d−a) Γ(d−b). */
function atOne<E>(c: Complexes<E>, a: E, b: E, d: E): E {
  const excess = c.sub(c.sub(d, a), b);
  if (c.toPair(excess)[0] <= 0) throw new Undefined("₂F₁ at 1 diverges");
  const under = c.mul(reciprocalGamma(c, c.sub(d, a)), reciprocalGamma(c, c.sub(d, b)));
  return c.mul(c.mul(gamma(c, d), gamma(c, excess)), under);
}

/** In powers of w = 1 − z. */
function aroundOne<E>(c: Complexes<E>, a: E, b: E, d: E, w: E): E {
  const excess = c.sub(c.sub(d, a), b);
  if (wholeNumber(c, excess) !== undefined)
    return perturbed(c, (shift) => aroundOne(c, a, b, c.add(d, shift), w));
  const one = c.one;
  const first = c.mul(
    c.mul(
      c.mul(gamma(c, d), gamma(c, excess)),
      c.mul(reciprocalGamma(c, c.sub(d, a)), reciprocalGamma(c, c.sub(d, b))),
    ),
    series(c, [a, b], [c.sub(one, excess)], w),
  );
  const second = c.mul(
    c.mul(
      c.mul(c.mul(gamma(c, d), gamma(c, c.neg(excess))), c.power(w, excess)),
      c.mul(reciprocalGamma(c, a), reciprocalGamma(c, b)),
    ),
    series(c, [c.sub(d, a), c.sub(d, b)], [c.add(one, excess)], w),
  );
  return added(c, first, second);
}

/** In powers of 1/z. */
function aroundInfinity<E>(c: Complexes<E>, a: E, b: E, d: E, z: E): E {
  if (wholeNumber(c, c.sub(a, b)) !== undefined)
    return perturbed(c, (shift) => aroundInfinity(c, c.add(a, shift), b, d, z));
  const inverse = c.div(c.one, z);
  const branch = (p: E, q: E): E => {
    const front = c.mul(
      c.mul(gamma(c, d), gamma(c, c.sub(q, p))),
      c.mul(reciprocalGamma(c, q), reciprocalGamma(c, c.sub(d, p))),
    );
    const up = c.add(c.sub(p, d), c.one);
    const low = c.add(c.sub(p, q), c.one);
    return c.mul(c.mul(front, c.power(c.neg(z), c.neg(p))), series(c, [p, up], [low], inverse));
  };
  return added(c, branch(a, b), branch(b, a));
}

function added<E>(c: Complexes<E>, first: E, second: E): E {
  const value = c.add(first, second);
  c.note(Math.max(c.size(first), c.size(second)) - c.size(value));
  return value;
}
