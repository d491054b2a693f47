/** Integrals of numbers over one variable after the other. */

import { product } from "../../expr/build";
import type { Expr, Integral, Measure } from "../../expr/node";
import { isOne } from "../../expr/questions";
import { nodes, some } from "../../expr/walk";
import { deltaIntegral } from "../analysis/distributions";
import { type End, integrate } from "../analysis/quadrature";
import { add, join } from "../contraction";
import { Beyond, Undefined } from "../number/field";
import { bind, moving, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue, scaleBy, type Value } from "../value";
import { byComponents } from "./byComponents";
import { overCircle } from "./contour";
import { functional } from "./functional";
import { harmonics } from "./harmonics";
import { lengthOf } from "./idle";
import { infinity } from "./infinity";
import { integrandOf } from "./integrand";
import { settle } from "./settle";
import { isDelta } from "./sift";
import { overDirections, overSpace } from "./space";
import { isUndetermined, isUnsaidIntegral } from "./unsaid";

export function integralValue<E>(scope: Scope<E>, node: Integral): Value<E> {
  if (isUnsaidIntegral(node) || (scope.formal && !isCounted(node))) return functional(scope, node);
  return over(scope, node.measures, node.integrand);
}

/** Over one variable between finite ends, of what is known there: a number. */
const isCounted = ({ measures, integrand }: Integral): boolean =>
  measures.length === 1 &&
  measures.every(
    ({ lower, upper, power, sort }) => sort === "plain" && !power && isHere(lower) && isHere(upper),
  ) &&
  !some(integrand, (node) => isDelta(node) || isUndetermined(node));

const isHere = (end: Expr | undefined): boolean => end !== undefined && infinity(end) === 0;

function over<E>(scope: Scope<E>, measures: readonly Measure[], integrand: Expr): Value<E> {
  const [measure, ...rest] = measures;
  if (!measure) return valueIn(scope, integrand);
  if (measure.sort === "solid-angle" || (measure.power && !isOne(measure.power))) {
    if (rest.length > 0) throw new Beyond("an integral over several spaces");
    if (scope.field.kind === "prime") throw new Beyond("an integral in exact arithmetic");
    return measure.sort === "solid-angle"
      ? overDirections(scope, measure, integrand)
      : overSpace(scope, measure, integrand);
  }
  if (measure.circle && rest.length === 0)
    return overCircle(scope, measure.variable, measure.circle, integrand);
  refuse(measure);
  const length = lengthOf(scope, measure, rest, integrand);
  if (length !== undefined) return scaleBy(scope.field, length, over(scope, rest, integrand));
  const { variable } = measure;
  const sifted = rest.length === 0 ? sift(scope, measure, integrand) : undefined;
  if (sifted) return sifted;
  const { field } = scope;
  if (field.kind === "prime") throw new Beyond("an integral in exact arithmetic");
  if (scope.tally.depth >= (field.kind === "digits" ? 1 : 2))
    throw new Beyond("an integral over so many variables");
  const [lower, upper] = ends(scope, measure);
  const components =
    rest.length === 0 ? byComponents(scope, variable, integrand, [lower, upper]) : undefined;
  if (components) return components;
  const inside = rest.length === 0 ? integrandOf(scope, variable, integrand) : undefined;
  const at = moving(scope, variable);
  const f = (x: E): E => {
    scope.tally.depth++;
    try {
      if (inside) return inside(x);
      const inner = at(scalarValue(field, x));
      return scalarOf(field, over(inner, rest, integrand), "a number to be integrated");
    } finally {
      scope.tally.depth--;
    }
  };
  const waves = inside && upper === "∞" ? harmonics(integrand, variable) : undefined;
  const apart = inside && waves && waveByWave(scope, variable, { inside, waves, lower, upper });
  return apart ?? settle(scope, integrate(field, f, lower, upper));
}

interface Waves<E> {
  readonly inside: (x: E) => E;
  readonly waves: readonly Expr[];
  readonly lower: End<E>;
  readonly upper: End<E>;
}

/** ∫^∞ of waves of several lengths: the middle as a whole, the far parts one wave at a time; undefined where they do not settle so. */
function waveByWave<E>(
  scope: Scope<E>,
  variable: Expr,
  { inside, waves, lower, upper }: Waves<E>,
): Value<E> | undefined {
  const { field } = scope;
  const isLeft = lower === "-∞";
  if (upper !== "∞" || lower === "∞") return undefined;
  const start = isLeft ? field.neg(field.one) : (lower as E);
  const end = field.add(isLeft ? field.zero : start, field.one);
  const digits = scope.tally.digits;
  try {
    const parts = [settle(scope, integrate(field, inside, start, end))];
    for (const wave of waves) {
      const far = integrandOf(scope, variable, wave);
      parts.push(settle(scope, integrate(field, far, end, "∞")));
      if (isLeft) parts.push(settle(scope, integrate(field, far, "-∞", start)));
    }
    return add(scope, parts);
  } catch (problem) {
    if (!(problem instanceof Undefined)) throw problem;
    scope.tally.digits = digits;
    return undefined;
  }
}

function refuse(measure: Measure): void {
  if (measure.sort === "path") throw new Beyond("a path-integral measure");
  if (measure.sort !== "plain") throw new Beyond(`an integral over a ${measure.sort}`);
  if (measure.region) throw new Beyond(`an integral over ${measure.region}`);
  if (measure.variable.kind !== "symbol" && measure.variable.kind !== "labelled")
    throw new Beyond("an integral over something that is no name");
  const sym = measure.variable.kind === "labelled" ? measure.variable.head : measure.variable;
  if (sym.type !== "scalar" && sym.type !== "label") throw new Beyond("an integral over a vector");
  if (!measure.lower !== !measure.upper) throw new Beyond("an integral with one end");
  if (!measure.lower) throw new Beyond("an indefinite integral");
}

/** The ends of the range, numbers or infinite. */
export function ends<E>(scope: Scope<E>, measure: Measure): readonly [End<E>, End<E>] {
  const end = (expr: Expr | undefined): End<E> => {
    if (!expr) throw new Beyond("an integral without ends");
    const direction = infinity(expr);
    if (direction !== 0) return direction > 0 ? "∞" : "-∞";
    return scalarOf(scope.field, valueIn(scope, expr), "a number as end of an integral");
  };
  return [end(measure.lower), end(measure.upper)];
}

/** A δ-function of the variable picks the value at its zero. */
function sift<E>(scope: Scope<E>, measure: Measure, integrand: Expr): Value<E> | undefined {
  const factors = integrand.kind === "product" ? integrand.factors : [integrand];
  const at = factors.findIndex(
    (factor) => factor.kind === "function" && /^δ[′″]?$/.test(factor.name),
  );
  const delta = factors[at];
  if (delta?.kind !== "function") {
    const inside = [...nodes(integrand)].some(
      (node) => node.kind === "function" && /^δ/.test(node.name),
    );
    if (inside) throw new Beyond("a δ-function in this place");
    return undefined;
  }
  const [argument] = delta.args;
  if (!argument || delta.parameters.length > 0) throw new Beyond("this δ-function");
  const { field } = scope;
  const { variable } = measure;
  if (field.kind !== "prime")
    return sharp(
      scope,
      measure,
      product(...factors.filter((_, i) => i !== at)),
      delta.name,
      argument,
    );
  if (delta.name !== "δ") throw new Beyond("a derivative of δ in exact arithmetic");
  const g = (x: E): E =>
    scalarOf(field, valueIn(bind(scope, [[variable, scalarValue(field, x)]]), argument));
  const two = field.rational(2n, 1n);
  const [g0, g1, g2] = [g(field.zero), g(field.one), g(two)];
  const slope = field.sub(g1, g0);
  const bend = field.sub(field.sub(g2, g1), slope);
  if (field.magnitude(bend) > (field.kind === "prime" ? 0 : 1e-9 * field.magnitude(slope)))
    throw new Beyond("a δ-function of something that is not linear");
  if (field.isZero(slope)) throw new Beyond("a δ-function that does not depend on the variable");
  const zero = field.neg(field.div(g0, slope));
  if (!inside(scope, measure, zero)) return scalarValue(field, field.zero);
  const rest = product(...factors.filter((_, i) => i !== at));
  const value = valueIn(bind(scope, [[variable, scalarValue(field, zero)]]), rest);
  return join(scope, scalarValue(field, field.div(field.one, sizeOf(scope, slope))), value);
}

/** ∫ w(x) δ⁽ⁿ⁾(g(x)) dx at the zeros of g. */
function sharp<E>(
  scope: Scope<E>,
  measure: Measure,
  rest: Expr,
  name: string,
  argument: Expr,
): Value<E> {
  const { field } = scope;
  const { variable } = measure;
  const at = (part: Expr) => integrandOf(scope, variable, part);
  const order = name === "δ" ? 0 : name === "δ′" ? 1 : 2;
  const [lower, upper] = ends(scope, measure);
  scope.tally.digits = Math.min(scope.tally.digits, 13);
  scope.tally.transcendental = true;
  return scalarValue(field, deltaIntegral(field, at(rest), at(argument), order, lower, upper));
}

function inside<E>(scope: Scope<E>, measure: Measure, zero: E): boolean {
  const [lower, upper] = ends(scope, measure);
  if (lower === "-∞" && upper === "∞") return true;
  const { field } = scope;
  if (field.kind === "prime") throw new Beyond("the ends of an integral in exact arithmetic");
  const at = field.toPair(zero)[0];
  const number = (end: End<E>): number =>
    end === "∞"
      ? Number.POSITIVE_INFINITY
      : end === "-∞"
        ? Number.NEGATIVE_INFINITY
        : field.toPair(end)[0];
  const [a, b] = [number(lower), number(upper)];
  if (at === a || at === b) throw new Undefined("a δ-function at an end of the integral");
  return a < at && at < b;
}

/** |slope|: in exact arithmetic only of ±1. */
function sizeOf<E>(scope: Scope<E>, slope: E): E {
  const { field } = scope;
  const whole = field.integer(slope);
  if (whole !== undefined) return field.rational(BigInt(Math.abs(whole)), 1n);
  if (field.kind === "prime") throw new Beyond("the modulus of a number in exact arithmetic");
  return field.func("abs", [], [slope]);
}
