/** Indices of a term: which are summed, and how they are renamed. */

import { intern } from "../expr/intern";
import type { Expr, Index } from "../expr/node";
import { indicesOn, keyOf } from "../expr/questions";
import { children, mapChildren } from "../expr/walk";

/** Index names with how often they occur in the tree. */
export function indexCounts(node: Expr): ReadonlyMap<string, number> {
  const before = counted.get(node);
  if (before) return before;
  const found = new Map<string, number>();
  const add = (name: string, count: number): void => {
    found.set(name, (found.get(name) ?? 0) + count);
  };
  for (const index of indicesOn(node)) if (index.value === undefined) add(keyOf(index), 1);
  for (const part of children(node))
    for (const [name, count] of indexCounts(part)) add(name, count);
  counted.set(node, found);
  return found;
}

const counted = new WeakMap<Expr, ReadonlyMap<string, number>>();

/** The tree with every index changed, in reading order. */
export function mapIndices(node: Expr, change: (index: Index) => Index): Expr {
  if (indexCounts(node).size === 0) return node;
  if (node.kind === "tensor") {
    const head = mapIndices(node.head, change);
    const indices = node.indices.map(change);
    return head === node.head && indices.every((index, i) => index === node.indices[i])
      ? node
      : intern({ ...node, head, indices });
  }
  if (node.kind === "derivative" && node.by.kind === "index") {
    const index = change(node.by.index);
    const operand = node.operand && mapIndices(node.operand, change);
    if (index === node.by.index && operand === node.operand) return node;
    return intern({ ...node, by: { ...node.by, index }, ...(operand ? { operand } : {}) });
  }
  return mapChildren(node, (part) => mapIndices(part, change));
}

/** Every index of this name and space replaced. */
export const withIndex = (
  node: Expr,
  old: Index,
  fresh: Pick<Index, "name" | "place"> & Partial<Index>,
): Expr =>
  mapIndices(node, (index) =>
    index.name === old.name && index.space === old.space && index.value === undefined
      ? { ...index, name: fresh.name, place: fresh.place }
      : index,
  );

export const isSameIndex = (a: Index, b: Index): boolean =>
  a.name === b.name && a.space === b.space && a.value === undefined && b.value === undefined;

/** The names of a term that stand in it exactly twice. */
export function dummiesOf(node: Expr): ReadonlySet<string> {
  return new Set([...indexCounts(node)].filter(([, count]) => count === 2).map(([name]) => name));
}

export const isDummy = (index: Index, dummies: ReadonlySet<string>): boolean =>
  index.value === undefined && dummies.has(keyOf(index));
