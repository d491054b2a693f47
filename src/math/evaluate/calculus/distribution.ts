/** Equations between distributions: both sides paired with one generic test function. */
import { derivative, product, sum } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { nodes, some, symbolsOf } from "../../expr/walk";
import { deltaIntegral } from "../analysis/distributions";
import { type End, integrate } from "../analysis/quadrature";
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
  const sets = found.map((node) => new Set<Expr>(symbolsOf(node)));
  const common = [...(sets[0] ?? [])].filter((symbol) => sets.every((set) => set.has(symbol)));
  const names = ["x", "t", "y", "z", "k", "p", "q", "ω", "E", "s", "u"];
  const ranked = common.filter((symbol) => symbol.kind === "symbol" && names.includes(symbol.name));
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
export function pairedValue<E>(scope: Scope<E>, expr: Expr, variable: Expr): Value<E> {
  if (scope.field.kind === "prime") throw new Beyond("a distribution in exact arithmetic");
  scope.tally.pairing = true;
  return pair(scope, completed(expr), variable, generic(scope));
}

/** A smooth function that vanishes far away, with its derivative where that is known. */
interface Test<E> {
  readonly value: (x: E) => E;
  readonly slope?: (x: E) => E;
}

/** (a + bx + cx²) exp(−x²/2) with generic a, b, c. */
function generic<E>(scope: Scope<E>): Test<E> {
  const { field } = scope;
  const [a, b, c] = ["a", "b", "c"].map((name) => scope.draw(`test function ?${name}`, "real")) as [
    E,
    E,
    E,
  ];
  const half = field.rational(-1n, 2n);
  const fall = (x: E): E => field.func("exp", [], [field.mul(half, field.mul(x, x))]);
  const front = (x: E): E => field.add(a, field.mul(x, field.add(b, field.mul(c, x))));
  const rise = (x: E): E => field.add(b, field.mul(field.rational(2n, 1n), field.mul(c, x)));
  return {
    value: (x) => field.mul(front(x), fall(x)),
    slope: (x) => field.mul(field.sub(rise(x), field.mul(x, front(x))), fall(x)),
  };
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

/** Where steps with a linear argument jump, in rising order. */
function edgesOf<E>(scope: Scope<E>, expr: Expr, variable: Expr): readonly E[] {
  const { field } = scope;
  const edges = [...nodes(expr)].flatMap((node): readonly E[] => {
    const argument = isStep(node) && node.kind === "function" ? node.args[0] : undefined;
    if (!argument || !symbolsOf(argument).has(variable as never)) return [];
    const at = (x: E): E =>
      scalarOf(field, valueIn(bind(scope, [[variable, scalarValue(field, x)]]), argument));
    const [start, next, last] = [0n, 1n, 2n].map((x) => at(field.rational(x, 1n))) as [E, E, E];
    const slope = field.sub(next, start);
    if (field.magnitude(field.sub(field.sub(last, next), slope)) > 1e-9) return [];
    return field.magnitude(slope) < 1e-9 ? [] : [field.neg(field.div(start, slope))];
  });
  return edges.sort((a, b) => field.toPair(a)[0] - field.toPair(b)[0]);
}

/** The integral over the line, piece by piece. */
function between<E>(scope: Scope<E>, edges: readonly E[], f: (x: E) => E): Value<E> {
  const ends: readonly End<E>[] = ["-∞", ...edges, "∞"];
  return add(
    scope,
    ends.slice(1).map((end, n) => settle(scope, integrate(scope.field, f, ends[n] as End<E>, end))),
  );
}

function pair<E>(scope: Scope<E>, expr: Expr, variable: Expr, test: Test<E>): Value<E> {
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
    const { slope } = test;
    if (!slope) throw new Beyond("a higher derivative of a distribution");
    return scaleBy(
      field,
      field.neg(field.one),
      pair(scope, expr.operand, variable, { value: slope }),
    );
  }
  const factors = expr.kind === "product" ? expr.factors : [expr];
  const at = factors.findIndex((factor) => open(factor).length > 0);
  const value = (part: Expr, x: E): E =>
    scalarOf(field, valueIn(bind(scope, [[variable, scalarValue(field, x)]]), part));
  const rest = (x: E): E =>
    factors.reduce(
      (total, factor, i) => (i === at ? total : field.mul(total, value(factor, x))),
      test.value(x),
    );
  const sharp = factors[at];
  if (!sharp) return between(scope, edgesOf(scope, expr, variable), rest);
  if (sharp.kind === "derivative") {
    if (factors.length > 1) throw new Beyond("a derivative of a distribution beside other factors");
    return pair(scope, sharp, variable, test);
  }
  const [argument] = sharp.kind === "function" ? sharp.args : [];
  if (!argument || sharp.kind !== "function") throw new Beyond("this distribution");
  const order = sharp.name === "δ" ? 0 : sharp.name === "δ′" ? 1 : 2;
  scope.tally.digits = Math.min(scope.tally.digits, 13);
  return scalarValue(
    field,
    deltaIntegral(field, rest, (x) => value(argument, x), order, "-∞", "∞"),
  );
}
