/** A law: an identity of the algebra as a rewriting of one node, and the words for a step that uses it. */
import type { Conventions, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";

export interface Law {
  /** Field and deed: `dirac.contract-across`. */
  readonly name: string;
  /** What a step does that uses it from left to right, in a referee's words. */
  readonly forth: string;
  /** The same from right to left. */
  readonly back: string;
  readonly statement: string;
  /** Kinds of node, roles or functions of which one must occur where it says anything. */
  readonly needs?: readonly string[];
  /** A kind of fact without which it says nothing. */
  readonly fact?: Fact["kind"];
  /** Bookkeeping that goes along with another move. */
  readonly minor?: boolean;
  /** Nothing inside a node of this kind is rewritten: it has laws of its own. */
  readonly outside?: Expr["kind"];
  /** Used once, not until nothing changes: each use is a line of its own. */
  readonly once?: boolean;
  /** The node rewritten; undefined where the law says nothing. */
  rewrite(node: Expr, scene: Scene): Expr | undefined;
}

/** What a rewriting may lean on. */
export interface Scene {
  readonly conventions: Conventions;
  readonly facts: readonly Fact[];
  /** The side the other one is to become: it shows which functions and arguments are wanted. */
  readonly target: Expr;
}
