/** The geometry of a metric that varies: its components, heights of indices, and the connection. */
import type { Index } from "../../expr/node";
import { add, join } from "../contraction";
import { determinant, inverseOf } from "../matrix/inverse";
import { Beyond } from "../number/field";
import { type Scope, valueIn, within } from "../scope";

import { along, stacked } from "../taylor/along";
import { type Axis, relabel, scalarOf, scaleBy, sparse, tabulate, type Value } from "../value";
import { placeholder } from "./generic";
import { remembered } from "./geometries";
import { dressed, withIndices } from "./indices";
import { metricSign } from "./metric";

/** Remembered for the whole sample; of a generic metric, for all evaluations at it. */
export function once<E>(
  scope: Scope<E>,
  key: string,
  make: (scope: Scope<E>) => Value<E>,
): Value<E> {
  const known = scope.cache.get(key) ?? anew(scope, key, make);
  scope.cache.set(key, known);
  return known;
}

function anew<E>(scope: Scope<E>, key: string, make: (scope: Scope<E>) => Value<E>): Value<E> {
  if (scope.given.lineElement || key === "metric") return make(scope);
  return remembered(scope, lowerMetric(scope, "a", "b"), key, make);
}

const axis = (scope: Scope<never>, name: string, place: "up" | "down"): Axis => ({
  kind: "index",
  name,
  space: "lorentz",
  place,
  size: scope.world.dimension,
});

export const axisIn = <E>(scope: Scope<E>, name: string, place: "up" | "down"): Axis =>
  axis(scope as unknown as Scope<never>, name, place);

/** g_{μν} with lower indices a and b. */
export function lowerMetric<E>(scope: Scope<E>, a: string, b: string): Value<E> {
  const metric = once(scope, "metric", () => {
    const line = scope.given.lineElement;
    if (!line) return genericMetric(scope);
    const inside = within(scope, "metric");
    const listed = line.components.flatMap((row, i) =>
      row.map((entry, k) => [[i, k], scalarOf(scope.field, valueIn(inside, entry))] as const),
    );
    const kept = listed.filter(([, entry]) => !scope.field.isZero(entry));
    return sparse(scope.field, [axisIn(scope, "a", "down"), axisIn(scope, "b", "down")], kept);
  });
  return renamed(metric, [a, b]);
}

/** Λᵀ η Λ at the centre, so that the signature is the declared one, and a generic symmetric field around it. */
function genericMetric<E>(scope: Scope<E>): Value<E> {
  const { field, taylor } = scope;
  if (!taylor) throw new Beyond("a metric that is not given");
  const n = scope.world.dimension;
  const frame = (i: number, k: number): E => scope.draw(`metric?frame(${i},${k})`, "real");
  return tabulate(
    field,
    [axisIn(scope, "a", "down"), axisIn(scope, "b", "down")],
    ([i = 0, k = 0]) => {
      const [low, high] = i < k ? [i, k] : [k, i];
      let centre = field.zero;
      for (let m = 0; m < n; m++) {
        const term = field.mul(frame(m, low), frame(m, high));
        centre = metricSign(scope, m) > 0 ? field.add(centre, term) : field.sub(centre, term);
      }
      return taylor.generic(`metric?(${low},${high})`, centre, taylor.plan.coordinates, "real");
    },
  );
}

export function upperMetric<E>(scope: Scope<E>, a: string, b: string): Value<E> {
  const inverse = once(scope, "inverse metric", (scope) => {
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

export const renamed = <E>(value: Value<E>, names: readonly string[]): Value<E> =>
  relabel(
    value,
    (one, i): Axis => (one.kind === "index" ? { ...one, name: names[i] ?? one.name } : one),
  );

/** g with the heights written; δ where they differ. */
export function curvedMetric<E>(scope: Scope<E>, indices: readonly Index[]): Value<E> {
  const [a, b] = [placeholder(0), placeholder(1)];
  if (scope.given.lineElement) return withIndices(scope, upperMetric(scope, a, b), indices);
  const [first, second] = indices;
  if (first?.place === second?.place)
    return dressed(
      scope,
      first?.place === "up" ? upperMetric(scope, a, b) : lowerMetric(scope, a, b),
      indices,
    );
  const { field } = scope;
  const axes = indices.map((index, i) => axisIn(scope, placeholder(i), index.place));
  const unit = Array.from(
    { length: scope.world.dimension },
    (_, i) => [[i, i], field.one] as const,
  );
  return dressed(scope, sparse(field, axes, unit), indices);
}

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

/** Without the coefficients that no derivative still asks for. */
export const cut = <E>(scope: Scope<E>, value: Value<E>, degree: number): Value<E> =>
  degree > 0 || !scope.taylor
    ? value
    : { ...value, entries: value.entries.map(scope.taylor.constant) };

/** How often a value may still be differentiated after so many derivatives. */
export const degreeAfter = (scope: Pick<Scope<unknown>, "taylor">, taken: number): number =>
  (scope.taylor?.plan.order ?? taken) - taken;

/** One index at the other height. */
export const tiltCurved = <E>(scope: Scope<E>, value: Value<E>, at: number): Value<E> =>
  tiltedTo(scope, value, at, 1);

/** One index at the other height, up to a degree. */
export function tiltedTo<E>(
  scope: Scope<E>,
  value: Value<E>,
  at: number,
  degree: number,
): Value<E> {
  const own = value.axes[at];
  if (own?.kind !== "index") return value;
  const whole =
    own.place === "up"
      ? lowerMetric(scope, "tilt", "tilted")
      : upperMetric(scope, "tilt", "tilted");
  const metric = cut(scope, whole, degree);
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
export function reordered<E>(value: Value<E>, order: readonly number[]): Value<E> {
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
export function slope<E>(scope: Scope<E>, value: Value<E>, name: string): Value<E> {
  const { taylor } = scope;
  if (!taylor) throw new Beyond("the derivative of a metric");
  return stacked(
    taylor.plan.coordinates.map((v) => along(scope, value, v)),
    axisIn(scope, name, "down"),
  );
}

/** Γ^λ_{μν} = ½ g^{λρ}(∂_μ g_{ρν} + ∂_ν g_{ρμ} − ∂_ρ g_{μν}). */
export function connection<E>(scope: Scope<E>, names: readonly [string, string, string]): Value<E> {
  const symbols = once(scope, "connection", (scope) => {
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
