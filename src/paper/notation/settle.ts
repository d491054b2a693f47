/** Bare differential operators inside a group act on the rest of that group, and on nothing behind it. */
import { derivative, product, sum } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { isCovariantDerivative } from "./covariantDerivative";

export function settle(node: Expr): Expr {
  if (node.kind === "sum") return sum(...node.terms.map(settle));
  if (node.kind !== "product") return node;
  const at = node.factors.findIndex((factor) => factor.kind === "derivative" && !factor.operand);
  const bare = node.factors[at];
  const rest = node.factors.slice(at + 1);
  if (bare?.kind !== "derivative" || rest.length === 0) return node;
  if (isCovariantDerivative(rest.at(-1))) return node;
  return product(
    ...node.factors.slice(0, at),
    derivative(bare.by, settle(product(...rest)), bare.order),
  );
}
