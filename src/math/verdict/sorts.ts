/** Sorts of value that cannot be added: plain numbers, three-vectors, explicit matrices of different size. */

import type { Expr } from "../expr/node";
import { isZero } from "../expr/questions";

/** What an expression surely is; undefined where several readings are possible. */
export type Sort =
  | { readonly kind: "number" }
  | { readonly kind: "vector"; readonly name: string }
  | { readonly kind: "matrix"; readonly rows: number; readonly columns: number };

export interface Clash {
  readonly name: string;
}

/** The first sum in the tree whose terms are of different sorts. */
export function clashIn(node: Expr): Clash | undefined {
  if (node.kind === "sum") {
    const clash = clashAmong(node.terms);
    if (clash) return clash;
    for (const term of node.terms) {
      const inner = clashIn(term);
      if (inner) return inner;
    }
  }
  if (node.kind === "product")
    for (const factor of node.factors) {
      const inner = clashIn(factor);
      if (inner) return inner;
    }
  return undefined;
}

export function clashAmong(terms: readonly Expr[]): Clash | undefined {
  const sorts = terms.flatMap((term) => (isZero(term) ? [] : [sortOf(term)]));
  if (sorts.some((sort) => sort === undefined)) return undefined;
  const [first, ...others] = sorts;
  const other = others.find((sort) => first && sort && !agree(first, sort));
  if (!first || !other) return undefined;
  const vector = [first, other].find((sort) => sort.kind === "vector");
  return { name: vector?.kind === "vector" ? vector.name : "matrix" };
}

function agree(a: Sort, b: Sort): boolean {
  if (a.kind === "matrix" && b.kind === "matrix")
    return a.rows === b.rows && a.columns === b.columns;
  // A number beside a matrix means that multiple of the unit matrix.
  if (a.kind === "matrix" || b.kind === "matrix") return true;
  return a.kind === b.kind;
}

function sortOf(node: Expr): Sort | undefined {
  switch (node.kind) {
    case "num":
    case "constant":
    case "dot":
      return { kind: "number" };
    case "symbol":
      return node.type === "three-vector" ? { kind: "vector", name: node.name } : undefined;
    case "cross":
      return undefined;
    case "matrix":
      return { kind: "matrix", rows: node.rows.length, columns: node.rows[0]?.length ?? 0 };
    case "product": {
      const sorts = node.factors.map(sortOf);
      const vectors = sorts.filter((sort) => sort?.kind === "vector");
      if (
        vectors.length === 1 &&
        sorts.every((sort) => sort !== undefined && sort.kind !== "matrix")
      )
        return vectors[0];
      return sorts.every((sort) => sort?.kind === "number") ? { kind: "number" } : undefined;
    }
    case "quotient":
      return sortOf(node.under)?.kind === "number" ? sortOf(node.over) : undefined;
    default:
      return undefined;
  }
}
