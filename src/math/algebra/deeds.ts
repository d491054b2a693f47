/** What a step that holds did, in words, and whether it did too much in one line. */
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";
import type { Scene } from "./law";
import type { Move } from "./path";
import { pathBetween } from "./path";
import { sizeOf } from "./size";

export interface Deeds {
  readonly moves: readonly string[];
  /** Several moves, or an evaluation whose work is not shown. */
  readonly compressed: boolean;
}

export function deedsOf(left: Expr, right: Expr, scene: Omit<Scene, "target">): Deeds {
  const path = pathBetween(left, right, scene, effort);
  if (path) return { moves: wordsOf(path), compressed: weightOf(path) >= many };
  const done = evaluations.filter(({ kind }) => holds(left, kind) && !holds(right, kind));
  return {
    moves: done.map(({ words }) => words),
    compressed: done.some(({ long }) => long) && sizeOf(left) > known,
  };
}

/** Nodes looked at for the words alone. */
const effort = 1500;

/** Nodes of what may be looked up: a single integral, sum or trace that everybody knows. */
const known = 20;

/** So many moves are more than a reader follows at a glance. */
const many = 3;

const weightOf = (path: readonly Move[]): number => path.filter(({ law }) => !law.minor).length;

/** Bookkeeping is named only where there is nothing else. */
function wordsOf(path: readonly Move[]): readonly string[] {
  const telling = path.filter(({ law }) => !law.minor);
  return [...new Set((telling.length > 0 ? telling : path).map(({ law, way }) => law[way]))];
}

const holds = (node: Expr, kind: Expr["kind"]): boolean => some(node, (part) => part.kind === kind);

/** What is gone from the right side was evaluated. */
const evaluations: readonly {
  readonly kind: Expr["kind"];
  readonly words: string;
  readonly long?: boolean;
}[] = [
  { kind: "trace", words: "evaluates the trace", long: true },
  { kind: "integral", words: "integrates", long: true },
  { kind: "series", words: "performs the sum", long: true },
  { kind: "limit", words: "takes the limit" },
  { kind: "derivative", words: "differentiates" },
  { kind: "bracket", words: "evaluates the commutator" },
  { kind: "bar", words: "puts in the values" },
];
