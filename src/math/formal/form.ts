/** How parts of one claim are brought to their form. */
import type { Expr } from "../expr/node";
import type { Element } from "./element";
import type { Habits } from "./habits";

export interface Form {
  readonly habits: Habits;
  readonly elementOf: (node: Expr) => Element;
  readonly partOf: (node: Expr) => Expr;
}
