/** Vectors whose components are matrices, as the A_μ of [A_μ, A_ν]. */
import type { Expr } from "./node";

/** The space of a four-vector that has matrices as components. */
export const ofMatrices = "of matrices";

export const isOfMatrices = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "four-vector" && node.space === ofMatrices;
