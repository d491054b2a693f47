/** Adjoint, transpose, conjugate and inverse of products and sums. */
import {
  constant,
  inverse,
  involution,
  minusOne,
  num,
  product,
  quotient,
  sum,
} from "../expr/build";
import type { Expr, Involution } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { isNumber } from "./isNumber";
import type { Law } from "./law";
import { rationalOf } from "./rational";

/** (AB)† = B†A†, (AB)ᵀ = BᵀAᵀ, (zw)* = z*w*, A†† = A. */
export const ofProduct: Law = {
  name: "adjoint.of-product",
  needs: ["involution"],
  forth: "takes the adjoint factor by factor",
  back: "draws the adjoint out",
  statement: "(AB)† = B†A†, (zw)* = z*w*",
  rewrite(node) {
    if (node.kind !== "involution" || node.sort === "bar") return undefined;
    const { operand, sort } = node;
    const each = (part: Expr): Expr => involution(sort, part);
    switch (operand.kind) {
      case "sum":
        return sum(...operand.terms.map(each));
      case "product":
        return isNumber(operand)
          ? product(...operand.factors.map(each))
          : product(...[...operand.factors].reverse().map(each));
      case "quotient":
        return quotient(each(operand.over), each(operand.under));
      case "involution":
        return operand.sort === sort ? operand.operand : undefined;
      default:
        return itself(operand, sort);
    }
  },
};

/** Real numbers stay; i changes its sign. */
function itself(operand: Expr, sort: Involution["sort"]): Expr | undefined {
  if (rationalOf(operand)) return operand;
  if (operand === constant("i")) return sort === "transpose" ? operand : product(minusOne, operand);
  if (operand.kind === "constant") return operand;
  if (operand.kind !== "symbol" || operand.type !== "scalar") return undefined;
  return operand.domain !== undefined &&
    operand.domain !== "complex" &&
    operand.dependsOn === undefined
    ? operand
    : undefined;
}

/** (AB)⁻¹ = B⁻¹A⁻¹. */
export const inverseOfProduct: Law = {
  name: "adjoint.inverse-of-product",
  needs: ["power"],
  forth: "inverts factor by factor",
  back: "draws the inverse out",
  statement: "(AB)⁻¹ = B⁻¹A⁻¹",
  rewrite(node) {
    if (node.kind !== "power" || node.exponent !== num(-1) || isNumber(node.base)) return undefined;
    if (node.base.kind === "power" && node.base.exponent === num(-1)) return node.base.base;
    const factors = factorsOf(node.base);
    return factors.length > 1 ? product(...[...factors].reverse().map(inverse)) : undefined;
  },
};

/** A A⁻¹ = 1. */
export const cancelInverse: Law = {
  name: "adjoint.cancel-inverse",
  needs: ["power"],
  forth: "cancels an operator against its inverse",
  back: "inserts a unit",
  statement: "A A⁻¹ = 1",
  rewrite(node) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    for (let i = 0; i + 1 < factors.length; i++) {
      const [a, b] = [factors[i] as Expr, factors[i + 1] as Expr];
      if (!isNumber(a) && (inverse(a) === b || inverse(b) === a))
        return product(...factors.slice(0, i), ...factors.slice(i + 2));
    }
    return undefined;
  },
};
