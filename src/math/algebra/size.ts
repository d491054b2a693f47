/** How long an expression is, in nodes. */
import type { Expr } from "../expr/node";
import { children } from "../expr/walk";

const sizes = new WeakMap<Expr, number>();

export function sizeOf(node: Expr): number {
  const before = sizes.get(node);
  if (before !== undefined) return before;
  const size = children(node).reduce((total, part) => total + sizeOf(part), 1);
  sizes.set(node, size);
  return size;
}
