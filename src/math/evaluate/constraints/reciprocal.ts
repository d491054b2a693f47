/** 1/g² = 1/g₀² + b is solved for 1/g: an equation in which a number stands below only. */
import { one, power, product, quotient, symbol } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { replace, some, transform } from "../../expr/walk";

/** The residual with `unknown` standing for its own reciprocal; undefined where it stands above as well. */
export function reciprocated(residual: Expr, unknown: Expr): Expr | undefined {
  const turned = symbol("1/?", "scalar");
  const turn = (node: Expr): Expr => {
    if (node.kind !== "quotient") return node;
    const factors = node.under.kind === "product" ? node.under.factors : [node.under];
    const own = factors.find((factor) => powerOf(factor, unknown));
    if (!own) return node;
    const above = product(node.over, power(turned, powerOf(own, unknown) as Expr));
    const rest = factors.filter((factor) => factor !== own);
    return rest.length === 0 ? above : quotient(above, product(...rest));
  };
  const whole = transform(residual, turn);
  return whole === residual || some(whole, (node) => node === unknown)
    ? undefined
    : replace(whole, new Map([[turned, unknown]]));
}

function powerOf(factor: Expr, unknown: Expr): Expr | undefined {
  if (factor === unknown) return one;
  return factor.kind === "power" && factor.base === unknown && factor.exponent.kind === "num"
    ? factor.exponent
    : undefined;
}
