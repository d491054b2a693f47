/** One change at one place: every tree that differs from a given one in a single node, written out when it is asked for. */
import type { Turn } from "../evaluate/changed";
import { intern } from "../expr/intern";
import type { Expr } from "../expr/node";
import { children, mapChildren, symbolsOf } from "../expr/walk";
import { boundBy } from "./freeSymbols";

export interface Change<T> extends Local<T> {
  /** From the whole down to the part that changes. */
  readonly path: readonly Turn[];
  /** The part that changes. */
  readonly part: Expr;
}

/** What a part becomes. */
export interface Local<T> {
  readonly node: () => Expr;
  readonly note: T;
}

/** What `change` says of every node in turn; symbols that a node binds are left alone. */
export function* everywhere<T>(
  part: Expr,
  change: (node: Expr) => Iterable<Local<T>>,
  path: readonly Turn[] = [],
): Generator<Change<T>> {
  for (const changed of change(part)) yield { ...changed, path, part };
  const fixed = fixedParts(part);
  for (const [position, inner] of children(part).entries())
    if (!fixed.has(inner)) yield* everywhere(inner, change, [...path, { node: part, position }]);
}

/** The whole with its part changed. */
export const written = <T>({ path, node }: Change<T>): Expr =>
  path.reduceRight((inner, turn) => withChild(turn.node, turn.position, inner), node());

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
