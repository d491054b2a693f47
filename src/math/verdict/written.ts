/** A claim written out with the help of premises. */
import type { Claim, Premise } from "../expr/claim";

export interface Written {
  readonly claim: Claim;
  /** The premises put to use. */
  readonly used: readonly Premise[];
}
