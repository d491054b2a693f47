/** What premises look for in a claim: its symbols by sort, and fresh ones to build with. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, symbolsOf } from "../expr/walk";

export const symbolsIn = (claim: Claim): readonly Sym[] => [
  ...new Set([...symbolsOf(claim.left), ...symbolsOf(claim.right)]),
];

export const fourVectors = (claim: Claim): Sym[] =>
  symbolsIn(claim).filter(
    (s) => s.type === "four-vector" && (s.role === undefined || s.role === "polarisation"),
  );

/** Operators and matrices nothing is known of. */
export const unspecified = (claim: Claim): readonly Sym[] =>
  symbolsIn(claim).filter(
    (s) => (s.type === "operator" || s.type === "matrix") && s.role === undefined && !s.grassmann,
  );

const massName = /^[mM](_.+|′+)?$/;

/** Scalars that are called like masses. */
export const masses = (claim: Claim): readonly Sym[] =>
  symbolsIn(claim).filter((s) => s.type === "scalar" && massName.test(s.name));

/** A symbol of the same sort that occurs nowhere else. */
export function generic(like: Sym, mark = "°"): Sym {
  const { kind: _, name, type, ...details } = like;
  return symbol(`${name}${mark}`, type, details);
}

export function* everyNode(claim: Claim): Generator<Expr> {
  yield* nodes(claim.left);
  yield* nodes(claim.right);
}

/** The claim with both sides rewritten; undefined where nothing changes. */
export function rewritten(claim: Claim, change: (side: Expr) => Expr): Claim | undefined {
  const [left, right] = [change(claim.left), change(claim.right)];
  return left === claim.left && right === claim.right ? undefined : { ...claim, left, right };
}

/** Every non-empty choice among a few, small ones first. */
export function choices<T>(items: readonly T[], atMost = 4): readonly (readonly T[])[] {
  const few = items.slice(0, atMost);
  const list = Array.from({ length: 2 ** few.length - 1 }, (_, bits) =>
    few.filter((_, k) => ((bits + 1) >> k) & 1),
  );
  return list.sort((a, b) => a.length - b.length);
}
