/** A claim written out with the help of premises. */
import type { Claim, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";

export interface Written {
  readonly claim: Claim;
  /** The premises put to use. */
  readonly used: readonly Premise[];
  /** What was written out, by what stands there now: a mend is shown in the author's words. */
  readonly names?: ReadonlyMap<Expr, Expr>;
}

/** The coordinates or directions a claim is written out in. */
export const basis = (name: string, latex: string): Premise => ({
  id: "basis",
  name,
  latex,
  source: "convention",
  facts: [],
});
