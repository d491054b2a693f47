/** ∫ d^d k: indices run over as many dimensions as the measure has. */
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";

export function withMeasuredDimension(claim: Claim): Claim {
  const { conventions } = claim;
  if (conventions.dim === "d" || conventions.declared.includes("dim")) return claim;
  if (![claim.left, claim.right].some((side) => some(side, isOverUnsaidDimensions))) return claim;
  return {
    ...claim,
    conventions: { ...conventions, dim: "d", declared: [...conventions.declared, "dim"] },
  };
}

const isOverUnsaidDimensions = (node: Expr): boolean =>
  node.kind === "integral" &&
  node.measures.some(
    ({ variable, power }) =>
      variable.kind === "symbol" &&
      variable.type === "four-vector" &&
      power !== undefined &&
      power.kind !== "num",
  );
