/** Equations between distributions: both sides paired with one generic test function. */
import { acted } from "../../expr/apply";
import { constant, minusOne, product, sum } from "../../expr/build";
import type { By, Expr, Limit } from "../../expr/node";
import { isZero } from "../../expr/questions";
import { nodes, some, symbolsOf } from "../../expr/walk";
import { deltaIntegral } from "../analysis/distributions";
import { principalValue } from "../analysis/principalValue";
import { type End, integrate } from "../analysis/quadrature";
import { add, join } from "../contraction";
import { inverseOf } from "../matrix/inverse";
import { Beyond, type Field } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue, scaleBy, type Value } from "../value";
import { integrandOf } from "./integrand";
import { narrowed, nearPoles } from "./narrowing";
import { settle } from "./settle";

const isDelta = (node: Expr): boolean => node.kind === "function" && /^δ[′″]?$/.test(node.name);
const isStep = (node: Expr): boolean =>
  node.kind === "function" && (node.name === "θ" || node.name === "sign");

/** |x| and |x − y| have a kink. */
const isKink = (node: Expr): boolean => {
  const argument = node.kind === "function" && node.name === "abs" ? node.args[0] : undefined;
  const terms = argument?.kind === "sum" ? argument.terms : argument ? [argument] : [];
  return terms.length > 0 && terms.every(isPlace);
};

/** x, −x. */
const isPlace = (node: Expr): boolean =>
  node.kind === "num" ||
  (node.kind === "symbol" && node.type === "scalar" && node.domain !== "complex") ||
  (node.kind === "product" &&
    node.factors.every((factor) => factor === minusOne || isPlace(factor)) &&
    node.factors.length === 2);

/** P 1/x. */
const isPrincipal = (node: Expr): boolean =>
  node.kind === "function" && node.name === "PV" && node.args[0]?.kind !== "integral";

/** lim_{ε→0} ε/(x² + ε²), which may narrow to a δ-function. */
const isNarrowing = (node: Expr): node is Limit =>
  node.kind === "limit" &&
  isZero(node.to) &&
  node.side !== "below" &&
  some(node.body, (inner) => inner.kind === "quotient" && mentions(inner.under, node.variable));

/** lim_{ε→0} 1/(x + iε). */
const isPrescribed = (node: Expr): boolean =>
  isNarrowing(node) &&
  some(
    node.body,
    (inner) =>
      inner.kind === "product" &&
      inner.factors.includes(constant("i")) &&
      inner.factors.includes(node.variable),
  );

const mentions = (expr: Expr, name: Expr): boolean => some(expr, (node) => node === name);

/** The variable of a claim of these nodes between distributions; undefined where every δ stands under an integral. */
export function distributionVariable(
  exprs: readonly Expr[],
  nodes: readonly Expr[],
): Expr | undefined {
  if (!nodes.some(mayBeSharp)) return undefined;
  const found = exprs.flatMap((expr) => open(completed(expr)));
  const isSharp = (node: Expr): boolean =>
    isDelta(node) || node.kind === "derivative" || isPrincipal(node) || isPrescribed(node);
  if (!found.some(isSharp)) return undefined;
  const sets = found.map((node) => new Set<Expr>(symbolsOf(node)));
  const common = [...(sets[0] ?? [])].filter((symbol) => sets.every((set) => set.has(symbol)));
  const energy = common.find((symbol) => symbol.kind === "symbol" && /[⁰²]$/u.test(symbol.name));
  if (energy) return energy;
  const names = ["x", "t", "y", "z", "k", "p", "q", "ω", "E", "s", "u"];
  const ranked = common.filter((symbol) => symbol.kind === "symbol" && names.includes(symbol.name));
  return ranked.sort((a, b) => place(names, a) - place(names, b))[0];
}

/** What makes a distribution, by itself or under a derivative. */
const mayBeSharp = (node: Expr): boolean =>
  isDelta(node) || isPrincipal(node) || isSharpened(node) || node.kind === "limit";

const place = (names: readonly string[], symbol: Expr): number =>
  symbol.kind === "symbol" ? names.indexOf(symbol.name) : names.length;

/** What a derivative makes a step or a δ-function of. */
const isSharpened = (node: Expr): boolean => isStep(node) || isKink(node);

const isSharpenedBy =
  (by: By) =>
  (node: Expr): boolean =>
    isStep(node) || (isKink(node) && by.kind === "variable" && mentions(node, by.variable));

/** δ-functions and derivatives of steps that stand under no integral. */
function open(expr: Expr): readonly Expr[] {
  if (expr.kind === "integral") return [];
  if (isDelta(expr) || isPrincipal(expr) || isNarrowing(expr)) return [expr];
  if (expr.kind === "derivative" && expr.operand && some(expr.operand, isSharpenedBy(expr.by)))
    return [expr];
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
  scope.tally.digits = Math.min(scope.tally.digits, 13);
  return pair(scope, completed(expr), variable, generic(scope));
}

/** A smooth function that vanishes far away, with its derivative where that is known. */
interface Test<E> {
  readonly value: (x: E) => E;
  readonly slope?: () => Test<E>;
  /** What it is paired with narrows, or has poles near the real axis, where this is small. */
  readonly narrow?: Expr;
}

/** (a + bx + cx²) exp(−x²/2) with generic a, b, c. */
function generic<E>(scope: Scope<E>): Test<E> {
  const { field } = scope;
  const front = ["a", "b", "c"].map((name) => scope.draw(`test function ?${name}`, "real"));
  const half = field.rational(-1n, 2n);
  return bell(field, front, (x) => field.func("exp", [], [field.mul(half, field.mul(x, x))]));
}

/** A polynomial of these coefficients times exp(−x²/2): (pg)′ = (p′ − xp)g. */
const bell = <E>(field: Field<E>, front: readonly E[], fall: (x: E) => E): Test<E> => ({
  value: (x) =>
    field.mul(
      front.reduceRight((sum, coefficient) => field.add(coefficient, field.mul(x, sum))),
      fall(x),
    ),
  slope: () =>
    bell(
      field,
      [...front, field.zero].map((_, n) => {
        const rise = front[n + 1];
        const risen = rise && field.mul(field.rational(BigInt(n + 1), 1n), rise);
        const lower = front[n - 1];
        return field.sub(risen ?? field.zero, lower ?? field.zero);
      }),
      fall,
    ),
});

/** A bare derivative takes all that follows it in its product as operand. */
function completed(expr: Expr): Expr {
  if (expr.kind === "sum") return sum(...expr.terms.map(completed));
  return acted(expr);
}

/** Where steps with a linear argument jump, in rising order. */
function edgesOf<E>(scope: Scope<E>, expr: Expr, variable: Expr): readonly E[] {
  const { field } = scope;
  const edges = [...nodes(expr)].flatMap((node): readonly E[] => {
    const argument = isSharpened(node) && node.kind === "function" ? node.args[0] : undefined;
    if (!argument || !symbolsOf(argument).has(variable as never)) return [];
    const at = (x: E): E =>
      scalarOf(field, valueIn(bind(scope, [[variable, scalarValue(field, x)]]), argument));
    const [start, next, last] = [0n, 1n, 2n].map((x) => at(field.rational(x, 1n))) as [E, E, E];
    const slope = field.sub(next, start);
    if (field.magnitude(field.sub(field.sub(last, next), slope)) > 1e-9) return [];
    return field.magnitude(slope) < 1e-9 ? [] : [field.neg(field.div(start, slope))];
  });
  return inOrder(field, edges);
}

/** In rising order, each once. */
function inOrder<E>(field: Field<E>, places: readonly E[]): readonly E[] {
  const at = (place: E): number => field.toPair(place)[0];
  const sorted = places.toSorted((a, b) => at(a) - at(b));
  return sorted.filter((place, n) => n === 0 || at(place) - at(sorted[n - 1] as E) > 1e-12);
}

/** Beyond it the test function is below 10⁻⁶⁰. */
const far = 18n;

/** The integral over the line, piece by piece; among poles as far as it goes. */
function between<E>(
  scope: Scope<E>,
  steps: readonly E[],
  poles: readonly E[],
  f: (x: E) => E,
): Value<E> {
  const { field } = scope;
  const edges = inOrder(field, [...steps, ...poles]);
  const [first, last] = [-far, far].map((x) => field.rational(x, 1n)) as [E, E];
  const isNear = (edge: E): boolean => Math.abs(field.toPair(edge)[0]) < Number(far);
  const ends: readonly End<E>[] =
    poles.length > 0 ? ["-∞", ...edges, "∞"] : [first, ...edges.filter(isNear), last];
  return add(
    scope,
    ends.slice(1).map((end, n) => settle(scope, integrate(scope.field, f, ends[n] as End<E>, end))),
  );
}

const isFew = (order: number): boolean => order >= 1 && order <= 4 && Number.isInteger(order);

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
    const order = expr.order.kind === "num" ? Number(expr.order.numerator) : 0;
    if (expr.by.kind !== "variable" || expr.by.variable !== variable || !isFew(order))
      throw new Beyond("this derivative of a distribution");
    let [turned, sign] = [test, field.one];
    for (let n = 0; n < order; n++) {
      if (!turned.slope) throw new Beyond("a higher derivative of a distribution");
      turned = turned.slope();
      sign = field.neg(sign);
    }
    return scaleBy(field, sign, pair(scope, expr.operand, variable, turned));
  }
  const factors = expr.kind === "product" ? expr.factors : [expr];
  const at = factors.findIndex((factor) => open(factor).length > 0);
  const compound = factors[at];
  if (compound && isNarrowing(compound)) {
    const whole = product(...factors.map((factor, n) => (n === at ? compound.body : factor)));
    const width = (value: E): Scope<E> =>
      bind(scope, [[compound.variable, scalarValue(field, value)]]);
    const paired = (value: E): E =>
      scalarOf(field, pair(width(value), whole, variable, { ...test, narrow: compound.variable }));
    return settle(scope, narrowed(field, paired));
  }
  if (compound?.kind === "sum" || compound?.kind === "product")
    return add(
      scope,
      (compound.kind === "sum" ? compound.terms : [compound]).map((term) =>
        pair(scope, product(...factors.toSpliced(at, 1, term)), variable, test),
      ),
    );
  const compiled = new Map<Expr, (x: E) => E>();
  const value = (part: Expr, x: E): E => {
    const known = compiled.get(part) ?? integrandOf(scope, variable, part);
    compiled.set(part, known);
    return known(x);
  };
  const rest = (x: E): E =>
    factors.reduce(
      (total, factor, i) => (i === at ? total : field.mul(total, value(factor, x))),
      test.value(x),
    );
  const sharp = factors[at];
  if (!sharp) {
    const steps = edgesOf(scope, expr, variable);
    const poles = test.narrow ? nearPoles(scope, expr, variable, test.narrow) : [];
    return between(scope, steps, poles, rest);
  }
  if (sharp.kind === "derivative") {
    const others = factors.toSpliced(at, 1);
    if (others.some((factor) => mentions(factor, variable)))
      throw new Beyond("a derivative of a distribution beside other factors");
    const scale = scalarOf(field, valueIn(scope, product(...others)));
    return scaleBy(field, scale, pair(scope, sharp, variable, test));
  }
  const [argument] = sharp.kind === "function" ? sharp.args : [];
  if (!argument || sharp.kind !== "function") throw new Beyond("this distribution");
  if (isPrincipal(sharp)) {
    const poles = inOrder(field, nearPoles(scope, argument, variable));
    const whole = (x: E): E => field.mul(rest(x), value(argument, x));
    return settle(scope, principalValue(field, whole, "-∞", "∞", poles));
  }
  const order = sharp.name === "δ" ? 0 : sharp.name === "δ′" ? 1 : 2;
  return scalarValue(
    field,
    deltaIntegral(field, rest, (x) => value(argument, x), order, "-∞", "∞"),
  );
}
