/** Claims that must fail where the one under judgement holds: it with one thing of its own changed. */
import { negate, one, product, renamed, symbol, tensor } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { edits, sameIndices } from "./edits";
import { everywhere, type Local, written } from "./places";

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
    const node = written(change);
    if (node === side || !fits(node)) continue;
    if (changes++ >= 6) return;
    yield node;
  }
}

/** A factor or an operator left out, a matrix made a number, or one occurrence of a symbol replaced by another of its sort. */
function* ownPart(node: Expr): Generator<Local<undefined>> {
  if (node.kind === "product")
    for (const place of node.factors.keys())
      yield become(() => product(...node.factors.filter((_, k) => k !== place)));
  if (node.kind === "symbol" && node.role === undefined) yield become(() => other(node));
  if (node.kind === "labelled" && node.head.role === undefined)
    yield become(() => renamed(node, other(node.head)));
  if (node.kind === "derivative" && keepsRank.has(node.by.kind)) {
    const { operand } = node;
    if (operand) yield become(() => operand);
  }
  if (node.kind === "derivative" && node.by.kind === "index" && node.by.covariant) {
    const { index } = node.by;
    yield become(() => intern({ ...node, by: { kind: "index", index } }));
  }
  if (node.kind === "tensor" && node.head.kind === "symbol" && node.head.role !== undefined) {
    if (node.head.role === "epsilon") yield become(() => tensor(anyTensor, ...node.indices));
    if (node.head.role === "gamma") yield become(() => tensor(anyVector, ...node.indices));
    yield become(() => one);
  }
}

const become = (node: () => Expr): Local<undefined> => ({ node, note: undefined });

/** Operators whose result is of the sort of what they act on. */
const keepsRank: ReadonlySet<string> = new Set(["curl", "laplacian", "dalembertian"]);
const anyTensor = symbol("X″", "tensor");
const anyVector = symbol("v″", "four-vector");

const other = ({ kind: _, name, type, ...details }: Sym): Sym => symbol(`${name}″`, type, details);
