/** Equations between distributions: both sides paired with one generic test function. */
import { derivative, product, sum } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { some, symbolsOf } from "../../expr/walk";
import { derivativeAt } from "../analysis/derivatives";
import { deltaIntegral, testFunction } from "../analysis/distributions";
import { integrate } from "../analysis/quadrature";
import { add, join } from "../contraction";
import { inverseOf } from "../matrix/inverse";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue, scaleBy, type Value } from "../value";
import { settle } from "./settle";

const isDelta = (node: Expr): boolean => node.kind === "function" && /^δ[′″]?$/.test(node.name);
const isStep = (node: Expr): boolean =>
  node.kind === "function" && (node.name === "θ" || node.name === "sign");

/** The variable of a claim between distributions; undefined where every δ stands under an integral. */
export function distributionVariable(exprs: readonly Expr[]): Expr | undefined {
  const found = exprs.flatMap((expr) => open(completed(expr)));
  if (!found.some((node) => isDelta(node) || node.kind === "derivative")) return undefined;
  const common = found
    .map((node) => new Set<Expr>(symbolsOf(node)))
    .reduce((left, right) => new Set([...left].filter((symbol) => right.has(symbol))));
  const names = ["x", "t", "y", "z", "k", "p", "q", "ω", "E", "s", "u"];
  const ranked = [...common].filter(
    (symbol) => symbol.kind === "symbol" && names.includes(symbol.name),
  );
  return ranked.sort((a, b) => place(names, a) - place(names, b))[0];
}

const place = (names: readonly string[], symbol: Expr): number =>
  symbol.kind === "symbol" ? names.indexOf(symbol.name) : names.length;

/** δ-functions and derivatives of steps that stand under no integral. */
function open(expr: Expr): readonly Expr[] {
  if (expr.kind === "integral") return [];
  if (isDelta(expr)) return [expr];
  if (expr.kind === "derivative" && expr.operand && some(expr.operand, isStep)) return [expr];
  switch (expr.kind) {
    case "sum":
      return expr.terms.flatMap(open);
    case "product":
      return expr.factors.flatMap(open);
    case "quotient":
      return open(expr.over);
    case "derivative":
      return expr.operand ? open(expr.operand) : [];
    default:
      return [];
  }
}

/** ∫ side(x) T(x) dx over the line. */
export function pairedValue<E>(
  scope: Scope<E>,
  expr: Expr,
  variable: Expr,
  seed: number,
): Value<E> {
  if (scope.field.kind === "prime") throw new Beyond("a distribution in exact arithmetic");
  const { field } = scope;
  const any = testFunction(field, seed);
  const half = field.rational(1n, 2n);
  const real = (x: E): E => field.mul(half, field.add(any(x), field.conj(any(field.conj(x)))));
  return pair(scope, completed(expr), variable, real);
}

/** A bare derivative takes all that follows it in its product as operand. */
function completed(expr: Expr): Expr {
  if (expr.kind === "sum") return sum(...expr.terms.map(completed));
  if (expr.kind !== "product") return expr;
  const at = expr.factors.findIndex((factor) => factor.kind === "derivative" && !factor.operand);
  const bare = expr.factors[at];
  if (bare?.kind !== "derivative" || at === expr.factors.length - 1) return expr;
  const operand = completed(product(...expr.factors.slice(at + 1)));
  return product(...expr.factors.slice(0, at), derivative(bare.by, operand, bare.order));
}

function pair<E>(scope: Scope<E>, expr: Expr, variable: Expr, test: (x: E) => E): Value<E> {
  const { field } = scope;
  if (expr.kind === "sum")
    return add(
      scope,
      expr.terms.map((term) => pair(scope, term, variable, test)),
    );
  if (expr.kind === "quotient" && !symbolsOf(expr.under).has(variable as never))
    return join(
      scope,
      inverseOf(scope, valueIn(scope, expr.under)),
      pair(scope, expr.over, variable, test),
    );
  if (expr.kind === "derivative" && expr.operand && open(expr).length > 0) {
    const once = expr.order.kind === "num" && expr.order.numerator === 1n;
    if (expr.by.kind !== "variable" || expr.by.variable !== variable || !once)
      throw new Beyond("this derivative of a distribution");
    const slope = (x: E): E => derivativeAt(field, test, x, 1);
    return scaleBy(field, field.neg(field.one), pair(scope, expr.operand, variable, slope));
  }
  const factors = expr.kind === "product" ? expr.factors : [expr];
  const at = factors.findIndex((factor) => open(factor).length > 0);
  const value = (part: Expr, x: E): E =>
    scalarOf(field, valueIn(bind(scope, [[variable, scalarValue(field, x)]]), part));
  const rest = (x: E): E =>
    factors.reduce(
      (total, factor, i) => (i === at ? total : field.mul(total, value(factor, x))),
      test(x),
    );
  const sharp = factors[at];
  if (!sharp) return settle(scope, integrate(field, rest, "-∞", "∞"));
  if (sharp.kind === "derivative") return pair(scope, sharp, variable, rest);
  const [argument] = sharp.kind === "function" ? sharp.args : [];
  if (!argument || sharp.kind !== "function") throw new Beyond("this distribution");
  const order = sharp.name === "δ" ? 0 : sharp.name === "δ′" ? 1 : 2;
  scope.tally.digits = Math.min(scope.tally.digits, 13);
  return scalarValue(
    field,
    deltaIntegral(field, rest, (x) => value(argument, x), order, "-∞", "∞"),
  );
}
