/** Claims that must fail where the one under judgement holds: it with one thing of its own changed. */
import { negate, one, product, renamed, symbol, tensor } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { edits, sameIndices } from "./edits";
import { everywhere } from "./places";

/** Sides to put in place of this one, the plainest first. */
export function* controls(side: Expr): Generator<Expr> {
  yield negate(side);
  const seen = new Set<string>();
  for (const edit of edits(side)) {
    if (edit.diagnosis.kind === "factor" && edit.diagnosis.on === "side") continue;
    const sort = edit.diagnosis.kind;
    const count = [...seen].filter((entry) => entry.startsWith(sort)).length;
    if (count >= 3) continue;
    seen.add(`${sort}${count}`);
    yield edit.result;
  }
  let changes = 0;
  const fits = sameIndices(side);
  for (const change of everywhere(side, ownPart)) {
    if (!fits(change.node)) continue;
    if (changes++ >= 6) return;
    yield change.node;
  }
}

/** A factor or an operator left out, a matrix made a number, or one occurrence of a symbol replaced by another of its sort. */
function* ownPart(node: Expr): Generator<{ node: Expr; note: undefined }> {
  if (node.kind === "product")
    for (const place of node.factors.keys())
      yield { node: product(...node.factors.filter((_, k) => k !== place)), note: undefined };
  if (node.kind === "symbol" && node.role === undefined)
    yield { node: other(node), note: undefined };
  if (node.kind === "labelled" && node.head.role === undefined)
    yield { node: renamed(node, other(node.head)), note: undefined };
  if (node.kind === "derivative" && node.operand && keepsRank.has(node.by.kind))
    yield { node: node.operand, note: undefined };
  if (node.kind === "derivative" && node.by.kind === "index" && node.by.covariant)
    yield {
      node: intern({ ...node, by: { kind: "index", index: node.by.index } }),
      note: undefined,
    };
  if (node.kind === "tensor" && node.head.kind === "symbol" && node.head.role !== undefined) {
    if (node.head.role === "epsilon")
      yield { node: tensor(anyTensor, ...node.indices), note: undefined };
    if (node.head.role === "gamma")
      yield { node: tensor(anyVector, ...node.indices), note: undefined };
    yield { node: one, note: undefined };
  }
}

/** Operators whose result is of the sort of what they act on. */
const keepsRank: ReadonlySet<string> = new Set(["curl", "laplacian", "dalembertian"]);
const anyTensor = symbol("X″", "tensor");
const anyVector = symbol("v″", "four-vector");

const other = ({ kind: _, name, type, ...details }: Sym): Sym => symbol(`${name}″`, type, details);
