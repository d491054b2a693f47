/** Sums and products of values: repeated indices are summed, matrices are multiplied from left to right. */
import { apart, isForm, isFormAxis, merged } from "./forms/exterior";
import { Beyond } from "./number/field";
import {
  type Arithmetic,
  type Axis,
  arrange,
  coordinate,
  isBare,
  sameAxis,
  scalarOf,
  scalarValue,
  scaleBy,
  sizeOf,
  strides,
  type Value,
} from "./value";

/** Additions that cost as much as one multiplication, of power series above all. */
const sumsInAProduct = 8;

/** The sum; a number added to a matrix means that multiple of the unit matrix. */
export function add<E>(math: Arithmetic<E>, values: readonly Value<E>[]): Value<E> {
  const { field } = math;
  const [only] = values;
  if (values.length === 1 && only) return only;
  if (values.every((value) => value.axes.length === 0)) {
    let total = field.zero;
    let scale = 0;
    for (const value of values) {
      total = field.add(total, value.entries[0] ?? field.zero);
      scale = Math.max(scale, value.scale);
    }
    return scalarValue(field, total, scale);
  }
  const axes = unitedAxes(values);
  const totals = new Map<number, E>();
  let scale = 0;
  for (const value of values) {
    if (value.entries.length === 0) continue;
    const full = arrange(withIdentities(math, value, axes), axes);
    scale = Math.max(scale, full.scale);
    full.keys.forEach((key, i) => {
      const entry = full.entries[i] as E;
      const sofar = totals.get(key);
      totals.set(key, sofar === undefined ? entry : field.add(sofar, entry));
    });
    math.spend(Math.ceil(full.keys.length / sumsInAProduct));
  }
  return { axes, keys: [...totals.keys()], entries: [...totals.values()], scale };
}

/** Every axis that occurs; rows and columns come in pairs where one value has none of either. */
export function unitedAxes(values: readonly Value<unknown>[]): Axis[] {
  const axes: Axis[] = [];
  for (const value of values)
    for (const axis of value.axes)
      if (!axes.some((known) => sameAxis(known, axis))) axes.push(axis);
  return axes;
}

/** Unit matrices supplied for the matrix spaces a value does not touch. */
export function withIdentities<E>(
  math: Arithmetic<E>,
  value: Value<E>,
  axes: readonly Axis[],
): Value<E> {
  let full = value;
  for (const axis of axes) {
    if (value.axes.some((own) => sameAxis(own, axis))) continue;
    if (axis.kind !== "row") continue;
    const column = axes.find((other) => other.kind === "column" && other.space === axis.space);
    if (!column || value.axes.some((own) => own.kind === "column" && own.space === axis.space))
      continue;
    full = outer(math, full, unit(math, axis.space, axis.size));
  }
  if (full.axes.length === axes.length) return full;
  if (full.entries.every((entry) => math.field.isZero(entry)))
    return { axes, keys: [], entries: [], scale: full.scale };
  throw new Beyond("a sum of things with different components");
}

export const unit = <E>(math: Arithmetic<E>, space: string, size: number): Value<E> => ({
  axes: [
    { kind: "row", space, size },
    { kind: "column", space, size },
  ],
  keys: Array.from({ length: size }, (_, i) => i * (size + 1)),
  entries: new Array<E>(size).fill(math.field.one),
  scale: 1,
});

const outer = <E>(math: Arithmetic<E>, a: Value<E>, b: Value<E>): Value<E> => join(math, a, b);

/** a·b with everything they share contracted. */
export function join<E>(math: Arithmetic<E>, a: Value<E>, b: Value<E>): Value<E> {
  const { field } = math;
  if (a.axes.length === 0 && b.axes.length === 0)
    return scalarValue(
      field,
      field.mul(a.entries[0] ?? field.zero, b.entries[0] ?? field.zero),
      a.scale * b.scale,
    );
  if (a.axes.length === 0) return scaled(math, a, b);
  if (b.axes.length === 0) return scaled(math, b, a);
  if (isForm(a) && isForm(b)) return merged(math.field, contracted(math, a, apart(b)));
  return contracted(math, a, b);
}

function scaled<E>(math: Arithmetic<E>, factor: Value<E>, value: Value<E>): Value<E> {
  math.spend(value.entries.length);
  const times = scaleBy(math.field, scalarOf(math.field, factor), value);
  return { ...times, scale: factor.scale * value.scale };
}

interface Joint<E> {
  readonly left: number;
  readonly right: number;
  readonly weight: ((at: number) => E) | undefined;
}

function joints<E>(math: Arithmetic<E>, a: Value<E>, b: Value<E>): Joint<E>[] {
  const found: Joint<E>[] = [];
  a.axes.forEach((left, i) => {
    const k = b.axes.findIndex((right) =>
      left.kind === "index"
        ? right.kind === "index" &&
          left.name === right.name &&
          left.space === right.space &&
          !isBare(left)
        : left.kind === "column" && right.kind === "row" && left.space === right.space,
    );
    const right = b.axes[k];
    if (right) found.push({ left: i, right: k, weight: math.weight(left, right) });
  });
  return found;
}

function contracted<E>(math: Arithmetic<E>, a: Value<E>, b: Value<E>): Value<E> {
  const { field } = math;
  const shared = joints(math, a, b);
  const keepA = a.axes.map((_, i) => i).filter((i) => !shared.some((joint) => joint.left === i));
  const keepB = b.axes.map((_, i) => i).filter((i) => !shared.some((joint) => joint.right === i));
  const axes = [...keepA.map((i) => a.axes[i] as Axis), ...keepB.map((i) => b.axes[i] as Axis)];
  refuseClash(axes);
  const stepsA = strides(a.axes);
  const stepsB = strides(b.axes);
  const steps = strides(axes);
  const innerSteps = strides(shared.map((joint) => a.axes[joint.left] as Axis));

  const buckets = new Map<number, { rest: number; entry: E }[]>();
  b.keys.forEach((key, n) => {
    let inner = 0;
    let entry = b.entries[n] as E;
    shared.forEach((joint, s) => {
      const at = coordinate(key, stepsB, b.axes, joint.right);
      inner += at * (innerSteps[s] as number);
      if (joint.weight) entry = field.mul(joint.weight(at), entry);
    });
    let rest = 0;
    keepB.forEach((i, n2) => {
      rest += coordinate(key, stepsB, b.axes, i) * (steps[keepA.length + n2] as number);
    });
    const bucket = buckets.get(inner);
    if (bucket) bucket.push({ rest, entry });
    else buckets.set(inner, [{ rest, entry }]);
  });

  const totals = new Map<number, E>();
  let work = 0;
  a.keys.forEach((key, n) => {
    let inner = 0;
    shared.forEach((joint, s) => {
      inner += coordinate(key, stepsA, a.axes, joint.left) * (innerSteps[s] as number);
    });
    const bucket = buckets.get(inner);
    if (!bucket) return;
    let rest = 0;
    keepA.forEach((i, n2) => {
      rest += coordinate(key, stepsA, a.axes, i) * (steps[n2] as number);
    });
    const entry = a.entries[n] as E;
    work += bucket.length;
    if (work > 4096) {
      math.spend(work);
      work = 0;
    }
    for (const other of bucket) {
      const at = rest + other.rest;
      const term = field.mul(entry, other.entry);
      const sofar = totals.get(at);
      totals.set(at, sofar === undefined ? term : field.add(sofar, term));
    }
  });
  math.spend(work);
  const keys: number[] = [];
  const entries: E[] = [];
  for (const [key, entry] of totals) {
    if (field.isZero(entry)) continue;
    keys.push(key);
    entries.push(entry);
  }
  return { axes, keys, entries, scale: a.scale * b.scale };
}

function refuseClash(axes: readonly Axis[]): void {
  axes.forEach((axis, i) => {
    for (let k = i + 1; k < axes.length; k++) {
      const other = axes[k] as Axis;
      if (!sameAxis(axis, other)) continue;
      if (isBare(axis)) throw new Beyond("a product of two vectors without dot or cross");
      throw new Beyond(
        axis.kind === "row" ? "a product of two states" : "a product of two conjugate states",
      );
    }
  });
}

/** The diagonal sum over two axes of one value. */
export function contractWithin<E>(
  math: Arithmetic<E>,
  value: Value<E>,
  i: number,
  k: number,
): Value<E> {
  const { field } = math;
  const [first, second] = [value.axes[i] as Axis, value.axes[k] as Axis];
  const weight = math.weight(first, second);
  const axes = value.axes.filter((_, n) => n !== i && n !== k);
  const from = strides(value.axes);
  const to = strides(axes);
  const totals = new Map<number, E>();
  value.keys.forEach((key, n) => {
    const at = coordinate(key, from, value.axes, i);
    if (at !== coordinate(key, from, value.axes, k)) return;
    let rest = 0;
    let position = 0;
    value.axes.forEach((_, m) => {
      if (m === i || m === k) return;
      rest += coordinate(key, from, value.axes, m) * (to[position++] as number);
    });
    const entry = weight ? field.mul(weight(at), value.entries[n] as E) : (value.entries[n] as E);
    const sofar = totals.get(rest);
    totals.set(rest, sofar === undefined ? entry : field.add(sofar, entry));
  });
  math.spend(value.keys.length);
  return { axes, keys: [...totals.keys()], entries: [...totals.values()], scale: value.scale };
}

/** Product of factors in order: pairs are taken in the cheapest order that keeps matrices in line. */
export function multiply<E>(math: Arithmetic<E>, factors: readonly Value<E>[]): Value<E> {
  const { field } = math;
  let prefactor: Value<E> | undefined;
  const chain: Value<E>[] = [];
  for (const factor of factors) {
    if (factor.axes.length === 0) prefactor = prefactor ? join(math, prefactor, factor) : factor;
    else chain.push(factor);
  }
  while (chain.length > 1) {
    const [i, k] = cheapestPair(chain);
    const [right] = chain.splice(k, 1);
    chain[i] = join(math, chain[i] as Value<E>, right as Value<E>);
  }
  const [rest] = chain;
  if (!rest) return prefactor ?? scalarValue(field, field.one);
  return prefactor ? join(math, prefactor, rest) : rest;
}

function cheapestPair(chain: readonly Value<unknown>[]): [number, number] {
  let best: [number, number] = [0, 1];
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < chain.length; i++)
    for (let k = i + 1; k < chain.length; k++) {
      if (!mayMeet(chain, i, k)) continue;
      const price = priceOf(chain[i] as Value<unknown>, chain[k] as Value<unknown>);
      if (price < least) {
        least = price;
        best = [i, k];
      }
    }
  return best;
}

const matrixSpaces = (value: Value<unknown>): string[] =>
  value.axes.flatMap((axis) =>
    isFormAxis(axis) ? ["forms"] : axis.kind === "index" ? [] : [axis.space],
  );

/** Factor k may be moved to stand directly right of factor i. */
function mayMeet(chain: readonly Value<unknown>[], i: number, k: number): boolean {
  const spaces = matrixSpaces(chain[k] as Value<unknown>);
  if (spaces.length === 0) return true;
  for (let between = i + 1; between < k; between++)
    if (matrixSpaces(chain[between] as Value<unknown>).some((space) => spaces.includes(space)))
      return false;
  return true;
}

/** Size of the result, with the work of the contraction to break ties. */
function priceOf(a: Value<unknown>, b: Value<unknown>): number {
  let inner = 1;
  for (const left of a.axes)
    for (const right of b.axes)
      if (
        left.kind === "index"
          ? sameAxis(left, right) && !isBare(left)
          : left.kind === "column" && right.kind === "row" && left.space === right.space
      )
        inner *= left.size;
  const dense = (sizeOf(a.axes) * sizeOf(b.axes)) / (inner * inner);
  const work = (a.entries.length * b.entries.length) / inner;
  const before = a.entries.length + b.entries.length;
  return Math.min(dense, work) - before + work * 1e-3;
}
