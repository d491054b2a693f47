/** Constraints of a known form: p² = m², k·ε = 0, p₁ + p₂ = p₃ + p₄. */
import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import { headOf } from "./head";

export function catalogued(fact: Fact): boolean {
  if (fact.kind !== "constraint") return true;
  const { left, right } = fact;
  if (left.kind === "dot")
    return !some(
      right,
      (part) => part.kind === "dot" || part.kind === "tensor" || part.kind === "function",
    );
  return isCombination(left) && isCombination(right);
}

/** A sum of vectors with signs. */
const isCombination = (expr: Expr): boolean =>
  expr.kind === "sum" ? expr.terms.every(isVector) : isVector(expr);

function isVector(expr: Expr): boolean {
  if (expr.kind === "product") {
    const [sign, vector] = expr.factors;
    return (
      expr.factors.length === 2 && sign?.kind === "num" && vector !== undefined && isVector(vector)
    );
  }
  const head = expr.kind === "symbol" || expr.kind === "labelled" ? headOf(expr) : undefined;
  return head?.kind === "symbol" && (head.type === "four-vector" || head.type === "three-vector");
}
