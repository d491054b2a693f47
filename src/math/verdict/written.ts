/** A claim written out with the help of premises. */
import type { Claim, Premise } from "../expr/claim";

export interface Written {
  readonly claim: Claim;
  /** The premises put to use. */
  readonly used: readonly Premise[];
}

/** The coordinates or directions a claim is written out in. */
export const basis = (name: string, latex: string): Premise => ({
  id: "basis",
  name,
  latex,
  source: "convention",
  facts: [],
});
