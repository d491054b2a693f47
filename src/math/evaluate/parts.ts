/** The direct parts of a node, remembered. */
import type { Expr } from "../expr/node";
import { children } from "../expr/walk";

const known = new WeakMap<Expr, readonly Expr[]>();

export function parts(node: Expr): readonly Expr[] {
  const found = known.get(node) ?? children(node);
  known.set(node, found);
  return found;
}
