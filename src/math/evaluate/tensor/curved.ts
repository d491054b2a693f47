/** The geometry of a line element: metric, connection and curvature, differentiated exactly. */
import type { Index, Role } from "../../expr/node";
import { add, contractWithin, join } from "../contraction";
import { determinant, inverseOf } from "../matrix/inverse";
import { Beyond } from "../number/field";
import { type Scope, valueIn, within } from "../scope";

import { along, stacked } from "../taylor/along";
import { type Axis, relabel, scalarOf, scaleBy, sparse, type Value } from "../value";
import { placeholder } from "./generic";
import { withIndices } from "./indices";

/** Remembered for the whole sample. */
function once<E>(scope: Scope<E>, key: string, make: () => Value<E>): Value<E> {
  const known = scope.cache.get(key) ?? make();
  scope.cache.set(key, known);
  return known;
}

const axis = (scope: Scope<never>, name: string, place: "up" | "down"): Axis => ({
  kind: "index",
  name,
  space: "lorentz",
  place,
  size: scope.world.dimension,
});

const axisIn = <E>(scope: Scope<E>, name: string, place: "up" | "down"): Axis =>
  axis(scope as unknown as Scope<never>, name, place);

/** g_{μν} with lower indices a and b. */
function lowerMetric<E>(scope: Scope<E>, a: string, b: string): Value<E> {
  const metric = once(scope, "metric", () => {
    const line = scope.given.lineElement;
    if (!line) throw new Beyond("a metric that is not given");
    const inside = within(scope, "metric");
    const listed = line.components.flatMap((row, i) =>
      row.map((entry, k) => [[i, k], scalarOf(scope.field, valueIn(inside, entry))] as const),
    );
    const kept = listed.filter(([, entry]) => !scope.field.isZero(entry));
    return sparse(scope.field, [axisIn(scope, "a", "down"), axisIn(scope, "b", "down")], kept);
  });
  return renamed(metric, [a, b]);
}

function upperMetric<E>(scope: Scope<E>, a: string, b: string): Value<E> {
  const inverse = once(scope, "inverse metric", () => {
    const square = relabel(
      lowerMetric(scope, "a", "b"),
      (one, i): Axis => ({
        kind: i === 0 ? "row" : "column",
        space: "metric",
        size: one.size,
      }),
    );
    return relabel(
      inverseOf(scope, square),
      (one): Axis => axisIn(scope, one.kind === "row" ? "a" : "b", "up"),
    );
  });
  return renamed(inverse, [a, b]);
}

const renamed = <E>(value: Value<E>, names: readonly string[]): Value<E> =>
  relabel(
    value,
    (one, i): Axis => (one.kind === "index" ? { ...one, name: names[i] ?? one.name } : one),
  );

export const curvedInverse = <E>(scope: Scope<E>): Value<E> =>
  upperMetric(scope, placeholder(0), placeholder(1));

export const metricDeterminant = <E>(scope: Scope<E>): Value<E> =>
  determinant(
    scope,
    relabel(
      lowerMetric(scope, "a", "b"),
      (one, i): Axis => ({
        kind: i === 0 ? "row" : "column",
        space: "metric",
        size: one.size,
      }),
    ),
  );

/** One index at the other height. */
export function tiltCurved<E>(scope: Scope<E>, value: Value<E>, at: number): Value<E> {
  const own = value.axes[at];
  if (own?.kind !== "index") return value;
  const metric =
    own.place === "up"
      ? lowerMetric(scope, "tilt", "tilted")
      : upperMetric(scope, "tilt", "tilted");
  const meant = relabel(
    value,
    (one, i): Axis => (i === at && one.kind === "index" ? { ...one, name: "tilt" } : one),
  );
  const moved = join(scope, meant, metric);
  const found = moved.axes.findIndex((one) => one.kind === "index" && one.name === "tilted");
  const order = value.axes.map((_, i) => (i < at ? i : i === at ? found : i - 1));
  const back = relabel(
    moved,
    (one, i): Axis => (i === found && one.kind === "index" ? { ...own, place: one.place } : one),
  );
  return reordered(back, order);
}

/** Axes in another order. */
function reordered<E>(value: Value<E>, order: readonly number[]): Value<E> {
  const axes = order.map((i) => value.axes[i] as Axis);
  const step = (list: readonly Axis[], i: number): number =>
    list.slice(i + 1).reduce((size, one) => size * one.size, 1);
  const keys = value.keys.map((key) =>
    order.reduce(
      (total, from, to) =>
        total +
        (Math.floor(key / step(value.axes, from)) % (value.axes[from] as Axis).size) *
          step(axes, to),
      0,
    ),
  );
  return { ...value, axes, keys };
}

/** ∂_c of a value, with the new index first. */
function slope<E>(scope: Scope<E>, value: Value<E>, name: string): Value<E> {
  const { taylor } = scope;
  if (!taylor) throw new Beyond("the derivative of a metric");
  return stacked(
    taylor.plan.coordinates.map((v) => along(scope, value, v)),
    axisIn(scope, name, "down"),
  );
}

/** Γ^λ_{μν} = ½ g^{λρ}(∂_μ g_{ρν} + ∂_ν g_{ρμ} − ∂_ρ g_{μν}). */
function connection<E>(scope: Scope<E>, names: readonly [string, string, string]): Value<E> {
  const symbols = once(scope, "connection", () => {
    const { field } = scope;
    const bracket = add(scope, [
      slope(scope, lowerMetric(scope, "r", "n"), "m"),
      slope(scope, lowerMetric(scope, "r", "m"), "n"),
      scaleBy(field, field.neg(field.one), slope(scope, lowerMetric(scope, "m", "n"), "r")),
    ]);
    const raised = join(scope, upperMetric(scope, "l", "r"), bracket);
    return ordered(scaleBy(field, field.rational(1n, 2n), raised), ["l", "m", "n"]);
  });
  return renamed(symbols, names);
}

const ordered = <E>(value: Value<E>, names: readonly string[]): Value<E> =>
  reordered(
    value,
    names.map((name) => value.axes.findIndex((one) => one.kind === "index" && one.name === name)),
  );

/** R^ρ_{σμν} = ∂_μ Γ^ρ_{νσ} − ∂_ν Γ^ρ_{μσ} + Γ^ρ_{μλ}Γ^λ_{νσ} − Γ^ρ_{νλ}Γ^λ_{μσ}. */
function riemann<E>(scope: Scope<E>): Value<E> {
  return once(scope, "riemann", () => {
    const { field } = scope;
    const minus = (value: Value<E>) => scaleBy(field, field.neg(field.one), value);
    const total = add(scope, [
      slope(scope, connection(scope, ["r", "n", "s"]), "m"),
      minus(slope(scope, connection(scope, ["r", "m", "s"]), "n")),
      join(scope, connection(scope, ["r", "m", "l"]), connection(scope, ["l", "n", "s"])),
      minus(join(scope, connection(scope, ["r", "n", "l"]), connection(scope, ["l", "m", "s"]))),
    ]);
    return ordered(total, ["r", "s", "m", "n"]);
  });
}

/** R_{μν} = R^λ_{μλν}. */
function ricci<E>(scope: Scope<E>, names: readonly [string, string]): Value<E> {
  const contracted = once(scope, "ricci", () => contractWithin(scope, riemann(scope), 0, 2));
  return renamed(contracted, names);
}

export const ricciScalar = <E>(scope: Scope<E>): Value<E> =>
  join(scope, upperMetric(scope, "a", "b"), ricci(scope, ["a", "b"]));

/** G_{μν} = R_{μν} − ½ R g_{μν}. */
function einstein<E>(scope: Scope<E>): Value<E> {
  const { field } = scope;
  const half = scaleBy(field, field.rational(-1n, 2n), ricciScalar(scope));
  return add(scope, [ricci(scope, ["a", "b"]), join(scope, half, lowerMetric(scope, "a", "b"))]);
}

/** The tensor of this role with the indices written. */
export function curvature<E>(scope: Scope<E>, role: Role, indices: readonly Index[]): Value<E> {
  if (!scope.given.lineElement) throw new Beyond(`the ${role} of a metric that is not given`);
  const natural = tensorOf(scope, role, indices.length);
  const upright = natural.axes.reduce(
    (value, one, i) =>
      one.kind === "index" && one.place === "down" ? tiltCurved(scope, value, i) : value,
    natural,
  );
  return withIndices(
    scope,
    renamed(
      upright,
      indices.map((_, i) => placeholder(i)),
    ),
    indices,
  );
}

function tensorOf<E>(scope: Scope<E>, role: Role, rank: number): Value<E> {
  if (role === "connection" && rank === 3) return connection(scope, ["a", "b", "c"]);
  if (role === "riemann" && rank === 4) return riemann(scope);
  if (role === "ricci" && rank === 2) return ricci(scope, ["a", "b"]);
  if (role === "einstein" && rank === 2) return einstein(scope);
  throw new Beyond(`the ${role} with ${rank} indices`);
}
