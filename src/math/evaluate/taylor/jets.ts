/** Fields and their first derivatives as variables of their own: what ∂/∂(∂_μφ), ∂/∂q̇ and ∂/∂ψ̄ differentiate by. */

import type { By, Expr } from "../../expr/node";
import { isOne } from "../../expr/questions";

/** A first derivative that is differentiated by: of which field, along what. */
export interface Jet {
  /** Without indices and conjugations. */
  readonly field: Expr;
  readonly along: "spacetime" | "space" | Expr;
}

/** The jet a variable of differentiation names: ∂_μφ, ∂^μφ*, q̇, ∂A_ν/∂x. */
export function jetOf(variable: Expr): Jet | undefined {
  if (variable.kind === "involution") return jetOf(variable.operand);
  if (variable.kind !== "derivative" || !variable.operand || !isOne(variable.order))
    return undefined;
  const field = fieldOf(variable.operand);
  const along = directionsOf(variable.by);
  return field && along ? { field, along } : undefined;
}

function directionsOf(by: By): Jet["along"] | undefined {
  switch (by.kind) {
    case "index":
      return by.covariant ? undefined : by.index.space === "spatial" ? "space" : "spacetime";
    case "gradient":
      return "space";
    case "variable":
      return fieldOf(by.variable);
    default:
      return undefined;
  }
}

/** The name behind indices and conjugations. */
export function fieldOf(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case "symbol":
    case "labelled":
      return expr;
    case "tensor":
      return expr.indices.length === 1 ? fieldOf(expr.head) : undefined;
    case "involution":
      return fieldOf(expr.operand);
    default:
      return undefined;
  }
}
