/** The symbols a value depends on: those of the tree that no sum, integral, limit or bar binds. */
import type { Expr, Sym } from "../expr/node";
import { children, symbolsOf } from "../expr/walk";

export function freeSymbols(...exprs: readonly Expr[]): ReadonlySet<Sym> {
  const found = new Set<Sym>();
  for (const expr of exprs) collect(expr, new Set(), found);
  return found;
}

/** The names that stand for a value somewhere, not only for which state or member of a family is meant. */
export function valued(...exprs: readonly Expr[]): ReadonlySet<Expr> {
  const found = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (node.kind === "ket" || node.kind === "bra") return;
    if (node.kind === "symbol") found.add(node);
    for (const part of node.kind === "labelled" ? [node.head] : children(node)) visit(part);
  };
  for (const expr of exprs) visit(expr);
  return found;
}

/** The symbols bound by this node itself. */
export function boundBy(node: Expr): readonly Sym[] {
  switch (node.kind) {
    case "integral":
      return node.measures.flatMap((measure) => [...symbolsOf(measure.variable)]);
    case "series":
      return node.variables.flatMap((variable) => [...symbolsOf(variable)]);
    case "limit":
      return [...symbolsOf(node.variable)];
    case "bar":
      return node.at.flatMap((place) => [...symbolsOf(place.variable)]);
    case "function":
      return node.name === "Res" ? node.parameters.slice(0, 1).filter(isSymbol) : [];
    default:
      return [];
  }
}

function collect(node: Expr, bound: ReadonlySet<Sym>, into: Set<Sym>): void {
  if (node.kind === "symbol") {
    if (!bound.has(node)) into.add(node);
    return;
  }
  const own = boundBy(node);
  const inner = own.length > 0 ? new Set([...bound, ...own]) : bound;
  for (const part of children(node)) collect(part, inner, into);
}

const isSymbol = (node: Expr): node is Sym => node.kind === "symbol";
