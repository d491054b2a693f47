/** What stands below ∑, in the order in which it is written. */
import type { Comparison, Expr, Series } from "./node";

type Piece =
  | { readonly kind: "expression"; readonly expression: Expr }
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  /** ⟨ij⟩ goes over neighbours. */
  | { readonly kind: "neighbours"; readonly labels: readonly Expr[] };

/** The pieces below a series with a condition. */
export function piecesBelow(condition: Comparison, variables: Series["variables"]): Piece[] {
  const { left, right } = condition;
  const several = right.kind === "opaque" ? right : undefined;
  if (several?.what === "where") return [...variables.slice(0, -1), ...several.parts].map(alone);
  if (several?.what === "neighbours") {
    const labels = [left, ...several.parts];
    const others = variables.filter((variable) => !labels.includes(variable));
    return [{ kind: "neighbours", labels }, ...others.map(alone)];
  }
  const others = variables.filter((variable) => variable !== left);
  return [{ kind: "comparison", comparison: condition }, ...others.map(alone)];
}

const alone = (expression: Expr): Piece => ({ kind: "expression", expression });
