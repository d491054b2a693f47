/** A value: the components of a scalar, vector, tensor, matrix or state, as a sparse labelled array. */
import type { IndexSpace } from "../expr/node";
import { Beyond, type Field } from "./number/field";

/** One direction of a labelled array. */
export type Axis =
  /** An open index; the bare axis of a vector written without index has the name `•`. */
  | {
      readonly kind: "index";
      readonly name: string;
      readonly space: IndexSpace;
      readonly place: "up" | "down";
      readonly size: number;
    }
  /** Left and right side of a matrix space; a ket has a row only, a bra a column only. */
  | { readonly kind: "row" | "column"; readonly space: string; readonly size: number };

/** Entries that are not listed are zero; `keys` count through the axes, the last one fastest. */
export interface Value<E> {
  readonly axes: readonly Axis[];
  readonly keys: readonly number[];
  readonly entries: readonly E[];
  /** Largest magnitude of any term that went in. */
  readonly scale: number;
}

/** What combining values needs: numbers, weights of contractions, and a count of the work. */
export interface Arithmetic<E> {
  readonly field: Field<E>;
  /** Factor of component `at` when two ends of one index are summed; undefined when it is 1 everywhere. */
  weight(left: Axis, right: Axis): ((at: number) => E) | undefined;
  /** Counts multiply-adds; throws when the budget is spent. */
  spend(work: number): void;
}

export const bareName = "•";
export const isBare = (axis: Axis): boolean => axis.kind === "index" && axis.name === bareName;

export const sizeOf = (axes: readonly Axis[]): number =>
  axes.reduce((size, axis) => size * axis.size, 1);

/** Step of each axis in the keys. */
export function strides(axes: readonly Axis[]): number[] {
  const steps = new Array<number>(axes.length);
  let step = 1;
  for (let i = axes.length - 1; i >= 0; i--) {
    steps[i] = step;
    step *= (axes[i] as Axis).size;
  }
  return steps;
}

export const scalarValue = <E>(
  field: Field<E>,
  entry: E,
  scale = field.magnitude(entry),
): Value<E> => ({
  axes: [],
  keys: [0],
  entries: [entry],
  scale,
});

/** All components from a function of the coordinates; zeros are left out. */
export function tabulate<E>(
  field: Field<E>,
  axes: readonly Axis[],
  entry: (at: readonly number[]) => E | undefined,
): Value<E> {
  const keys: number[] = [];
  const entries: E[] = [];
  let scale = 0;
  const at = axes.map(() => 0);
  for (let key = 0, size = sizeOf(axes); key < size; key++) {
    const found = entry(at);
    if (found !== undefined && !field.isZero(found)) {
      keys.push(key);
      entries.push(found);
      scale = Math.max(scale, field.magnitude(found));
    }
    for (let i = axes.length - 1; i >= 0; i--) {
      at[i] = (at[i] as number) + 1;
      if ((at[i] as number) < (axes[i] as Axis).size) break;
      at[i] = 0;
    }
  }
  return { axes, keys, entries, scale };
}

/** From listed components. */
export function sparse<E>(
  field: Field<E>,
  axes: readonly Axis[],
  listed: Iterable<readonly [readonly number[], E]>,
): Value<E> {
  const steps = strides(axes);
  const keys: number[] = [];
  const entries: E[] = [];
  let scale = 0;
  for (const [at, entry] of listed) {
    keys.push(at.reduce((key, position, i) => key + position * (steps[i] as number), 0));
    entries.push(entry);
    scale = Math.max(scale, field.magnitude(entry));
  }
  return { axes, keys, entries, scale };
}

export const mapEntries = <E>(
  field: Field<E>,
  value: Value<E>,
  change: (entry: E) => E,
): Value<E> => {
  const entries = value.entries.map(change);
  const largest = entries.reduce((most, entry) => Math.max(most, field.magnitude(entry)), 0);
  return { ...value, entries, scale: Math.max(largest, value.scale) };
};

/** The entry of a value without axes. */
export function scalarOf<E>(field: Field<E>, value: Value<E>, what = "a number"): E {
  if (value.axes.length > 0) {
    if (value.entries.length === 0) return field.zero;
    throw new Beyond(`${what} expected, something with components found`);
  }
  return value.entries[0] ?? field.zero;
}

export const isScalar = (value: Value<unknown>): boolean => value.axes.length === 0;
export const isZeroValue = <E>(field: Field<E>, value: Value<E>): boolean =>
  value.entries.every((entry) => field.isZero(entry));

export const scaleBy = <E>(field: Field<E>, factor: E, value: Value<E>): Value<E> => ({
  axes: value.axes,
  keys: value.keys,
  entries: value.entries.map((entry) => field.mul(factor, entry)),
  scale: value.scale * field.magnitude(factor),
});

/** The same components with other names on the axes. */
export const relabel = <E>(
  value: Value<E>,
  rename: (axis: Axis, at: number) => Axis,
): Value<E> => ({
  ...value,
  axes: value.axes.map(rename),
});

/** Two axes mean the same direction. */
export const sameAxis = (a: Axis, b: Axis): boolean =>
  a.kind === "index"
    ? b.kind === "index" && a.name === b.name && a.space === b.space
    : a.kind === b.kind && a.space === (b as { space: string }).space;

/** Components in the order of the wanted axes, which are the same up to order. */
export function arrange<E>(value: Value<E>, wanted: readonly Axis[]): Value<E> {
  if (wanted.every((axis, i) => sameAxis(axis, value.axes[i] ?? axis) && value.axes[i]))
    return value;
  const from = strides(value.axes);
  const to = strides(wanted);
  const positions = wanted.map((axis) => value.axes.findIndex((own) => sameAxis(own, axis)));
  if (positions.includes(-1)) throw new Beyond("sides with different components");
  const keys = value.keys.map((key) => {
    let moved = 0;
    positions.forEach((own, i) => {
      const size = (value.axes[own] as Axis).size;
      moved += (Math.floor(key / (from[own] as number)) % size) * (to[i] as number);
    });
    return moved;
  });
  return { axes: wanted, keys, entries: value.entries, scale: value.scale };
}

/** One component of an axis. */
export function component<E>(value: Value<E>, at: number, position: number): Value<E> {
  const step = strides(value.axes)[at] as number;
  const size = (value.axes[at] as Axis).size;
  const keys: number[] = [];
  const entries: E[] = [];
  value.keys.forEach((key, i) => {
    if (Math.floor(key / step) % size !== position) return;
    keys.push(Math.floor(key / (step * size)) * step + (key % step));
    entries.push(value.entries[i] as E);
  });
  return { axes: value.axes.filter((_, i) => i !== at), keys, entries, scale: value.scale };
}

/** A run of components of an axis, under a new axis. */
export function slice<E>(value: Value<E>, at: number, first: number, axis: Axis): Value<E> {
  const axes = value.axes.map((own, i) => (i === at ? axis : own));
  const from = strides(value.axes);
  const to = strides(axes);
  const keys: number[] = [];
  const entries: E[] = [];
  value.keys.forEach((key, i) => {
    const position = coordinate(key, from, value.axes, at) - first;
    if (position < 0 || position >= axis.size) return;
    let moved = 0;
    for (let k = 0; k < axes.length; k++)
      moved += (k === at ? position : coordinate(key, from, value.axes, k)) * (to[k] as number);
    keys.push(moved);
    entries.push(value.entries[i] as E);
  });
  return { axes, keys, entries, scale: value.scale };
}

export const coordinate = (
  key: number,
  steps: readonly number[],
  axes: readonly Axis[],
  at: number,
): number => Math.floor(key / (steps[at] as number)) % (axes[at] as Axis).size;
