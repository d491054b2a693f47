/** What a name usually stands for. */
import type { Expr } from "../expr/node";

export interface Meaning {
  readonly head: Expr;
  readonly body: Expr;
  readonly latex: string;
}
