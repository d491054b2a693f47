/** Equations between sources in space: ∇² of something that falls like 1/r, ∇· of something that falls like 1/r², and δ³, paired with a test function around the source. */

import { acted } from "../../expr/apply";
import type { Expr, Sym } from "../../expr/node";
import { isNamed } from "../../expr/questions";
import { replace, some, nodes as within } from "../../expr/walk";
import { pi } from "../analysis/constants";
import { integrate } from "../analysis/quadrature";
import { add, join } from "../contraction";
import { inverseOf } from "../matrix/inverse";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { vectorsByLetter } from "../tensor/lengths";
import { bareAxis } from "../tensor/vector";
import { scalarOf, scalarValue, tabulate, type Value } from "../value";
import { settle } from "./settle";

const isDelta = (node: Expr): boolean =>
  node.kind === "function" &&
  node.name === "δ" &&
  node.parameters.some((one) => one.kind === "num" && one.numerator === 3n);

const isSource = (node: Expr): boolean =>
  node.kind === "derivative" &&
  (node.by.kind === "laplacian" || node.by.kind === "divergence") &&
  node.operand !== undefined &&
  node.order.kind === "num" &&
  node.order.numerator === 1n &&
  some(node.operand, isSingular);

/** Something divided by a length, by r, or by a power of them. */
export function isSingular(node: Expr): boolean {
  const under =
    node.kind === "quotient"
      ? node.under
      : node.kind === "power" && isNegative(node.exponent)
        ? node.base
        : undefined;
  return (
    under !== undefined &&
    some(
      under,
      (part) =>
        (part.kind === "function" && part.name === "abs") ||
        (part.kind === "symbol" && /^[rx𝐫𝐱]$/u.test(part.name)),
    )
  );
}

const isNegative = (exponent: Expr): boolean =>
  exponent.kind === "num"
    ? exponent.numerator < 0n
    : exponent.kind === "product" && exponent.factors.some(isNegative);

/** The place whose sources a claim of these nodes is about; away from them ∇²(1/r) = 0 is nothing to object to. */
export function sourcePlace(exprs: readonly Expr[], nodes: readonly Expr[]): Sym | undefined {
  if (!nodes.some(isDelta)) return undefined;
  const all = exprs.flatMap((expr) => [...within(acted(expr))]);
  if (!all.some(isSource) || !all.some(isDelta)) return undefined;
  if (all.some((node) => node.kind === "integral")) return undefined;
  const letters = vectorsByLetter(all);
  return (
    letters.get("r") ??
    all.find(
      (node): node is Sym =>
        node.kind === "symbol" && node.type === "three-vector" && node.name === "x",
    )
  );
}

/** ∫ side(𝐫) T(|𝐫 − centre|) d³r. */
export function sourceValue<E>(scope: Scope<E>, written: Expr, place: Sym): Value<E> {
  const { field } = scope;
  const expr = acted(written);
  if (!some(expr, isPaired) && some(expr, isSingular)) return ofFunction(scope, expr, place);
  if (field.kind === "prime") throw new Beyond("a distribution in exact arithmetic");
  switch (expr.kind) {
    case "sum":
      return add(
        scope,
        expr.terms.map((term) => sourceValue(scope, term, place)),
      );
    case "quotient":
      if (some(expr.under, (node) => node === place || isNamed(node, place.name)))
        throw new Beyond("a source divided by a length");
      return join(
        scope,
        inverseOf(scope, valueIn(scope, expr.under)),
        sourceValue(scope, expr.over, place),
      );
    case "product": {
      const [source, ...more] = expr.factors.filter((factor) => some(factor, isPaired));
      const rest = expr.factors.filter((factor) => factor !== source);
      const varies = rest.some((factor) =>
        some(factor, (node) => node === place || isNamed(node, place.name)),
      );
      if (!source || more.length > 0 || varies) throw new Beyond("a source beside other factors");
      return rest.reduce(
        (value, factor) => join(scope, valueIn(scope, factor), value),
        sourceValue(scope, source, place),
      );
    }
    case "derivative":
      if (!isSource(expr) || !expr.operand) throw new Beyond("this derivative of a distribution");
      return expr.by.kind === "divergence"
        ? ofDivergence(scope, expr.operand, place)
        : ofLaplacian(scope, expr.operand, place);
    case "function": {
      const [argument] = expr.args;
      if (!isDelta(expr) || !argument) throw new Beyond("this distribution");
      return scalarValue(field, testAround(scope, centreOf(scope, argument, place)).top);
    }
    case "num":
      if (expr.numerator === 0n) return scalarValue(field, field.zero);
      throw new Beyond("a number beside sources");
    default:
      throw new Beyond("this distribution");
  }
}

const isPaired = (node: Expr): boolean => isSource(node) || isDelta(node);

/** Where a vector that is linear in the place vanishes. */
function centreOf<E>(scope: Scope<E>, vector: Expr, place: Sym): readonly E[] {
  const { field } = scope;
  const at = (entries: readonly E[]): readonly E[] => {
    const value = valueIn(bind(scope, [[place, placeValue(scope, entries)]]), vector);
    if (value.axes.length !== 1) throw new Beyond("a source at something that is no place");
    return [0, 1, 2].map((key) => value.entries[value.keys.indexOf(key)] ?? field.zero);
  };
  const zero = [field.zero, field.zero, field.zero];
  const home = at(zero);
  const shifted = at([field.one, field.one, field.one]);
  const slope = shifted.map((entry, i) => field.sub(entry, home[i] ?? field.zero));
  if (slope.some((entry) => field.magnitude(field.sub(entry, field.one)) > 1e-12))
    throw new Beyond("a source at something that is no place");
  return home.map((entry) => field.neg(entry));
}

const placeValue = <E>(scope: Scope<E>, entries: readonly E[]): Value<E> =>
  tabulate(scope.field, [bareAxis(scope, "spatial")], ([i = 0]) => entries[i]);

interface Test<E> {
  /** T(0). */
  readonly top: E;
  /** T at this distance. */
  readonly value: (distance: E) => E;
  /** T′ at this distance. */
  readonly slope: (distance: E) => E;
  /** ∇²T at this distance. */
  readonly laplacian: (distance: E) => E;
}

/** T(ρ) = (a + bρ²) exp(−ρ²/2) with generic a and b, other ones around every other place. */
function testAround<E>(scope: Scope<E>, centre: readonly E[]): Test<E> {
  const { field } = scope;
  const key = centre.map((entry) => scope.keyOf(entry)).join(";");
  const [a, b] = [scope.draw(`test?a${key}`, "real"), scope.draw(`test?b${key}`, "real")];
  const whole = (n: number): E => field.rational(BigInt(n), 1n);
  const rise = field.sub(field.mul(whole(2), b), a);
  return {
    top: a,
    value(distance) {
      const square = field.mul(distance, distance);
      const front = field.add(a, field.mul(b, square));
      return field.mul(front, field.func("exp", [], [field.mul(field.rational(-1n, 2n), square)]));
    },
    slope(distance) {
      const square = field.mul(distance, distance);
      const front = field.mul(distance, field.sub(rise, field.mul(b, square)));
      return field.mul(front, field.func("exp", [], [field.mul(field.rational(-1n, 2n), square)]));
    },
    laplacian(distance) {
      const square = field.mul(distance, distance);
      const front = field.add(
        field.sub(
          field.mul(whole(3), rise),
          field.mul(field.add(field.mul(whole(5), b), rise), square),
        ),
        field.mul(b, field.mul(square, square)),
      );
      return field.mul(front, field.func("exp", [], [field.mul(field.rational(-1n, 2n), square)]));
    },
  };
}

interface Around<E> {
  /** Where the source sits. */
  readonly centre: readonly E[];
  /** The operand at a distance from it in a direction. */
  readonly at: (direction: readonly E[], distance: E) => Value<E>;
}

/** The operand around the one place where it is singular. */
function around<E>(scope: Scope<E>, operand: Expr, place: Sym): Around<E> {
  const { field } = scope;
  const length = [...within(operand)].find(
    (node) => node.kind === "function" && node.name === "abs" && some(node, (one) => one === place),
  );
  const argument = length?.kind === "function" ? length.args[0] : undefined;
  const centre = argument ? centreOf(scope, argument, place) : [0, 0, 0].map(() => field.zero);
  const centred = argument ? replace(operand, new Map([[argument, place]])) : operand;
  return {
    centre,
    at(direction, distance) {
      const entries = direction.map((one) => field.mul(distance, one));
      return valueIn(bind(scope, [[place, placeValue(scope, entries)]]), centred);
    },
  };
}

/** Two directions that have nothing to do with each other. */
const twoDirections = <E>({ field }: Scope<E>): readonly [readonly E[], readonly E[]] => [
  [1n, 0n, 0n].map((part) => field.rational(part, 1n)),
  [3n, -12n, 4n].map((part) => field.rational(part, 13n)),
];

/** 4π ∫ ρ² f(ρ) w(ρ) dρ, for f that depends on the distance alone. */
function overShells<E>(
  scope: Scope<E>,
  f: (direction: readonly E[], distance: E) => E,
  weight: (distance: E) => E,
): Value<E> {
  const { field } = scope;
  const [one, other] = twoDirections(scope);
  const [here, there] = [f(one, field.one), f(other, field.one)];
  if (field.magnitude(field.sub(here, there)) > 1e-9 * field.magnitude(here))
    throw new Beyond("a source that is not the same in all directions");
  const shell = (distance: E): E =>
    field.mul(field.mul(distance, distance), field.mul(f(one, distance), weight(distance)));
  const total = settle(scope, integrate(field, shell, field.zero, "∞"));
  const fourPi = field.mul(field.rational(4n, 1n), pi(field));
  return join(scope, scalarValue(field, fourPi), total);
}

/** ∫ f T d³r. */
function ofFunction<E>(scope: Scope<E>, expr: Expr, place: Sym): Value<E> {
  const { centre, at } = around(scope, expr, place);
  const { value } = testAround(scope, centre);
  return overShells(scope, (to, distance) => scalarOf(scope.field, at(to, distance)), value);
}

/** ∫ f ∇²T d³r. */
function ofLaplacian<E>(scope: Scope<E>, operand: Expr, place: Sym): Value<E> {
  const { centre, at } = around(scope, operand, place);
  const { laplacian } = testAround(scope, centre);
  return overShells(scope, (to, distance) => scalarOf(scope.field, at(to, distance)), laplacian);
}

/** ∫ T ∇·𝐅 d³r = −∫ 𝐅·∇T d³r, for 𝐅 that points away from the source. */
function ofDivergence<E>(scope: Scope<E>, operand: Expr, place: Sym): Value<E> {
  const { field } = scope;
  const { centre, at } = around(scope, operand, place);
  const { slope } = testAround(scope, centre);
  const outward = (to: readonly E[], distance: E): E => {
    const { axes, keys, entries } = at(to, distance);
    if (axes.length !== 1) throw new Beyond("the divergence of something that is no vector");
    const parts = to.map((_, key) => entries[keys.indexOf(key)] ?? field.zero);
    const size = to.reduce(
      (total, one, i) => field.add(total, field.mul(one, parts[i] as E)),
      field.zero,
    );
    const sideways = Math.max(
      ...to.map((one, i) => field.magnitude(field.sub(parts[i] as E, field.mul(size, one)))),
    );
    if (sideways > 1e-9 * field.magnitude(size))
      throw new Beyond("a source that is not the same in all directions");
    return size;
  };
  return overShells(scope, outward, (distance) => field.neg(slope(distance)));
}
