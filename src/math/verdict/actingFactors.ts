/** ∂ℒ/∂(∂_μψ) of ℒ = ψ̄(iγ^μ∂_μ − m)ψ: what stands in front of ψ is put to work on it, so that ∂_μψ shows. */

import { acts, appliedTo } from "../expr/apply";
import { product } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withActingFactors(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts.flatMap(partsOf));
  const isAsked = [claim.left, claim.right, ...facts].some((part) => some(part, isByDerivative));
  return isAsked ? mapClaim(claim, (part) => transform(part, atWork)) : claim;
}

/** ∂/∂(∂_μψ), ∂/∂ψ̇. */
const isByDerivative = (node: Expr): boolean =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.variable.kind === "derivative";

function atWork(node: Expr): Expr {
  if (node.kind !== "product") return node;
  const at = node.factors.findIndex((factor) => acts(factor));
  const operator = node.factors[at];
  const behind = node.factors.slice(at + 1);
  if (!operator || behind.length === 0 || behind.some((factor) => acts(factor))) return node;
  return product(...node.factors.slice(0, at), appliedTo(operator, product(...behind)));
}
