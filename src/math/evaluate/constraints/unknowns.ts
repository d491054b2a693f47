/** The quantities a constraint can be solved for: free numbers and vectors of the formulas. */
import type { Expr, Labelled, Sym } from "../../expr/node";
import { headKey } from "../given";
import { parts } from "../parts";
import type { Scope } from "../scope";
import { labelledName } from "../symbolName";

export interface Unknown {
  readonly expr: Sym | Labelled;
  readonly name: string;
  /** Number of components; 1 for a number. */
  readonly size: number;
  readonly vector: boolean;
}

/** Free numbers and vectors in an expression, in the order met; definitions are looked through. */
export function unknownsIn<E>(
  scope: Scope<E>,
  expr: Expr,
  inside: readonly string[] = [],
): readonly Unknown[] {
  const found = new Map<string, Unknown>();
  const visit = (node: Expr): void => {
    const key = headKey(node);
    const bodies = key ? scope.given.definitions.get(key) : undefined;
    if (key && bodies && !inside.includes(key)) {
      for (const { body } of bodies)
        for (const one of unknownsIn(scope, body, [...inside, key])) found.set(one.name, one);
      if (node.kind === "symbol" || node.kind === "labelled") return;
    }
    const unknown = unknownOf(scope, node);
    if (unknown) found.set(unknown.name, unknown);
    if (node.kind !== "labelled") for (const part of parts(node)) visit(part);
  };
  visit(expr);
  return [...found.values()];
}

function unknownOf<E>(scope: Scope<E>, node: Expr): Unknown | undefined {
  if (node.kind !== "symbol" && node.kind !== "labelled") return undefined;
  const sym = node.kind === "labelled" ? node.head : node;
  const name = node.kind === "labelled" ? labelledName(scope, node) : node.name;
  if (sym.role !== undefined && sym.role !== "coordinate" && sym.role !== "polarisation")
    return undefined;
  switch (sym.type) {
    case "scalar":
      return { expr: node, name, size: 1, vector: false };
    case "four-vector":
      return { expr: node, name, size: scope.world.dimension, vector: true };
    case "three-vector":
      return { expr: node, name, size: 3, vector: true };
    default:
      return undefined;
  }
}
