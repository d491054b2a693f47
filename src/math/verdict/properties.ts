/** Claims that say how something undetermined behaves: under conjugation, under an exchange, with its indices turned. */

import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isNumeral } from "../expr/questions";
import { nodes, some } from "../expr/walk";

/** In words; undefined where the claim is an identity or none. */
export function property({ left, right }: Claim): string | undefined {
  if (isTransformed(left, right) || isTransformed(right, left))
    return "it says how an operator transforms";
  if (isSignedExchange(left, right)) return "whether these anticommute is not said";
  if (isTurned(left, right)) return "the indices may be those of spinors";
  if ([left, right].some((side) => some(side, isAmongEllipses)))
    return "some of the indices are left out";
  return undefined;
}

/** T iH T⁻¹ = −iH, σB*σ = −B: an operator alone, and the same between others, conjugated or inverted. */
function isTransformed(alone: Expr, among: Expr): boolean {
  const [operator, ...more] = factorsOf(alone).filter((factor) => !isNumeral(factor));
  if (operator?.kind !== "symbol" || more.length > 0 || operator.role !== undefined) return false;
  if (operator.type === "scalar" && !/^\p{Lu}/u.test(operator.name)) return false;
  const factors = factorsOf(among).filter((factor) => !isNumeral(factor));
  return (
    factors.length > 2 &&
    ![factors[0], factors.at(-1)].some((end) => end && some(end, (node) => node === operator)) &&
    some(among, (node) => node === operator) &&
    factors.some((factor) => factor.kind === "involution" || isInverse(factor)) &&
    factors.every((factor) => !isSum(factor))
  );
}

/** a₂†a₁† = −a₁†a₂†: the same factors in another order with a sign. */
function isSignedExchange(left: Expr, right: Expr): boolean {
  const [one, two] = [left, right].map((side) =>
    factorsOf(side).filter((part) => !isNumeral(part)),
  );
  if (!one || !two || one.length < 2 || one.length !== two.length) return false;
  const places = one.map((factor) => two.indexOf(factor));
  const ladders = one.filter((factor) =>
    some(factor, (node) => node.kind === "symbol" && node.role === "lowering"),
  );
  return (
    ladders.length > 1 &&
    places.every((place) => place >= 0) &&
    places.some((place, i) => place !== i) &&
    isNegative(left) !== isNegative(right)
  );
}

/** χ^α ψ_α = −χ_α ψ^α. */
function isTurned(left: Expr, right: Expr): boolean {
  if (isNegative(left) === isNegative(right)) return false;
  const [one, two] = [left, right].map((side) =>
    factorsOf(side).filter((part) => !isNumeral(part)),
  );
  if (!one || !two || one.length !== 2 || two.length !== 2) return false;
  return one.every((factor, i) => {
    const other = two[i];
    const [a, ...rest] = factor.kind === "tensor" ? factor.indices : [];
    const [b] = other?.kind === "tensor" ? other.indices : [];
    return (
      factor.kind === "tensor" &&
      other?.kind === "tensor" &&
      factor.head === other.head &&
      rest.length === 0 &&
      a !== undefined &&
      b !== undefined &&
      a.name === b.name &&
      factor !== other
    );
  });
}

/** χ_{⋯[AB]⋯}. */
const isAmongEllipses = (node: Expr): boolean =>
  node.kind === "labelled" && node.labels.some((label) => [...nodes(label)].some(isEllipsis));

const isEllipsis = (node: Expr): boolean => node.kind === "opaque" && node.what === "…";

const factorsOf = (expr: Expr): readonly Expr[] =>
  expr.kind === "product" ? expr.factors.flatMap(factorsOf) : [expr];

const isSum = (factor: Expr): boolean => factor.kind === "sum";

const isNegative = (expr: Expr): boolean =>
  factorsOf(expr).filter((factor) => factor.kind === "num" && factor.numerator < 0n).length % 2 ===
  1;

const isInverse = (factor: Expr): boolean =>
  factor.kind === "power" && factor.exponent.kind === "num" && factor.exponent.numerator < 0n;
