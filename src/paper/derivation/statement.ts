/** What a display says, before anything is read: chains of sides joined by relations. */
import type { Relation } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Span } from "../text/span";
import type { Cue } from "./cue";

export interface Side {
  readonly nodes: readonly TexNode[];
  readonly span: Span;
}

export interface Joint {
  /** Undefined for a sign that relates but is not among those we know. */
  readonly relation: Relation | undefined;
  readonly span: Span;
  /** What stands over or under it. */
  readonly annotation: readonly TexNode[];
}

/** What a statement is said to hold for: `x > 0`, `n = 1, 2, …`, or words alone. */
export interface Condition {
  readonly nodes: readonly TexNode[];
  readonly words: string;
  readonly span: Span;
  /** The first link of the chain it speaks of. */
  readonly from: number;
  /** `n = 1, 2, …`: a range of values. */
  readonly list: boolean;
}

/** A chain `sides[0] relation sides[1] relation …`. */
export interface Statement {
  readonly sides: readonly Side[];
  readonly joints: readonly Joint[];
  readonly conditions: readonly Condition[];
  readonly cue: Cue | undefined;
  /** Words read just before it in the display. */
  readonly words: string;
  /** The claim an `\underbrace{X}_{= …}` makes. */
  readonly aside: boolean;
}

/** A statement while rows are still being added to it. */
export interface Growing {
  sides: { nodes: TexNode[] }[];
  joints: Joint[];
  conditions: Condition[];
  cue: Cue | undefined;
  words: string;
  /** A list of values or of names: not a claim. */
  list: boolean;
}
