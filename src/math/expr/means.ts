/** Means that change in time: d⟨A⟩/dt = (i/ħ)⟨[H,A]⟩ for any operator A. */
import type { Expr, Sym } from "./node";
import { some } from "./walk";

/** A of d⟨A⟩/dt. */
export function rateOfMean(node: Expr): Expr | undefined {
  if (node.kind !== "derivative" || node.by.kind !== "variable") return undefined;
  const { operand, by, order } = node;
  const isInTime = by.variable.kind === "symbol" && by.variable.name === "t";
  const isFirst = order.kind === "num" && order.numerator === order.denominator;
  return isInTime && isFirst && operand?.kind === "expectation" ? operand.operand : undefined;
}

export const isRateOfMean = (node: Expr): boolean => rateOfMean(node) !== undefined;

/** The letter that stands for any operator, where the equation gives the rate of its mean by its commutator. */
export function anyOperatorOf(left: Expr, right: Expr): Sym | undefined {
  const of = rateOfMean(left);
  if (of?.kind !== "symbol" || !/^[A-GO-Q]\u0302?$/u.test(of.name.normalize("NFD")))
    return undefined;
  const isCommuted = some(
    right,
    (node) =>
      node.kind === "bracket" &&
      node.sort === "commutator" &&
      (node.left === of || node.right === of),
  );
  return isCommuted ? of : undefined;
}
