/** What the evaluator asks of a kind of number. Three kinds exist: prime fields, complex doubles, many digits. */
import type { Domain } from "../../expr/node";

export type NumberKind = "prime" | "double" | "digits";

/** A source of random numbers in [0,1); the same seed gives the same samples on every machine. */
export type Random = () => number;

/** Complex numbers over some base; elements are immutable. `prime` is GF(p²) with p ≡ 3 mod 4, so that i and conjugation are exact. */
export interface Field<E> {
  readonly kind: NumberKind;
  readonly zero: E;
  readonly one: E;
  readonly i: E;
  rational(numerator: bigint, denominator: bigint): E;
  /** The double as it stands, where that is cheaper than by `rational`. */
  real?(x: number): E;
  add(a: E, b: E): E;
  sub(a: E, b: E): E;
  mul(a: E, b: E): E;
  neg(a: E): E;
  /** Throws `Undefined("pole")` where b is zero. */
  div(a: E, b: E): E;
  conj(a: E): E;
  re(a: E): E;
  im(a: E): E;
  isZero(a: E): boolean;
  /** |a| as a double, for tolerances; in a prime field 0 or 1. */
  magnitude(a: E): number;
  /** A generic element of the domain; magnitudes of inexact kinds spread over `decades` (one, if not said). */
  random(domain: Domain, random: Random, decades?: number): E;
  /** A known function of mathematics. Throws `Beyond` where this kind of number has no such function. */
  func(name: string, parameters: readonly E[], args: readonly E[]): E;
  power(base: E, exponent: E): E;
  /** The integer this element is, where it is one of modest size; undefined otherwise. */
  integer(a: E): number | undefined;
  /** As a pair of doubles, for evidence; a prime field throws. */
  toPair(a: E): readonly [number, number];
}

/** An outcome told by throwing. No bug: nobody looks at the stack, and writing it down is dear. */
class Told extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The work allowed is used up. Nothing that evaluates may go on after it. */
export class Exhausted extends Told {
  constructor() {
    super("the work allowed is used up");
  }
}

/** No value here: a pole, a divergent sum, a branch point, a missing limit. Another point may do. */
export class Undefined extends Told {
  readonly why: string;
  constructor(why: string) {
    super(why);
    this.why = why;
  }
}

/** No representation for this construct. No other point will do. */
export class Beyond extends Told {
  readonly construct: string;
  constructor(construct: string) {
    super(construct);
    this.construct = construct;
  }
}
