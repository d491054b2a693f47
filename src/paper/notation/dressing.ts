/** What the scripts of a name turn out to be. */
import type { By, Expr, Index, Involution } from "../../math/expr/node";

export interface Dressing {
  /** Primes that stand behind the letter. */
  primes: number;
  /** Marks and words that belong to the name. */
  suffix: string;
  readonly labels: Expr[];
  /** Those of the labels that stand above. */
  readonly raised: Set<number>;
  readonly indices: Index[];
  readonly involutions: Involution["sort"][];
  readonly derivatives: By[];
  power: Expr | undefined;
  /** Of a derivative, f^{(3)}. */
  order: number | undefined;
}

export const undressed = (): Dressing => ({
  primes: 0,
  suffix: "",
  labels: [],
  raised: new Set(),
  indices: [],
  involutions: [],
  derivatives: [],
  power: undefined,
  order: undefined,
});
