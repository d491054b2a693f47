/** Derivatives of values: by coordinates, by symbols, and the vector derivatives of space. */
import type { By, Derivative, Expr } from "../../expr/node";
import { some, symbolsOf } from "../../expr/walk";
import { add, contractWithin } from "../contraction";
import { Beyond } from "../number/field";
import { bind, freshName, type Scope, valueIn } from "../scope";
import { along, series, stacked } from "../taylor/along";
import { fieldOf, jetOf } from "../taylor/jets";
import { targetOf } from "../taylor/targets";
import { rotated } from "../tensor/contract";
import { covariantBox, covariantly, derivedCurvature } from "../tensor/covariant";
import { contractRepeated } from "../tensor/indices";
import { metricSign, tilted } from "../tensor/metric";
import { bareAxis, named } from "../tensor/vector";
import { type Axis, isBare, mapEntries, relabel, scaleBy, type Value } from "../value";
import { byField, byJet, onStates, raised } from "./byJet";
import { showsVariable } from "./shows";
import { isSingular } from "./source";

export function derivativeValue<E>(scope: Scope<E>, node: Derivative): Value<E> {
  if (!node.operand) throw new Beyond("a derivative with nothing to act on");
  const hidden = boundVariable(scope, node.by);
  if (hidden) return atBound(scope, node, hidden);
  const bent = derivedCurvature(scope, node);
  if (bent) return bent;
  const { by, operand } = node;
  if (
    by.kind === "variable" &&
    jetOf(by.variable) &&
    some(operand, (part) => isOfMoving(scope, part))
  )
    throw new Beyond("a rate of what varies itself, under a derivative by a rate");
  const value = raised(scope, operand) ?? valueIn(scope, operand);
  const shows = by.kind === "variable" && showsVariable(scope, operand, by.variable);
  if (operand.kind !== "num" && !shows && isConstant(scope, value) && symbolsOf(operand).size > 0)
    throw new Beyond("the derivative of something that is not said to depend on anything");
  const result = differentiated(scope, node, value);
  if (hidesSource(scope, node, result))
    throw new Beyond("a source at the place where this is singular");
  return result;
}

/** dL/dt and ∂_μ(φ∂^μφ), in which rates stand that no name carries. */
const isOfMoving = <E>(scope: Scope<E>, part: Expr): boolean => {
  if (part.kind !== "derivative" || !part.operand) return false;
  const field = fieldOf(part.operand);
  return field === undefined
    ? symbolsOf(part.operand).size > 0
    : field.kind === "symbol" && scope.shownArguments(field) !== undefined;
};

/** ∇²(1/r) vanishes everywhere but at the origin, where it is all there is. */
function hidesSource<E>(scope: Scope<E>, node: Derivative, result: Value<E>): boolean {
  if (
    node.by.kind !== "laplacian" &&
    node.by.kind !== "divergence" &&
    node.by.kind !== "dalembertian"
  )
    return false;
  const { field } = scope;
  const constant = scope.taylor?.constant ?? ((entry: E) => entry);
  const largest = result.entries.reduce(
    (most, entry) => Math.max(most, field.magnitude(constant(entry))),
    0,
  );
  const vanishes = field.kind === "prime" ? largest === 0 : largest <= 1e-9 * result.scale;
  return vanishes && node.operand !== undefined && some(node.operand, isSingular);
}

/** No entry varies with anything that is differentiated by. */
const isConstant = <E>(scope: Scope<E>, value: Value<E>): boolean =>
  value.entries.some((entry) => !scope.field.isZero(entry)) &&
  value.entries.every((entry) => scope.taylor?.isConstant(entry) ?? true);

/** The derivative taken as often as it says. */
export function differentiated<E>(scope: Scope<E>, node: Derivative, value: Value<E>): Value<E> {
  const order =
    node.order.kind === "num" && node.order.denominator === 1n
      ? Number(node.order.numerator)
      : undefined;
  if (order === undefined || order < 0 || order > 12)
    throw new Beyond("a derivative of this order");
  let result = value;
  const explicit = explicitTime(scope, node);
  for (let n = 0; n < order; n++)
    result = explicit === undefined ? once(scope, node.by, result) : along(scope, result, explicit);
  return result;
}

/** Beside dF/dt, ∂F/∂t leaves alone what moves by itself. */
function explicitTime<E>(scope: Scope<E>, { by, operand }: Derivative): number | undefined {
  if (by.kind !== "variable" || by.style !== "partial" || !scope.taylor) return undefined;
  const { plan } = scope.taylor;
  const field = operand && fieldOf(operand);
  return field && plan.isMoving(field) ? undefined : plan.explicit(by.variable);
}

function once<E>(scope: Scope<E>, by: By, value: Value<E>): Value<E> {
  const taylor = series(scope);
  const { plan } = taylor;
  switch (by.kind) {
    case "index": {
      if (by.covariant) return covariantly(scope, by.index, value);
      return byIndex(scope, by.index, value);
    }
    case "variable":
      return byVariable(scope, by, value);
    case "gradient":
      return stacked(
        plan.space.map((v) => along(scope, value, v)),
        bareAxis(scope, "spatial"),
      );
    case "divergence":
      return divergence(scope, value);
    case "curl": {
      const name = freshName(scope);
      const all = stacked(
        plan.space.map((v) => along(scope, value, v)),
        { ...bareAxis(scope, "spatial"), name } as Axis,
      );
      return curled(scope, all, name);
    }
    case "laplacian":
      if (scope.given.geometric.size > 0) return covariantBox(scope, value);
      return add(
        scope,
        plan.space.map((v) => along(scope, along(scope, value, v), v)),
      );
    case "dalembertian":
      if (scope.given.curved) return covariantBox(scope, value);
      return add(
        scope,
        plan.coordinates.map((v, mu) => {
          const twice = along(scope, along(scope, value, v), v);
          return metricSign(scope, mu) < 0
            ? scaleBy(scope.field, scope.field.neg(scope.field.one), twice)
            : twice;
        }),
      );
  }
}

function byIndex<E>(
  scope: Scope<E>,
  index: Extract<By, { kind: "index" }>["index"],
  value: Value<E>,
): Value<E> {
  const { plan } = series(scope);
  const spatial = index.space === "spatial";
  const variables = spatial ? plan.space : plan.coordinates;
  const sign = spatial && index.place === "up" && plan.hasTime && metricSign(scope, 1) < 0 ? -1 : 1;
  const fixed = index.value ?? scope.fixed.get(index.name);
  const oriented = (result: Value<E>): Value<E> =>
    sign < 0 ? scaleBy(scope.field, scope.field.neg(scope.field.one), result) : result;
  if (fixed !== undefined) {
    const variable = variables[spatial ? fixed - 1 : fixed];
    if (variable === undefined) throw new Beyond(`the derivative by component ${fixed}`);
    const result = along(scope, value, variable);
    const flips = !spatial && index.place === "up" && metricSign(scope, fixed) < 0;
    return flips
      ? scaleBy(scope.field, scope.field.neg(scope.field.one), result)
      : oriented(result);
  }
  const axis: Axis = {
    kind: "index",
    name: `${index.name}#0`,
    space: spatial ? "spatial" : "lorentz",
    place: "down",
    size: variables.length,
  };
  const all = stacked(
    variables.map((v) => along(scope, value, v)),
    axis,
  );
  const placed = !spatial && index.place === "up" ? tilted(scope, all, 0) : oriented(all);
  return contractRepeated(scope, placed);
}

function byVariable<E>(
  scope: Scope<E>,
  { variable, style, held = [] }: Extract<By, { kind: "variable" }>,
  value: Value<E>,
): Value<E> {
  if (style === "functional") throw new Beyond("functional derivatives");
  const { plan } = series(scope);
  if (jetOf(variable)) return byJet(scope, variable, value);
  if (plan.states.length > 0 && isOnStates(scope, variable))
    return onStates(scope, [variable, ...held], value);
  const target = targetOf(variable);
  const variables = target && plan.variablesOf(target);
  if (!target || !variables) throw new Beyond("a derivative by something that is no variable");
  if (variable.kind === "tensor" && variable.indices.length !== 1)
    throw new Beyond("a derivative by a tensor");
  return byField(scope, variable, target, variables, value);
}

const isOnStates = <E>(scope: Scope<E>, variable: Expr): boolean =>
  variable.kind === "symbol" &&
  (scope.taylor?.dependence(variable) ?? []).some((one) => scope.taylor?.plan.states.includes(one));

function divergence<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const { plan } = series(scope);
  const name = freshName(scope);
  const inner = named(value, name);
  const all = stacked(
    plan.space.map((v) => along(scope, inner, v)),
    { ...bareAxis(scope, "spatial"), name } as Axis,
  );
  const at = all.axes.findIndex((axis, i) => i > 0 && axis.kind === "index" && axis.name === name);
  if (at < 0) return { axes: [], keys: [0], entries: [scope.field.zero], scale: value.scale };
  return contractWithin(scope, all, 0, at);
}

/** ε_kij ∂_i A_j, from ∂_i A under the name given and A's own bare axis. */
function curled<E>(scope: Scope<E>, all: Value<E>, name: string): Value<E> {
  const j = freshName(scope);
  const inner = relabel(
    all,
    (axis): Axis => (isBare(axis) && axis.kind === "index" ? { ...axis, name: j } : axis),
  );
  return rotated(scope, inner, name, j);
}

/** A variable that stands for a value here: the formal argument of a definition, a summed or integrated name. */
function boundVariable<E>(scope: Scope<E>, by: By): Expr | undefined {
  if (by.kind !== "variable") return undefined;
  const target = targetOf(by.variable);
  return target && scope.bound.has(target) ? target : undefined;
}

/** A name that varies with what is integrated over has one value here, not one at every place. */
const hidesVariable = <E>(scope: Scope<E>, operand: Expr, variable: number): boolean =>
  [...symbolsOf(operand)].some(
    (name) => !scope.bound.has(name) && scope.taylor?.dependence(name).includes(variable),
  );

/** The derivative as a function of the bound variable, at the value it is bound to. */
function atBound<E>(scope: Scope<E>, node: Derivative, target: Expr): Value<E> {
  const taylor = series(scope);
  const { field } = scope;
  const [variable, ...more] = taylor.variablesOf(target) ?? [];
  const bound = scope.bound.get(target);
  if (variable === undefined || more.length > 0 || !bound || !node.operand)
    throw new Beyond("a derivative by a variable that has a value");
  if (scope.tally.depth > 0 && scope.place === "" && hidesVariable(scope, node.operand, variable))
    throw new Beyond("a function under an integral that does not show its variable");
  const here = bound.entries[0] ?? field.zero;
  const centre = taylor.constant(here);
  const inner = bind(scope, [[target, { ...bound, entries: [taylor.perturb(centre, variable)] }]]);
  const slope = differentiated(inner, node, valueIn(inner, node.operand));
  const rise = field.sub(here, centre);
  return mapEntries(field, slope, (entry) => taylor.substitute(entry, variable, rise));
}
