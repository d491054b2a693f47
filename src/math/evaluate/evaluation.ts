/** The door of the evaluator: several expressions, one representation, one sample. */
import type { Conventions, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import type { Shown } from "../expr/shown";
import type { Beyond, Field, NumberKind, Undefined } from "./number/field";

/** One choice of explicit representation. A claim holds when it does in every world the plan lists. */
export interface World {
  /** Range of Lorentz indices. */
  readonly dimension: number;
  /** N of SU(N). */
  readonly colours: number;
  /** Twice the spin of angular-momentum operators. */
  readonly twiceSpin: number;
  /** Size of unspecified operators and matrices. */
  readonly size: number;
}

export interface Setting {
  readonly conventions: Conventions;
  /** Facts that may be used: definitions are substituted, constraints restrict the samples. */
  readonly facts: readonly Fact[];
  readonly world: World;
  /** Integrals count as linear functionals of which only the rules are known, also those that could be done. */
  readonly formal?: boolean;
  /** Unknown functions are smooth from place to place, not only at each. */
  readonly smooth?: boolean;
}

export interface Point {
  readonly number: NumberKind;
  readonly seed: number;
  /** Position of this point in the run: domains are spread over two decades by it. */
  readonly ordinal: number;
  /** Multiply-adds of doubles this evaluation may cost. */
  readonly allowance?: number;
}

/** The components of one expression at one sample, in an order that is the same for all expressions of the call. */
export interface Components {
  readonly shape: readonly number[];
  /** Opaque to callers; compare with `same`. */
  readonly entries: readonly unknown[];
  /** Largest magnitude of any term met on the way: what a difference is measured against. */
  readonly scale: number;
  /** Decimal digits that can be trusted (15 for doubles, 50 for digits, fewer after quadrature or sums). */
  readonly digits: number;
  /** The numbers the entries belong to. */
  readonly field: Field<unknown>;
}

export type Refused =
  | { readonly kind: "undefined"; readonly why: string; readonly cost: number }
  | { readonly kind: "beyond"; readonly construct: string; readonly cost: number };

export type Evaluation =
  | {
      readonly kind: "values";
      /** One for each expression asked for; undefined where that one alone has no value here. */
      readonly components: readonly (Components | undefined)[];
      /** Sampled values of the free symbols, for evidence (doubles and digits only). */
      readonly values: Readonly<Record<string, Shown>>;
      /** Multiply-adds of doubles it took. */
      readonly cost: number;
      /** Why an expression alone has no value, where that is what happened. */
      readonly refusals: ReadonlyMap<Expr, Undefined | Beyond>;
      /** Functions, roots or symbolic powers were met: a prime field took them as independent symbols, so it can support but not refute, and branches need a look. */
      readonly transcendental: boolean;
      /** The root of a negative difference was taken. */
      readonly leavesReals: boolean;
    }
  | Refused;
