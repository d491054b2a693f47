/** A differential operator put in front of what it acts on: (∂²_x + a∂_x) applied to f. */
import { product, sum } from "./build";
import { intern } from "./intern";
import type { Expr } from "./node";
import { isBareDerivative } from "./questions";

/** Factors act on what stands behind them, the last one first. */
export function appliedTo(operator: Expr, operand: Expr): Expr {
  switch (operator.kind) {
    case "sum":
      return sum(...operator.terms.map((term) => appliedTo(term, operand)));
    case "product":
      return operator.factors.reduceRight<Expr>((on, factor) => appliedTo(factor, on), operand);
    case "derivative":
      return operator.operand ? product(operator, operand) : intern({ ...operator, operand });
    case "power": {
      const { base, exponent } = operator;
      const times = exponent.kind === "num" ? Number(exponent.numerator) : 0;
      const isWhole =
        exponent.kind === "num" && exponent.denominator === 1n && times > 0 && times < 5;
      if (!isWhole || !acts(base)) return product(operator, operand);
      let on = operand;
      for (let n = 0; n < times; n++) on = appliedTo(base, on);
      return on;
    }
    default:
      return product(operator, operand);
  }
}

/** A differential operator: something in it waits for an operand. */
export const acts = (node: Expr): boolean => {
  switch (node.kind) {
    case "sum":
      return node.terms.some(acts);
    case "product":
      return node.factors.some(acts);
    case "power":
      return acts(node.base);
    default:
      return isBareDerivative(node);
  }
};

/** The operators at the head of a product put to work on its last factor. */
export function acted(expr: Expr): Expr {
  if (expr.kind !== "product" || !acts(expr)) return expr;
  const [operand, ...operators] = [...expr.factors].reverse();
  return operand && !acts(operand) ? appliedTo(product(...operators.reverse()), operand) : expr;
}
