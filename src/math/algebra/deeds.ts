/** What a step that holds did, in words, and whether it did too much in one line. */
import type { Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { indexCounts } from "./indices";
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
  if (path?.length === 0) return { moves: renamed(left, right), compressed: false };
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

/** Sides that are alike but for names. */
function renamed(left: Expr, right: Expr): readonly string[] {
  const differ = (names: (side: Expr) => ReadonlySet<string>): boolean =>
    [...names(left)].some((name) => !names(right).has(name));
  if (differ((side) => new Set(indexCounts(side).keys()))) return ["relabels dummies"];
  return differ(boundNames) ? ["renames a bound variable"] : [];
}

function boundNames(side: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes(side)) {
    const bound =
      node.kind === "integral"
        ? node.measures.map(({ variable }) => variable)
        : node.kind === "series"
          ? node.variables
          : [];
    for (const variable of bound) if (variable.kind === "symbol") names.add(variable.name);
  }
  return names;
}

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
