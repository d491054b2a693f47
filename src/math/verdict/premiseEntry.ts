/** A tacit premise of the catalogue, as the judge meets it. */
import type { Claim, Fact } from "../expr/claim";
import type { Shrinking } from "./scaling";

export interface PremiseEntry {
  /** Premise id of the contract. */
  readonly id: string;
  readonly name: string;
  /** It only removes a term, so it is put as a question beside its rival: what else the removal could be. */
  readonly rival?: string;
  /** It is used together with others: kinematics, units, limits. */
  readonly joins?: boolean;
  /** It gives the claim a form that can be evaluated where it had none. */
  readonly rewrites?: boolean;
  /** It goes so much without saying that what is false under it is false. */
  readonly usual?: boolean;
  /** It says in what an approximation is expanded. */
  readonly expands?: boolean;
  /** It goes with the names it speaks of: no slip is likelier. */
  readonly habitual?: boolean;
  /** The ways it could enter this claim; none where its symbols do not occur. */
  apply(claim: Claim): Iterable<Candidate>;
}

export interface Candidate {
  /** The premise as it reads for this claim. */
  readonly latex: string;
  readonly facts: readonly Fact[];
  /** The same facts as they are used together with those of another premise. */
  readonly beside?: readonly Fact[];
  /** What it says one by one, where some of it may not be needed. */
  readonly parts?: readonly Pick<Candidate, "latex" | "facts">[];
  /** The claim as it stands under the premise, where the premise is more than facts. */
  readonly claim?: Claim;
  /** The premise is already put into `claim`; its facts only say what it was. */
  readonly substituted?: boolean;
  /** The sides agree only as these parameters shrink, up to less than any term kept. */
  readonly shrinking?: readonly Shrinking[];
}
