/** e^{∑ a_i} = ∏ e^{a_i} of numbers, over whatever range. */
import { constant, power, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Series } from "../expr/node";
import { some, transform } from "../expr/walk";
import { isOrdered } from "./commuting";
import { basis, type Written } from "./written";

/** The claim with such products written, where it shows one; it can only be used to hold. */
export function withExponentialsMultiplied(claim: Claim): Written | undefined {
  const sides = [claim.left, claim.right];
  if (!sides.some((side) => some(side, isProductOfMany))) return undefined;
  const [left, right] = sides.map((side) => transform(side, multiplied)) as [Expr, Expr];
  return left === claim.left && right === claim.right
    ? undefined
    : { claim: { ...claim, left, right }, used: [rule] };
}

const rule = basis("exponentials multiplied", "e^{\\sum a_i}=\\prod e^{a_i}");

const isProductOfMany = (node: Expr): boolean => node.kind === "series" && node.sort === "product";

function multiplied(node: Expr): Expr {
  if (node.kind !== "power" || node.base !== constant("e") || isOrdered(node.exponent)) return node;
  const factors = node.exponent.kind === "product" ? node.exponent.factors : [node.exponent];
  const [series, more] = factors.filter((factor): factor is Series => factor.kind === "series");
  if (!series || more || series.sort !== "sum") return node;
  const terms = factors.map((factor) => (factor === series ? series.body : factor));
  const isFree = (factor: Expr): boolean =>
    factor === series || !some(factor, (part) => series.variables.includes(part));
  return factors.every(isFree)
    ? intern({ ...series, sort: "product", body: power(constant("e"), product(...terms)) })
    : node;
}
