/** The dimension of a product of units, constants of nature and quantities of which nothing is known. */

import type { Expr } from "../../expr/node";
import { isZero } from "../../expr/questions";
import { physicalConstant, type Quantity, unitQuantity } from "../analysis/units";
import { constantName } from "./constantName";

/** Exponents by base unit of SI (`kg` = 0 … `mol` = 6) and by quantity whose own dimension is not known. */
export type Dimension = ReadonlyMap<number | Expr, number>;

const none: Dimension = new Map();

/**
 * The dimension of an expression; names that `isQuantity` accepts count as quantities of their own even where a constant has
 * that name. Undefined where terms disagree or something stands in it that has no dimension to be told.
 */
export function dimensionOf(
  expr: Expr,
  isQuantity: (name: string) => boolean = () => false,
): Dimension | undefined {
  const of = (part: Expr) => dimensionOf(part, isQuantity);
  switch (expr.kind) {
    case "num":
    case "constant":
      return none;
    case "unit":
      return known(unitQuantity(expr.unit));
    case "symbol":
    case "labelled": {
      const name = constantName(expr);
      const constant = name && !isQuantity(name) ? physicalConstant(name) : undefined;
      return constant ? known(constant) : new Map([[expr, 1]]);
    }
    case "product":
      return expr.factors.map(of).reduce((all, one) => all && one && combined(all, one, 1), none);
    case "quotient": {
      const [above, below] = [of(expr.over), of(expr.under)];
      return above && below && combined(above, below, -1);
    }
    case "power": {
      const { base, exponent } = expr;
      if (exponent.kind !== "num") return undefined;
      return scaled(of(base), Number(exponent.numerator) / Number(exponent.denominator));
    }
    case "sum": {
      const [first, ...others] = expr.terms.filter((term) => !isZero(term)).map(of);
      if (!first) return expr.terms.every(isZero) ? none : undefined;
      return others.every((other) => other && sameDimensions(first, other)) ? first : undefined;
    }
    case "function":
      return expr.args.every((arg) => of(arg)?.size === 0) ? none : undefined;
    default:
      return undefined;
  }
}

/** Whether two dimensions are the same. */
export const sameDimensions = (a: Dimension, b: Dimension): boolean =>
  combined(a, b, -1).size === 0;

/** The exponents by which one dimension exceeds the other. */
export const excess = (a: Dimension, b: Dimension): Dimension => combined(a, b, -1);

function known(quantity: Quantity | undefined): Dimension | undefined {
  if (!quantity) return undefined;
  return new Map(
    [...quantity.dimension.entries()].filter(([base, power]) => base < 7 && power !== 0),
  );
}

const scaled = (dimension: Dimension | undefined, by: number): Dimension | undefined =>
  dimension && combined(none, dimension, by);

function combined(a: Dimension, b: Dimension, sign: number): Dimension {
  const result = new Map(a);
  for (const [key, power] of b) {
    const total = (result.get(key) ?? 0) + sign * power;
    if (Math.abs(total) < 1e-9) result.delete(key);
    else result.set(key, total);
  }
  return result;
}
