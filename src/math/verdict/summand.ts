/** Two sides that sum over the same range: equal terms prove the claim, different ones say nothing. */
import { product } from "../expr/build";
import type { Expr, Series } from "../expr/node";
import { isBareDerivative } from "../expr/questions";
import { replace, some } from "../expr/walk";
import type { Sides } from "./plusMinus";

/** The terms of both sides, each with what stands before its sum. */
export function summands(left: Expr, right: Expr): Sides | undefined {
  const [a, b] = [ofSide(left), ofSide(right)];
  if (!a || !b) return undefined;
  const [variable] = a.series.variables;
  const [other] = b.series.variables;
  if (!variable || !other || !overSame(a.series, b.series)) return undefined;
  if (variable !== other && some(b.term, (part) => part === variable)) return undefined;
  return [a.term, replace(b.term, new Map([[other, variable]]))];
}

interface Side {
  readonly series: Series;
  readonly term: Expr;
}

/** A coefficient may stand before the sum, as long as it is none itself and does not show the label. */
function ofSide(side: Expr): Side | undefined {
  const factors = side.kind === "product" ? side.factors : [side];
  const [series, more] = factors.filter((factor): factor is Series => factor.kind === "series");
  if (!series || more || series.sort !== "sum" || series.variables.length !== 1) return undefined;
  if (factors.some((factor) => some(factor, isBareDerivative))) return undefined;
  const terms = factors.map((factor) => (factor === series ? series.body : factor));
  const isOutside = (factor: Expr): boolean =>
    !some(factor, (part) => part === series.variables[0]);
  return factors.every((factor) => factor === series || isOutside(factor))
    ? { series, term: product(...terms) }
    : undefined;
}

const overSame = (a: Series, b: Series): boolean =>
  a.lower === b.lower &&
  a.upper === b.upper &&
  a.values === undefined &&
  b.values === undefined &&
  a.condition === undefined &&
  b.condition === undefined;
