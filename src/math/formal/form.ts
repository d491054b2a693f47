/** How parts of one claim are brought to their form. */
import type { Expr } from "../expr/node";
import type { Element } from "./element";
import type { Habits } from "./habits";

export interface Form {
  readonly habits: Habits;
  readonly elementOf: (node: Expr) => Element;
  readonly partOf: (node: Expr) => Expr;
  /** The integral taken apart, where its letter has no name of its own. */
  readonly opened: (letter: Expr) => Opened | undefined;
}

/** What stands under an integral, and the way back. */
export interface Opened {
  readonly body: Element;
  readonly close: (body: Element) => Element;
}
