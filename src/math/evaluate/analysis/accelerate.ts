/** Limits of sequences: Levin's u transform, Wynn's ε algorithm, Richardson's extrapolation. */
import { type Field, Undefined } from "../number/field";
import { real } from "./estimate";

export interface Extrapolated<E> {
  readonly value: E;
  /** Distance between the best approximants. */
  readonly error: number;
}

/** Levin's u transform of the partial sums of the terms numbered from `first` ≥ 1 on: for algebraic decay and for alternating signs. */
export function levin<E>(field: Field<E>, terms: readonly E[], first: number): Extrapolated<E> {
  const partial: E[] = [];
  let total = field.zero;
  for (const term of terms) {
    total = field.add(total, term);
    partial.push(total);
  }
  const candidates: E[] = [];
  const step = terms.length > 30 ? 4 : 1;
  for (let n = 4 * step; n <= terms.length; n += step) {
    const value = levinFrom(field, terms.slice(0, n), partial, first);
    if (value !== undefined) candidates.push(value);
  }
  return steadiest(field, candidates);
}

/** ∑_j (−1)^j C(k,j) (j+β)^{k−1} S_j/ω_j over the same without S_j, with ω_j = (j+β) a_j. */
function levinFrom<E>(
  field: Field<E>,
  terms: readonly E[],
  partial: readonly E[],
  first: number,
): E | undefined {
  const k = terms.length - 1;
  let over = field.zero;
  let under = field.zero;
  let choose = 1n;
  const norm = BigInt(k + first) ** BigInt(k - 1);
  for (let j = 0; j <= k; j++) {
    const term = terms[j] as E;
    if (field.isZero(term)) return undefined;
    const sign = j % 2 === 0 ? 1n : -1n;
    const weight = field.rational(sign * choose * BigInt(j + first) ** BigInt(k - 1), norm);
    const scaled = field.div(weight, field.mul(real(field, j + first), term));
    over = field.add(over, field.mul(scaled, partial[j] as E));
    under = field.add(under, scaled);
    choose = (choose * BigInt(k - j)) / BigInt(j + 1);
  }
  return quotient(field, over, under);
}

/** Wynn's ε: for sequences that approach their limit like sums of geometric ones. */
export function wynn<E>(field: Field<E>, sequence: readonly E[]): Extrapolated<E> {
  let before: E[] = sequence.map(() => field.zero);
  let row: E[] = [...sequence];
  const candidates: E[] = [row.at(-1) as E];
  for (let order = 1; row.length > 1; order++) {
    const next: E[] = [];
    for (let j = 0; j + 1 < row.length; j++) {
      const step = field.sub(row[j + 1] as E, row[j] as E);
      const inverse = quotient(field, field.one, step);
      if (inverse === undefined) return { value: row[j] as E, error: 0 };
      next.push(field.add(before[j + 1] as E, inverse));
    }
    [before, row] = [row, next];
    if (order % 2 === 0) candidates.push(row.at(-1) as E);
  }
  return steadiest(field, candidates);
}

/** Richardson: each step of the sequence shrinks the variable by `ratio`; errors go like the exponents in turn. */
export function richardson<E>(
  field: Field<E>,
  sequence: readonly E[],
  ratio: number,
  exponents: readonly number[],
): Extrapolated<E> {
  let row: E[] = [...sequence];
  const candidates: E[] = [row.at(-1) as E];
  for (const exponent of exponents) {
    if (row.length < 2) break;
    const weight = real(field, 1 / (ratio ** exponent - 1));
    row = row.slice(1).map((now, j) => {
      const change = field.sub(now, row[j] as E);
      return field.add(now, field.mul(change, weight));
    });
    candidates.push(row.at(-1) as E);
  }
  return steadiest(field, candidates);
}

/** The candidate that differs least from the ones next to it. */
function steadiest<E>(field: Field<E>, candidates: readonly E[]): Extrapolated<E> {
  let best: Extrapolated<E> | undefined;
  for (let k = 2; k < candidates.length; k++) {
    const value = candidates[k] as E;
    const near = field.magnitude(field.sub(value, candidates[k - 1] as E));
    const far = field.magnitude(field.sub(value, candidates[k - 2] as E));
    const error = Math.max(near, 0.1 * far);
    if (!Number.isFinite(error)) continue;
    if (!best || error < best.error) best = { value, error };
  }
  return best ?? { value: candidates.at(-1) ?? field.zero, error: Number.POSITIVE_INFINITY };
}

function quotient<E>(field: Field<E>, over: E, under: E): E | undefined {
  try {
    return field.div(over, under);
  } catch (problem) {
    if (problem instanceof Undefined) return undefined;
    throw problem;
  }
}
