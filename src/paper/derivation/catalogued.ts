/** Constraints of a known form: p² = m², k·ε = 0, p₁ + p₂ = p₃ + p₄. */
import { minusOne } from "../../math/expr/build";
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
  const vectors = [...termsOf(left), ...termsOf(right)].map(vectorIn);
  return (
    vectors.length > 2 && !vectors.includes(undefined) && new Set(vectors).size === vectors.length
  );
}

const termsOf = (expr: Expr): readonly Expr[] => (expr.kind === "sum" ? expr.terms : [expr]);

/** The vector in v or −v. */
function vectorIn(expr: Expr): Expr | undefined {
  if (expr.kind === "product") {
    const [sign, vector] = expr.factors;
    return expr.factors.length === 2 && sign === minusOne && vector ? vectorIn(vector) : undefined;
  }
  const head = expr.kind === "symbol" || expr.kind === "labelled" ? headOf(expr) : undefined;
  return head?.kind === "symbol" && /vector/.test(head.type) ? expr : undefined;
}
