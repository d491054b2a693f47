/** The exterior algebra: a form has one axis more, which counts through the sets of basis one-forms. */
import type { Axis, Value } from "../value";

const name = "∧";

/** The axis of a form on a space of n dimensions. */
export const formAxis = (n: number): Axis => ({
  kind: "index",
  name,
  space: "generic",
  place: "up",
  size: 2 ** n,
});

export const isFormAxis = (axis: Axis): boolean => axis.kind === "index" && axis.name === name;

export const isForm = (value: Value<unknown>): boolean => value.axes.some(isFormAxis);

const second = "∧′";

/** The same form with its axis under another name, so that it is not summed with that of its partner. */
export const apart = <E>(value: Value<E>): Value<E> => ({
  ...value,
  axes: value.axes.map((axis) =>
    isFormAxis(axis) && axis.kind === "index" ? { ...axis, name: second } : axis,
  ),
});

/** The two form axes of a product made one: e_S ∧ e_T = ± e_{S∪T}, or nothing where they share a factor. */
export function merged<E>(field: { add(a: E, b: E): E; neg(a: E): E }, value: Value<E>): Value<E> {
  const first = value.axes.findIndex(isFormAxis);
  const other = value.axes.findIndex((axis) => axis.kind === "index" && axis.name === second);
  const axes = value.axes.filter((_, i) => i !== other);
  const totals = new Map<number, E>();
  value.keys.forEach((key, n) => {
    const at = places(key, value.axes);
    const [s, t] = [at[first] as number, at[other] as number];
    if ((s & t) !== 0) return;
    const kept = at.flatMap((place, i) => (i === other ? [] : [i === first ? s | t : place]));
    const target = kept.reduce((total, place, i) => total * (axes[i] as Axis).size + place, 0);
    const entry = value.entries[n] as E;
    const term = isOdd(s, t) ? field.neg(entry) : entry;
    const sofar = totals.get(target);
    totals.set(target, sofar === undefined ? term : field.add(sofar, term));
  });
  return { axes, keys: [...totals.keys()], entries: [...totals.values()], scale: value.scale };
}

function places(key: number, axes: readonly Axis[]): number[] {
  const at = new Array<number>(axes.length);
  let rest = key;
  for (let i = axes.length - 1; i >= 0; i--) {
    const { size } = axes[i] as Axis;
    at[i] = rest % size;
    rest = Math.floor(rest / size);
  }
  return at;
}

/** Whether an odd number of factors of T has to pass factors of S to stand in order. */
function isOdd(s: number, t: number): boolean {
  let count = 0;
  for (let higher = s >> 1; higher > 0; higher >>= 1) count += ones(higher & t);
  return count % 2 === 1;
}

export function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}
