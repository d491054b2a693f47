/** δ-functions under integrals over everything: each puts one variable at one place. */
import { negate, num, one, power, product, quotient, rational, sum, zero } from "../../expr/build";
import type { Expr, Func, Measure, Num } from "../../expr/node";
import { nodes, replace, some } from "../../expr/walk";
import { infinity } from "./infinity";

export interface Sifted {
  /** What is still integrated over. */
  readonly measures: readonly Measure[];
  readonly integrand: Expr;
  /** Variables with their places, which may name variables that come after. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly measure: Measure;
  /** The variable as it stands in the δ-function. */
  readonly variable: Expr;
  /** Where it is; of a momentum on its shell, where its spatial part is. */
  readonly at: Expr;
  /** The time component of a momentum on its shell. */
  readonly energy?: Expr;
}

export const isDelta = (node: Expr): node is Func => node.kind === "function" && node.name === "δ";

export function sifted(measures: readonly Measure[], integrand: Expr): Sifted {
  for (const delta of factorsOf(integrand).filter(isDelta))
    for (const measure of measures) {
      const solved = solve(delta, measure);
      if (!solved) continue;
      const { variable, at, size } = solved;
      const rest = product(...factorsOf(integrand).filter((factor) => factor !== delta), size);
      const placed = inDeltas(rest, new Map([[variable, at]]));
      const inner = sifted(
        measures.filter((other) => other !== measure),
        placed,
      );
      return { ...inner, places: [{ measure, variable, at }, ...inner.places] };
    }
  return { measures, integrand, places: [] };
}

/** Further δ-functions are told where the variable is. */
const inDeltas = (integrand: Expr, places: ReadonlyMap<Expr, Expr>): Expr =>
  product(
    ...factorsOf(integrand).map((factor) => (isDelta(factor) ? replace(factor, places) : factor)),
  );

/** Where the δ-function puts the variable, and what is left of it there: δ(cx − a) = δ(x − a/c)/|c|. */
function solve(
  delta: Func,
  measure: Measure,
): { readonly variable: Expr; readonly at: Expr; readonly size: Expr } | undefined {
  const [argument, ...more] = delta.args;
  if (!argument || more.length > 0 || !isEverywhere(measure)) return undefined;
  if (!hasDimension(delta, measure)) return undefined;
  const terms = argument.kind === "sum" ? argument.terms : [argument];
  const own = terms.filter((term) => mentions(term, measure.variable));
  const [term, ...others] = own;
  const found = term && multiple(term);
  if (!found || others.length > 0 || !isSameName(found.variable, measure.variable))
    return undefined;
  const { factor, variable } = found;
  const rest = terms.filter((other) => other !== term);
  const inverse = rational(-factor.denominator, factor.numerator);
  const at = sum(...rest.map((other) => times(inverse, other)));
  const modulus = rational(
    factor.numerator < 0n ? -factor.numerator : factor.numerator,
    factor.denominator,
  );
  const size = modulus === one ? one : quotient(one, power(modulus, measure.power ?? one));
  return { variable, at: rest.length > 0 ? at : zero, size };
}

function times(factor: Num, term: Expr): Expr {
  if (factor === one) return term;
  return factor.numerator === -1n && factor.denominator === 1n
    ? negate(term)
    : product(factor, term);
}

function multiple(term: Expr): { readonly factor: Num; readonly variable: Expr } | undefined {
  if (term.kind === "symbol" || term.kind === "labelled") return { factor: num(1), variable: term };
  if (term.kind !== "product" || term.factors.length !== 2) return undefined;
  const [factor, variable] = term.factors;
  if (factor?.kind !== "num" || factor.numerator === 0n || !variable) return undefined;
  return variable.kind === "symbol" || variable.kind === "labelled"
    ? { factor, variable }
    : undefined;
}

/** δ for a number, δ³ or δ(𝐩) for d³p. */
function hasDimension({ parameters, args }: Func, { power: dimension }: Measure): boolean {
  const [shown, ...more] = parameters;
  if (more.length > 0) return false;
  if (shown) return shown === (dimension ?? one);
  const isVector = args.some((arg) =>
    some(arg, (node) => node.kind === "symbol" && node.type === "three-vector"),
  );
  return isVector ? dimension === num(3) : dimension === undefined || dimension === one;
}

/** All of the line or of space: without ends or a region, from −∞ to ∞, ℝⁿ. */
export function isEverywhere({ lower, upper, region, sort }: Measure): boolean {
  if (sort !== "plain") return false;
  if (region !== undefined) return isWholeSpace(region);
  if (!lower && !upper) return true;
  return (
    lower !== undefined && upper !== undefined && infinity(lower) === -1 && infinity(upper) === 1
  );
}

/** ℝ, ℝ³, ℝ^(d), not ℝ⁺. */
export const isWholeSpace = (region: string): boolean =>
  /^ℝ[²³⁴ⁿᵈ]?(\^?\(?[\da-zA-Z]\)?)?$/u.test(region);

/** x and 𝐱, k_1 and 𝐤_1. */
export function isSameName(a: Expr, b: Expr): boolean {
  if (a.kind === "labelled" && b.kind === "labelled")
    return (
      isSameName(a.head, b.head) &&
      a.labels.length === b.labels.length &&
      a.labels.every((label, i) => label === b.labels[i])
    );
  return (
    a.kind === "symbol" &&
    b.kind === "symbol" &&
    a.name.normalize("NFKD") === b.name.normalize("NFKD")
  );
}

/** The variable, or the vector of the same letter, stands in the formula. */
export const mentions = (expr: Expr, variable: Expr): boolean =>
  [...nodes(expr)].some((node) => isSameName(node, variable));

/** The factors of a product or quotient, in order. */
export function factorsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === "product") return expr.factors.flatMap(factorsOf);
  if (expr.kind === "quotient") {
    const over = factorsOf(expr.over);
    return expr.under === one ? over : [...over, quotient(one, expr.under)];
  }
  return [expr];
}

/** A sum of products, multiplied out as far as the nodes sought stand inside sums. */
export function spreadOut(expr: Expr, sought: (node: Expr) => boolean): readonly Expr[] {
  if (!some(expr, sought)) return [expr];
  if (expr.kind === "sum") return expr.terms.flatMap((term) => spreadOut(term, sought));
  const factors = factorsOf(expr);
  const at = factors.findIndex((factor) => factor.kind === "sum" && some(factor, sought));
  const sumAt = factors[at];
  if (sumAt?.kind !== "sum") return [expr];
  return sumAt.terms.flatMap((term) =>
    spreadOut(product(...factors.slice(0, at), term, ...factors.slice(at + 1)), sought),
  );
}
