/** A value found by a limiting process, with what is known about its error. */
import { type Field, Undefined } from "../number/field";

export interface Estimate<E> {
  readonly value: E;
  /** Decimal digits that can be trusted, relative to `scale`. */
  readonly digits: number;
  /** Size of what was added up: ∫|f|, ∑|aₙ|, or the largest value met. */
  readonly scale: number;
}

/** Digits of a value whose error and scale are known; never more than `most`. */
export function digitsOf(error: number, scale: number, most: number): number {
  if (error === 0 || scale === 0) return most;
  return Math.max(0, Math.min(most, -Math.log10(error / scale)));
}

/** a·x + b·y with the error that follows. */
export function combine<E>(field: Field<E>, parts: readonly Estimate<E>[]): Estimate<E> {
  const scale = parts.reduce((total, part) => total + part.scale, 0);
  const error = parts.reduce((total, part) => total + part.scale * 10 ** -part.digits, 0);
  const value = parts.reduce((total, part) => field.add(total, part.value), field.zero);
  const most = parts.reduce((least, part) => Math.max(least, part.digits), 0);
  return { value, scale, digits: digitsOf(error, scale, most) };
}

/** A double as an element, exactly. */
export function real<E>(field: Field<E>, x: number): E {
  if (field.real) return field.real(x);
  if (!Number.isFinite(x)) throw new RangeError("an infinite number has no element");
  let shift = 0;
  let whole = x;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    shift++;
  }
  return field.rational(BigInt(whole), 1n << BigInt(shift));
}

/** Digits a limiting process aims at, those that halving aims at, and the most it can give, for each kind of number. */
export const aims = {
  double: { wanted: 12, halving: 10, most: 13 },
  digits: { wanted: 13, halving: 13, most: 15 },
  prime: { wanted: 0, halving: 0, most: 0 },
} as const;

/** The evaluations allowed to a limiting process are used up. */
export class Spent extends Undefined {}

/** f, as long as it is asked no more than `allowed` times. */
export function counted<A, E>(f: (x: A) => E, allowed: number, why: string): (x: A) => E {
  let left = allowed;
  return (x) => {
    if (left-- <= 0) throw new Spent(why);
    return f(x);
  };
}
