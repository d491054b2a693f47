/** Derivatives by what varies itself: fields and their conjugates, ∂_μφ, q̇, and quantities on a space of states. */
import type { Derivative, Expr, Index } from "../../expr/node";
import { add, join } from "../contraction";
import { gammaZero } from "../matrix/dirac";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { dirac } from "../spaces";
import { along, series, stacked } from "../taylor/along";
import { fieldOf, jetOf } from "../taylor/jets";
import { contractRepeated } from "../tensor/indices";
import { metricSign, tilted } from "../tensor/metric";
import { bareAxis } from "../tensor/vector";
import { type Axis, scalarOf, scaleBy, strides, type Value } from "../value";

/** What is differentiated, with the variables that stand for its first derivatives added along the coordinates. */
export function raised<E>(scope: Scope<E>, operand: Expr): Value<E> | undefined {
  const { taylor, field: numbers } = scope;
  const field = fieldOf(operand);
  if (!taylor || !field) return undefined;
  const directions = Array.from({ length: taylor.plan.count }, (_, v) => v).filter((v) =>
    taylor.plan.jet(field, v),
  );
  if (directions.length === 0) return undefined;
  const still = valueIn(scope, field);
  const size =
    strides([
      { kind: "index", name: "", space: "generic", place: "up", size: 1 },
      ...still.axes,
    ])[0] ?? 1;
  const entries = Array.from({ length: size }, (_, k) => {
    const at = still.keys.indexOf(k);
    return directions.reduce(
      (total, direction) => {
        const own = taylor.plan.jet(field, direction)?.[k];
        if (own === undefined) throw new Beyond("a derivative by the derivative of this");
        const rise = numbers.mul(
          taylor.perturb(numbers.zero, direction),
          taylor.perturb(numbers.zero, own),
        );
        return numbers.add(total, rise);
      },
      at < 0 ? numbers.zero : (still.entries[at] as E),
    );
  });
  const moved: Value<E> = { ...still, keys: entries.map((_, k) => k), entries };
  return operand === field ? moved : valueIn(bind(scope, [[field, moved]]), operand);
}

/** ∂/∂(∂_μφ), ∂/∂q̇, ∂/∂(∂_μψ̄). */
export function byJet<E>(scope: Scope<E>, variable: Expr, value: Value<E>): Value<E> {
  const taylor = series(scope);
  const jet = jetOf(variable);
  const derivative = derivativeIn(variable);
  if (!jet || !derivative?.operand)
    throw new Beyond("a derivative by something that is no variable");
  const { plan } = taylor;
  const directions =
    jet.along === "spacetime"
      ? plan.coordinates
      : jet.along === "space"
        ? plan.space
        : (plan.variablesOf(jet.along) ?? []);
  const parts = directions.map((direction) => {
    const own = plan.jet(jet.field, direction);
    if (!own) throw new Beyond("a derivative by something that is no variable");
    return byField(scope, variable, jet.field, own, value);
  });
  const { by } = derivative;
  const [only, ...more] = parts;
  if (by.kind === "variable") {
    if (!only || more.length > 0) throw new Beyond("a derivative by a gradient");
    return only;
  }
  if (by.kind === "gradient") return stacked(parts, bareAxis(scope, "spatial"));
  if (by.kind !== "index") throw new Beyond("a derivative by something that is no variable");
  return withIndex(scope, parts, by.index, "up");
}

const derivativeIn = (variable: Expr): Derivative | undefined =>
  variable.kind === "derivative"
    ? variable
    : variable.kind === "involution"
      ? derivativeIn(variable.operand)
      : undefined;

/** Parts side by side under an index: a derivative by x^μ carries it below, one by ∂_μφ above. */
function withIndex<E>(
  scope: Scope<E>,
  parts: readonly Value<E>[],
  index: Index,
  natural: "up" | "down",
): Value<E> {
  const { field } = scope;
  const spatial = index.space === "spatial";
  const minus = (value: Value<E>) => scaleBy(field, field.neg(field.one), value);
  const turned = index.place === natural;
  const fixed = index.value ?? scope.fixed.get(index.name);
  const ofSpace = spatial && parts.length > 3 ? parts.slice(1) : parts;
  const flips =
    turned && (series(scope).plan.hasTime || ofSpace !== parts) && metricSign(scope, 1) < 0;
  if (fixed !== undefined) {
    const part = ofSpace[spatial ? fixed - 1 : fixed];
    if (!part) throw new Beyond(`the derivative by component ${fixed}`);
    const negative = spatial ? flips : turned && metricSign(scope, fixed) < 0;
    return negative ? minus(part) : part;
  }
  const axis: Axis = {
    kind: "index",
    name: `${index.name}#0`,
    space: index.space,
    place: natural,
    size: ofSpace.length,
  };
  const all = stacked(ofSpace, axis);
  if (index.space === "lorentz")
    return contractRepeated(scope, turned ? tilted(scope, all, 0) : all);
  return contractRepeated(scope, spatial && flips ? minus(all) : all);
}

/** By each component of a field, or of its conjugate. */
export function byField<E>(
  scope: Scope<E>,
  variable: Expr,
  field: Expr,
  own: readonly number[],
  value: Value<E>,
): Value<E> {
  const { plan } = series(scope);
  const sort = conjugation(variable);
  const variables = sort ? own.map((one) => plan.conjugates.get(one) ?? one) : own;
  const sym = field.kind === "labelled" ? field.head : field;
  if (sym.kind !== "symbol") throw new Beyond("a derivative by something that is no variable");
  const parts = variables.map((one) => along(scope, value, one));
  const [only] = parts;
  if (sym.type === "spinor") {
    const space = scope.spaces.spaceOf(sym);
    if (value.axes.some((axis) => axis.kind !== "index" && axis.space === space))
      throw new Beyond("the derivative of a spinor by a spinor");
    const axis: Axis = { kind: sort ? "row" : "column", space, size: parts.length };
    const all = stacked(parts, axis);
    return sort === "bar" && space === dirac ? join(scope, gammaZero(scope), all) : all;
  }
  if (sym.type === "scalar" && only && parts.length === 1) return only;
  return vectorOf(scope, variable, sym.type === "three-vector", parts);
}

/** By the components of a vector, under the index the variable carries. */
function vectorOf<E>(
  scope: Scope<E>,
  variable: Expr,
  spatial: boolean,
  parts: readonly Value<E>[],
): Value<E> {
  const tensor = tensorIn(variable);
  const index = tensor?.kind === "tensor" ? tensor.indices[0] : undefined;
  if (!index) {
    const axis = bareAxis(scope, spatial ? "spatial" : "lorentz");
    const all = stacked(parts, { ...axis, place: "down" } as Axis);
    return spatial ? all : tilted(scope, all, 0);
  }
  return spatial
    ? withIndex(scope, parts, { ...index, place: "up" }, "down")
    : withIndex(scope, parts, index, "down");
}

function tensorIn(variable: Expr): Expr | undefined {
  if (variable.kind === "tensor") return variable;
  if (variable.kind === "involution") return tensorIn(variable.operand);
  if (variable.kind === "derivative") return variable.operand && tensorIn(variable.operand);
  return undefined;
}

/** The conjugation a variable stands under. */
function conjugation(variable: Expr): "conjugate" | "dagger" | "bar" | "transpose" | undefined {
  if (variable.kind === "involution")
    return variable.sort === "transpose" ? conjugation(variable.operand) : variable.sort;
  if (variable.kind === "derivative") return variable.operand && conjugation(variable.operand);
  if (variable.kind === "tensor") return conjugation(variable.head);
  return undefined;
}

/** (∂A/∂B)_C = ∂(A,C)/∂(B,C) on the space of states. */
export function onStates<E>(
  scope: Scope<E>,
  variables: readonly Expr[],
  value: Value<E>,
): Value<E> {
  const { field } = scope;
  const { states } = series(scope).plan;
  if (variables.length !== states.length)
    throw new Beyond("a derivative that does not say what is held fixed");
  const names = variables.map((one) => scalarOf(field, valueIn(scope, one), "a quantity"));
  const taylor = series(scope);
  const rows = names.map((entry) => states.map((state) => taylor.differentiate(entry, state)));
  const whole = determinant(scope, rows);
  const terms = states.map((state, n) => {
    const minor = rows.slice(1).map((row) => row.filter((_, k) => k !== n));
    const cofactor = field.div(determinant(scope, minor), whole);
    return scaleBy(field, n % 2 === 0 ? cofactor : field.neg(cofactor), along(scope, value, state));
  });
  return add(scope, terms);
}

function determinant<E>(scope: Scope<E>, rows: readonly (readonly E[])[]): E {
  const { field } = scope;
  const [first, ...rest] = rows;
  if (!first) return field.one;
  return first.reduce((total, entry, n) => {
    const minor = determinant(
      scope,
      rest.map((row) => row.filter((_, k) => k !== n)),
    );
    const term = field.mul(entry, minor);
    return n % 2 === 0 ? field.add(total, term) : field.sub(total, term);
  }, field.zero);
}
