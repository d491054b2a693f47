/** What the caller of the judge decides. */
import type { Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import type { PremiseEntry } from "./premiseEntry";

export interface JudgeOptions {
  /** `check`: a line of a paper, where most equalities are no identities; `verify`: a claimed identity. */
  readonly mode: "check" | "verify";
  readonly seed: number;
  /** Thousands of evaluations. */
  readonly budget: number;
  /** Tacit premises to try where the claim differs; none: no search. */
  readonly catalogue?: readonly PremiseEntry[];
  /** Only whether it holds is asked, and the same may be asked again with a search: what differs is left without a reason. */
  readonly inShort?: boolean;
  /** What earlier lines of the derivation were found to take for granted, as LaTeX: tried first. */
  readonly assumed?: readonly string[];
  /** True once the judge should give up; a guard behind the budget. */
  readonly stop?: () => boolean;
  /** Terms of the neighbouring lines, for the diagnosis of a lost term. */
  readonly siblings?: readonly Expr[];
  /** The document writes Lorentz indices at both heights; unset: as in the claim itself. */
  readonly bothHeights?: boolean;
  /** Every side of the chain is said to be zero, so that indices need no partner across the relation. */
  readonly vanishes?: boolean;
  /** Some premise was not understood, so nothing may be refuted. */
  readonly unreadPremises?: boolean;
  /** The claim may introduce what stands on a side: a difference asks for no reason. */
  readonly introduces?: boolean;
  /** Equations of the document that bind its symbols without being premises of this claim. */
  readonly constraints?: readonly Fact[];
}
