/** Infinite sums and products: summed as far as needed or accelerated, refused where they diverge. */
import { type Field, Undefined } from "../number/field";
import { type Extrapolated, levin, richardson, wynn } from "./accelerate";
import { valueAt } from "./doubleExponential";
import { aims, combine, counted, digitsOf, type Estimate } from "./estimate";

/** Terms a sum may take. */
const allowed = { double: 30000, digits: 2500, prime: 0 } as const;

/** Digits of sums that converge like geometric ones. */
const full = { double: 14, digits: 20, prime: 0 } as const;

/** ∑ term(n) for n = from, from + 1, … Throws `Undefined` where the sum diverges or does not settle. */
export function sumToInfinity<E>(
  field: Field<E>,
  term: (n: number) => E,
  from: number,
): Estimate<E> {
  const asked = counted(term, allowed[field.kind], "the sum does not settle");
  const terms: E[] = [];
  const at = (k: number): E => {
    for (let j = terms.length; j <= k; j++) terms.push(asked(from + j));
    return terms[k] as E;
  };
  const early = direct(field, at, 160, 0.4);
  if (early) {
    refuseLateGrowth(field, (k) => asked(from + k));
    return early;
  }
  const decay = decayOf(field, (k) => asked(from + k));
  if (decay.kind === "geometric") {
    const summed = direct(field, at, allowed[field.kind] - 200, 1);
    if (summed) return summed;
  }
  const shown = Array.from({ length: 100 }, (_, k) => at(k)).filter(
    (value) => !field.isZero(value),
  );
  const smooth = onePhase(field, shown.slice(-40));
  if (decay.kind === "algebraic" && decay.exponent < (smooth ? 1.02 : 0.25))
    throw new Undefined("divergent");
  const doubled = smooth && decay.kind === "algebraic" ? decay.exponent - 1 : undefined;
  return accelerated(field, shown, (k) => at(k), doubled);
}

/** ∑ over all whole numbers; each of its two halves has to converge. */
export function sumOverIntegers<E>(field: Field<E>, term: (n: number) => E): Estimate<E> {
  const even = isEven(field, term);
  const up = sumToInfinity(field, term, even ? 1 : 0);
  if (even) {
    const middle = term(0);
    const value = field.add(middle, field.add(up.value, up.value));
    return { value, digits: up.digits, scale: 2 * up.scale + field.magnitude(middle) };
  }
  const down = sumToInfinity(field, (n) => term(-n), 1);
  return combine(field, [up, down]);
}

/** The terms on both sides of zero are the same, up to rounding. */
function isEven<E>(field: Field<E>, term: (n: number) => E): boolean {
  const tolerance = field.kind === "digits" ? 1e-40 : 1e-13;
  return [1, 2, 3, 5, 8, 13, 40, 101].every((n) => {
    const [a, b] = [term(n), term(-n)];
    return field.magnitude(field.sub(a, b)) <= tolerance * field.magnitude(a);
  });
}

/** ∏ factor(n), by the sum of the logarithms. */
export function productToInfinity<E>(
  field: Field<E>,
  factor: (n: number) => E,
  from: number,
): Estimate<E> {
  let vanishes = false;
  const logarithm = (n: number): E => {
    const value = factor(n);
    if (!field.isZero(value)) return field.func("log", [], [value]);
    vanishes = true;
    return field.zero;
  };
  const sum = sumToInfinity(field, logarithm, from);
  if (vanishes) return { value: field.zero, digits: sum.digits, scale: 1 };
  const value = field.func("exp", [], [sum.value]);
  const error = sum.scale * 10 ** -sum.digits;
  return { value, digits: digitsOf(error, 1, sum.digits), scale: field.magnitude(value) };
}

/** Adds terms until they no longer count; undefined where they still do after `limit`, or fall too slowly for that. */
function direct<E>(
  field: Field<E>,
  at: (k: number) => E,
  limit: number,
  slowest: number,
): Estimate<E> | undefined {
  let total = field.zero;
  let scale = 0;
  const sizes: number[] = [];
  const least = 10 ** -full[field.kind] / 100;
  for (let k = 0; k < limit; k++) {
    const term = at(k);
    const size = field.magnitude(term);
    if (!Number.isFinite(size)) throw new Undefined("a term of the sum has no value");
    total = field.add(total, term);
    scale += size;
    sizes.push(size);
    if (k < 24) continue;
    const recent = Math.max(...sizes.slice(-8));
    const fall = recent === 0 ? 0 : recent / Math.max(...sizes.slice(-16, -8));
    if (fall < 0.95 && (8 * recent) / (1 - fall) <= least * scale)
      return { value: total, scale, digits: full[field.kind] };
    if (k > 48 && fall > slowest) return undefined;
  }
  return undefined;
}

/** Terms that fall first and grow later belong to an asymptotic series. */
function refuseLateGrowth<E>(field: Field<E>, term: (k: number) => E): void {
  const growing = [70, 110, 150, 300].map((start) => {
    const before = largestOf(
      field,
      term,
      [0, 1, 2, 3].map((k) => start + k),
    );
    const after = largestOf(
      field,
      term,
      [4, 5, 6, 7].map((k) => start + k),
    );
    if (before === undefined || after === undefined || before === 0) return undefined;
    return after > before;
  });
  const seen = growing.filter((grows) => grows !== undefined);
  if (seen.at(-1)) throw new Undefined("divergent");
}

type Decay =
  | { readonly kind: "geometric" }
  | { readonly kind: "algebraic"; readonly exponent: number };

/** How the terms fall off, from the largest in windows [n, 2n), [2n, 4n), [4n, 8n). Throws where they do not. */
function decayOf<E>(field: Field<E>, term: (k: number) => E): Decay {
  for (const start of [120, 30, 10]) {
    const sizes = [1, 2, 4].map((stretch) => largestAfter(field, term, start * stretch));
    const [a, b, c] = sizes;
    if (a === undefined || b === undefined || c === undefined) continue;
    if (c === 0) return { kind: "geometric" };
    if (c >= 0.999 * b) throw new Undefined("divergent");
    const first = Math.log2(a / b);
    const second = Math.log2(b / c);
    if (second > 1.4 * Math.max(first, 0.2)) return { kind: "geometric" };
    return { kind: "algebraic", exponent: Math.min(first, second) };
  }
  throw new Undefined("the terms of the sum leave the range of numbers");
}

/** The largest of some terms spread unevenly over [start, 2 start). */
const largestAfter = <E>(field: Field<E>, term: (k: number) => E, start: number) =>
  largestOf(
    field,
    term,
    Array.from({ length: 10 }, (_, j) => start + Math.floor(start * ((j * 0.618034) % 1))),
  );

/** Undefined where one of the terms has no value. */
function largestOf<E>(
  field: Field<E>,
  term: (k: number) => E,
  places: readonly number[],
): number | undefined {
  let largest = 0;
  for (const k of places) {
    const value = valueAt(term, k);
    if (value === undefined) return undefined;
    largest = Math.max(largest, field.magnitude(value));
  }
  return Number.isFinite(largest) ? largest : undefined;
}

/** Do the terms point the same way in the complex plane, up to a slow turn? */
function onePhase<E>(field: Field<E>, terms: readonly E[]): boolean {
  return terms.slice(1).every((term, k) => {
    const [a, b] = field.toPair(terms[k] as E);
    const [c, d] = field.toPair(term);
    return a * c + b * d > 0.9 * Math.hypot(a, b) * Math.hypot(c, d);
  });
}

/** The value on which two transforms, or one from two starting points, agree best. */
function accelerated<E>(
  field: Field<E>,
  terms: readonly E[],
  at: (k: number) => E,
  exponent: number | undefined,
): Estimate<E> {
  const count = field.kind === "double" ? 20 : 44;
  const partial = runningSums(field, terms);
  const after = (start: number) => {
    const late = levin(field, terms.slice(start, start + count), start + 1);
    const head = partial[start - 1];
    return head === undefined ? late : { ...late, value: field.add(head, late.value) };
  };
  const scale = terms.reduce((sum, term) => sum + field.magnitude(term), 0);
  const attempts: (() => readonly Extrapolated<E>[])[] = [
    () => [after(0), after(20)],
    () => [wynn(field, partial.slice(0, 50)), wynn(field, partial)],
    () => [after(40)],
    () => powersOfTwo(field, at, exponent),
  ];
  const found: Extrapolated<E>[] = [];
  let digits = 0;
  let best: Extrapolated<E> | undefined;
  for (const attempt of attempts) {
    found.push(...attempt());
    best = agreement(field, found);
    digits = best ? digitsOf(best.error, scale, aims[field.kind].most) : 0;
    if (digits >= aims[field.kind].wanted) break;
  }
  if (!best || digits < 6) throw new Undefined("the sum does not settle");
  return { value: best.value, scale, digits };
}

/** The pair of values that lie nearest to each other, their own errors counted in. */
function agreement<E>(
  field: Field<E>,
  found: readonly Extrapolated<E>[],
): Extrapolated<E> | undefined {
  let best: Extrapolated<E> | undefined;
  found.forEach((one, k) => {
    for (const other of found.slice(0, k)) {
      const distance = field.magnitude(field.sub(one.value, other.value));
      const steadier = one.error <= other.error ? one : other;
      const error = 2 * distance + steadier.error;
      if (!best || error < best.error) best = { value: steadier.value, error };
    }
  });
  return best;
}

/** Sums of 2^j terms, whose errors go like 2^{−j e} with logarithms and whole steps in e. */
function powersOfTwo<E>(
  field: Field<E>,
  at: (k: number) => E,
  exponent: number | undefined,
): readonly Extrapolated<E>[] {
  if (exponent === undefined) return [];
  const last = field.kind === "double" ? 12 : 10;
  const terms = Array.from({ length: 2 ** last }, (_, k) => at(k));
  const partial = runningSums(field, terms);
  const sequence = Array.from({ length: last - 1 }, (_, j) => partial[2 ** (j + 2) - 1] as E);
  const guesses = [0.5, 1, 1.5, 2, 2.5, 3, 4].filter((guess) => Math.abs(guess - exponent) < 0.3);
  return guesses.flatMap((guess) => {
    const exponents = sequence.map((_, j) => guess + Math.floor(j / 2));
    return [sequence, sequence.slice(0, -1)].map((known) => richardson(field, known, 2, exponents));
  });
}

function runningSums<E>(field: Field<E>, terms: readonly E[]): readonly E[] {
  let total = field.zero;
  return terms.map((term) => {
    total = field.add(total, term);
    return total;
  });
}
