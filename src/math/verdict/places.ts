/** One change at one place: every tree that differs from a given one in a single node. */
import { intern } from "../expr/intern";
import type { Expr } from "../expr/node";
import { children, mapChildren, symbolsOf } from "../expr/walk";
import { boundBy } from "./freeSymbols";

export interface Change<T> {
  readonly node: Expr;
  readonly note: T;
  /** How deep in the tree the change stands. */
  readonly depth: number;
}

/** Applies `change` at every node in turn; symbols that a node binds are left alone. */
export function* everywhere<T>(
  node: Expr,
  change: (node: Expr) => Iterable<{ readonly node: Expr; readonly note: T }>,
  depth = 0,
): Generator<Change<T>> {
  for (const changed of change(node)) if (changed.node !== node) yield { ...changed, depth };
  const fixed = fixedParts(node);
  for (const [position, part] of children(node).entries()) {
    if (fixed.has(part)) continue;
    for (const inner of everywhere(part, change, depth + 1))
      yield { ...inner, node: withChild(node, position, inner.node) };
  }
}

/** Variables of integration, summation, limits and derivatives. */
function fixedParts(node: Expr): ReadonlySet<Expr> {
  const fixed = new Set<Expr>(boundBy(node));
  if (node.kind === "derivative") {
    fixed.add(node.order);
    if (node.by.kind === "variable") fixed.add(node.by.variable);
  }
  if (node.kind === "integral") for (const measure of node.measures) fixed.add(measure.variable);
  if (node.kind === "series") for (const variable of node.variables) fixed.add(variable);
  if (node.kind === "call") fixed.add(node.head);
  if (node.kind === "labelled") for (const symbol of symbolsOf(node)) fixed.add(symbol);
  return fixed;
}

function withChild(node: Expr, position: number, fresh: Expr): Expr {
  let count = 0;
  return intern(mapChildren(node, (part) => (count++ === position ? fresh : part)));
}
