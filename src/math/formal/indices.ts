/** Indices of letters: which are free, and how they are renamed without catching the summed ones inside. */
import { intern } from "../expr/intern";
import type { Expr, Index } from "../expr/node";
import { indicesOn, isTwo, keyOf } from "../expr/questions";
import { children, mapChildren } from "../expr/walk";

const known = new WeakMap<Expr, ReadonlyMap<string, number>>();

/** How often each free index stands in it; what stands twice inside is summed there. */
export function freeIn(node: Expr): ReadonlyMap<string, number> {
  const before = known.get(node);
  if (before) return before;
  const counts = new Map<string, number>();
  const add = (key: string, by = 1): void => void counts.set(key, (counts.get(key) ?? 0) + by);
  for (const index of indicesOn(node)) if (isCounted(index)) add(keyOf(index));
  const parts = node.kind === "sum" ? node.terms.slice(0, 1) : children(node);
  const times = node.kind === "power" && isTwo(node.exponent) ? 2 : 1;
  for (const part of parts) for (const [key, count] of freeIn(part)) add(key, count * times);
  const free = new Map([...counts].filter(([, count]) => count === 1 || count > 2));
  known.set(node, free);
  return free;
}

/** Names bound by a sum are labels, whatever stands twice. */
const isCounted = ({ name, value }: Index): boolean =>
  value === undefined && !name.startsWith(boundMark);

/** Marks what a sum or an integral binds. */
export const boundMark = "‡";

/** The free indices of these keys changed. */
export function changeFree(
  node: Expr,
  keys: ReadonlySet<string>,
  change: (index: Index, key: string) => Index,
): Expr {
  const free = freeIn(node);
  const here = new Set([...keys].filter((key) => free.has(key)));
  if (here.size === 0) return node;
  const inside = (part: Expr): Expr => changeFree(part, here, change);
  const own = (index: Index): Index =>
    isCounted(index) && here.has(keyOf(index)) ? change(index, keyOf(index)) : index;
  if (node.kind === "tensor")
    return intern({ ...node, head: inside(node.head), indices: node.indices.map(own) });
  if (node.kind === "derivative" && node.by.kind === "index")
    return intern({
      ...node,
      by: { ...node.by, index: own(node.by.index) },
      ...(node.operand ? { operand: inside(node.operand) } : {}),
    });
  return mapChildren(node, inside);
}

/** The index may be raised and lowered where it stands: no plain derivative or variation keeps the metric from it. */
export function isExposed(node: Expr, key: string): boolean {
  if (!freeIn(node).has(key)) return true;
  if (node.kind === "tensor" && keepsItsHeight(node.head)) return false;
  if (indicesOn(node).some((index) => keyOf(index) === key)) return true;
  if (node.kind === "derivative" && !(node.by.kind === "index" && node.by.covariant)) return false;
  return children(node).every((part) => isExposed(part, key));
}

/** δg^{μν} is not δg_{μν} with its indices raised, and ε may be the mere symbol. */
const keepsItsHeight = (head: Expr): boolean =>
  head.kind === "symbol" && (head.role === "epsilon" || /^(?:δ.|[εϵ])/u.test(head.name));

const levels = new WeakMap<Expr, number>();

/** How deep sums over indices are nested inside; what is free here is summed farther out. */
export function levelOf(node: Expr): number {
  const before = levels.get(node);
  if (before !== undefined) return before;
  const free = freeIn(node);
  const parts = children(node);
  const keys = [
    ...indicesOn(node).map(keyOf),
    ...parts.flatMap((part) => [...freeIn(part).keys()]),
  ];
  const own = keys.map((key) => (free.has(key) ? 0 : Number(/^°(\d+)/.exec(key)?.[1] ?? 0)));
  const level = Math.max(0, ...own, ...parts.map(levelOf));
  levels.set(node, level);
  return level;
}
