/** Matrices whose entries are matrices, columns or vectors: laid out as one large matrix. */
import { join, unit } from "../contraction";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import {
  type Axis,
  coordinate,
  isBare,
  isZeroValue,
  sameAxis,
  strides,
  type Value,
} from "../value";

type Grid<E> = readonly (readonly Value<E>[])[];
type Side = Exclude<Axis, { kind: "index" }>;

/** The entries in their places; `space` names the space of a side with so many components. */
export function blockMatrix<E>(
  scope: Scope<E>,
  written: Grid<E>,
  space: (size: number) => string,
): Value<E> {
  const entries = withUnits(scope, written);
  const shown = entries.flat().filter((value) => !isZeroValue(scope.field, value));
  const open = openAxes(shown);
  const heights = entries.map((line) => extent(scope, line, shown, along));
  const widths = (entries[0] ?? []).map((_, k) =>
    extent(
      scope,
      entries.map((line) => line[k] as Value<E>),
      shown,
      across,
    ),
  );
  const [rows, columns] = [total(heights), total(widths)];
  const axes: Axis[] = [...open];
  if (rows > 1 || columns === 1) axes.push({ kind: "row", space: space(rows), size: rows });
  if (columns > 1 || rows === 1)
    axes.push({ kind: "column", space: space(columns), size: columns });
  const to = strides(axes);
  const keys: number[] = [];
  const found: E[] = [];
  entries.forEach((line, i) => {
    line.forEach((value, k) => {
      const from = strides(value.axes);
      value.keys.forEach((key, n) => {
        const at = (axis: Axis | undefined): number =>
          axis ? coordinate(key, from, value.axes, value.axes.indexOf(axis)) : 0;
        const row = total(heights.slice(0, i)) + at(along(value));
        const column = total(widths.slice(0, k)) + at(across(value));
        const place = axes.map((axis) =>
          axis.kind === "row"
            ? row
            : axis.kind === "column"
              ? column
              : at(value.axes.find((own) => sameAxis(own, axis))),
        );
        keys.push(place.reduce((sum, position, a) => sum + position * (to[a] as number), 0));
        found.push(value.entries[n] as E);
      });
    });
  });
  const scale = entries.flat().reduce((most, value) => Math.max(most, value.scale), 0);
  return { axes, keys, entries: found, scale };
}

const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0);

/** What runs down the column: rows of a matrix or state, components of a vector. */
const along = (value: Value<unknown>): Axis | undefined =>
  value.axes.find((axis) => axis.kind === "row" || isComponent(axis, value));
const across = (value: Value<unknown>): Axis | undefined =>
  value.axes.find((axis) => axis.kind === "column");

/** Among square matrices a number is that multiple of the unit matrix. */
function withUnits<E>(scope: Scope<E>, entries: Grid<E>): Grid<E> {
  const sides = entries.flat().flatMap(({ axes }) => axes.filter(isSide));
  const [first] = sides;
  if (!first || !["row", "column"].every((kind) => sides.some((side) => side.kind === kind)))
    return entries;
  if (sides.some(({ space }) => space !== first.space))
    throw new Beyond("a matrix with entries of different kinds");
  const one = unit(scope, first.space, first.size);
  return entries.map((line) =>
    line.map((value) => (value.axes.some(isSide) ? value : join(scope, value, one))),
  );
}

/** The only direction of a vector; σ is a vector of matrices, whose vector index stays open. */
const isComponent = (axis: Axis, { axes }: Value<unknown>): boolean =>
  isBare(axis) && axes.length === 1;

const isSide = (axis: Axis): axis is Side => axis.kind !== "index";

/** How many components a line of entries has; one of zeros alone has as many as the others. */
function extent<E>(
  scope: Scope<E>,
  line: readonly Value<E>[],
  shown: readonly Value<E>[],
  direction: (value: Value<unknown>) => Axis | undefined,
): number {
  const sizes = (values: readonly Value<E>[]) =>
    new Set(values.map((value) => direction(value)?.size ?? 1));
  const own = sizes(line.filter((value) => !isZeroValue(scope.field, value)));
  const all = own.size > 0 ? own : sizes(shown);
  const [size = 1, ...more] = all;
  if (more.length > 0) throw new Beyond("a matrix with entries of different sizes");
  return size;
}

/** Open indices that every entry carries. */
function openAxes(values: readonly Value<unknown>[]): readonly Axis[] {
  const lists = values.map((value) =>
    value.axes.filter((axis) => axis.kind === "index" && !isComponent(axis, value)),
  );
  const [first = []] = lists;
  const alike = lists.every(
    (list) =>
      list.length === first.length &&
      list.every((axis) => first.some((one) => sameAxis(one, axis))),
  );
  if (!alike) throw new Beyond("a matrix whose entries have different indices");
  return first;
}
