/** Sums over labels: what does not depend on them, and the geometric series. */
import { minus, minusOne, num, one, power, product, quotient, sum } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Series } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { replace, some } from "../expr/walk";
import { isNumber } from "./isNumber";
import type { Law } from "./law";
import { tidy } from "./tidy";

/** ∑(aₙ+bₙ) = ∑aₙ + ∑bₙ, ∑c aₙ = c∑aₙ. */
export const linearSeries: Law = {
  name: "series.linear",
  needs: ["series"],
  forth: "sums term by term",
  back: "collects sums",
  statement: "∑(c aₙ + bₙ) = c∑aₙ + ∑bₙ",
  rewrite(node) {
    if (node.kind !== "series" || node.sort !== "sum") return undefined;
    const { body } = node;
    if (body.kind === "sum")
      return sum(...body.terms.map((term) => intern({ ...node, body: term })));
    const factors = factorsOf(body);
    const outside = factors.filter((factor) => isNumber(factor) && !dependsOn(factor, node));
    const inside = factors.filter((factor) => !outside.includes(factor));
    if (outside.length === 0 || inside.length === 0) return undefined;
    return product(...outside, intern({ ...node, body: product(...inside) }));
  },
};

const dependsOn = (part: Expr, { variables }: Series): boolean =>
  some(part, (node) => variables.includes(node));

/** ∑_{n=0}^∞ xⁿ = 1/(1−x), ∑_{n=0}^{N} xⁿ = (1−x^{N+1})/(1−x). */
export const geometric: Law = {
  name: "series.geometric",
  needs: ["series"],
  forth: "sums the geometric series",
  back: "expands in a geometric series",
  statement: "∑ₙ xⁿ = 1/(1−x)",
  rewrite(node) {
    if (node.kind !== "series" || node.sort !== "sum" || node.variables.length !== 1)
      return undefined;
    const [n] = node.variables;
    const { lower, upper, body } = node;
    if (!n || !lower || !upper || node.condition || node.values) return undefined;
    const found = ratioOf(body, n);
    if (!found) return undefined;
    const first = tidy(product(found.constant, lower === num(0) ? one : power(found.ratio, lower)));
    const infinite = upper.kind === "constant" && upper.name === "∞";
    const rest = infinite
      ? one
      : minus(one, power(found.ratio, tidy(sum(upper, product(minusOne, lower), one))));
    return quotient(product(first, rest), minus(one, found.ratio));
  },
};

/** The body as c·xⁿ. */
function ratioOf(
  body: Expr,
  n: Expr,
): { readonly constant: Expr; readonly ratio: Expr } | undefined {
  const constants: Expr[] = [];
  const ratios: Expr[] = [];
  for (const factor of factorsOf(body)) {
    if (!some(factor, (part) => part === n)) {
      constants.push(factor);
      continue;
    }
    if (factor.kind !== "power" || some(factor.base, (part) => part === n)) return undefined;
    const at = (value: number): Expr => tidy(replace(factor.exponent, new Map([[n, num(value)]])));
    const slope = slopeOf(factor.exponent, n);
    if (!slope) return undefined;
    constants.push(power(factor.base, at(0)));
    ratios.push(power(factor.base, slope));
  }
  return ratios.length > 0
    ? { constant: tidy(product(...constants)), ratio: tidy(product(...ratios)) }
    : undefined;
}

/** What multiplies n in something linear in it. */
function slopeOf(exponent: Expr, n: Expr): Expr | undefined {
  const isFree = (node: Expr): boolean => !some(node, (part) => part === n);
  if (exponent === n) return one;
  switch (exponent.kind) {
    case "sum": {
      const parts = exponent.terms.filter((term) => !isFree(term)).map((term) => slopeOf(term, n));
      return parts.every((part) => part !== undefined) ? sum(...(parts as Expr[])) : undefined;
    }
    case "product": {
      const moving = exponent.factors.filter((factor) => !isFree(factor));
      const [only] = moving;
      const inner = only && moving.length === 1 ? slopeOf(only, n) : undefined;
      return inner && product(...exponent.factors.filter(isFree), inner);
    }
    case "quotient": {
      const over = isFree(exponent.under) ? slopeOf(exponent.over, n) : undefined;
      return over && quotient(over, exponent.under);
    }
    default:
      return undefined;
  }
}
