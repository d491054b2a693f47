/** One term of a sum over modes: numbers, waves, δ-functions, and a word of letters with their labels. */
import type { Expr } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Linear } from "./linear";

export interface Label {
  readonly expr: Expr;
  readonly form: Linear;
}

/** `order` 0 stands to the left of `order` 1 in normal order; letters of order 2 keep their place. */
export interface Letter {
  readonly sort: "mode" | "ket" | "bra";
  /** The operator without its dagger. */
  readonly head: string;
  readonly raised: boolean;
  readonly order: 0 | 1 | 2;
  readonly fermion: boolean;
  /** Of a mode with quanta, which a vacuum is empty of. */
  readonly ladder: boolean;
  /** Its own adjoint. */
  readonly own?: true;
  readonly labels: readonly Label[];
}

/** i·factor·(left·right) of two labels or places in an exponent. */
export interface Phase {
  readonly factor: number;
  readonly left: string;
  readonly right: string;
}

/** δⁿ of a form, or a Kronecker δ. */
export interface Delta {
  readonly form: Linear;
  readonly continuous: boolean;
  /** n of δⁿ. */
  readonly power: Expr;
}

/** A variable that is summed or integrated over; `range` tells ranges apart that are not everything. */
export interface Dummy {
  readonly key: string;
  readonly continuous: boolean;
  readonly range: string;
  /** Number of components, as it is written in (2π)ⁿ. */
  readonly power: Expr;
}

export interface Term {
  readonly coefficient: readonly Expr[];
  /** Exponents other than phases. */
  readonly exponents: readonly Expr[];
  readonly phases: readonly Phase[];
  readonly letters: readonly Letter[];
  readonly deltas: readonly Delta[];
  readonly dummies: readonly Dummy[];
  /** A factor with components, still to be contracted. */
  readonly vector?: Expr;
}

export const unit: Term = {
  coefficient: [],
  exponents: [],
  phases: [],
  letters: [],
  deltas: [],
  dummies: [],
};

/** Side by side. */
export const joined = (a: Term, b: Term): Term => ({
  coefficient: [...a.coefficient, ...b.coefficient],
  exponents: [...a.exponents, ...b.exponents],
  phases: [...a.phases, ...b.phases],
  letters: [...a.letters, ...b.letters],
  deltas: [...a.deltas, ...b.deltas],
  dummies: [...a.dummies, ...b.dummies],
  ...vectorOf(a, b),
});

function vectorOf(a: Term, b: Term): Pick<Term, "vector"> {
  if (a.vector && b.vector) throw new Beyond("a product of two vectors without dot or cross");
  const vector = a.vector ?? b.vector;
  return vector ? { vector } : {};
}

export const scaled = (term: Term, factor: Expr): Term => ({
  ...term,
  coefficient: [factor, ...term.coefficient],
});
