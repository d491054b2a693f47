/** Values of several expressions brought to one list of components. */
import type { Expr } from "../expr/node";
import { changedValues, type Made } from "./changed";
import { unitedAxes, withIdentities } from "./contraction";
import type { Components } from "./evaluation";
import { listedComponents } from "./listing";
import { Beyond, Undefined } from "./number/field";
import { type Scope, valueIn } from "./scope";
import { type Axis, arrange, isZeroValue, sameAxis, sizeOf, type Value } from "./value";

/**
 * Components in one order for all, as many axes as the first expressions with a value have between them.
 * Undefined for an expression that has no value, or none of this shape; the first refusal counts for all where none has one.
 */
export function aligned<E>(
  scope: Scope<E>,
  exprs: readonly Expr[],
  { changes, numbers }: Pick<Made, "changes" | "numbers">,
): (Components | undefined)[] {
  const refusals: (Undefined | Beyond)[] = [];
  const found = exprs.map((expr, i) => {
    try {
      return scope.top(scope, expr);
    } catch (problem) {
      if (!(problem instanceof Undefined) && !(problem instanceof Beyond)) throw problem;
      if (i === 0 && problem instanceof Beyond) throw problem;
      refusals.push(problem);
      scope.tally.refusals.set(expr, problem);
      return undefined;
    }
  });
  const values = [...listedComponents(exprs, found), ...changedValues(scope, changes)];
  if (values.every((value) => value === undefined)) throw refusals[0] ?? new Undefined("no value");
  const axes = commonAxes(
    values.flatMap((value) => (value && !isZeroValue(scope.field, value) ? [value] : [])),
  );
  const full = values.map((value) => value && spread(scope, value, axes));
  const [first, second] = full;
  if (exprs.length === 2 && values[0] && values[1] && !(first && second))
    throw new Beyond("sides with different components");
  const plain = numbers.map((one) => listed(scope, valueIn(scope, one), [], 1, (key) => key));
  const size = sizeOf(axes);
  if (size <= densest) {
    const shape = axes.map((axis) => axis.size);
    const dense = full.map((value) => value && listed(scope, value, shape, size, (key) => key));
    return [...dense, ...plain];
  }
  const keys = [...new Set(full.flatMap((value) => value?.keys ?? []))];
  const places = new Map(keys.map((key, i) => [key, i]));
  const place = (key: number): number => places.get(key) ?? 0;
  const spared = full.map(
    (value) => value && listed(scope, value, [keys.length], keys.length, place),
  );
  return [...spared, ...plain];
}

/** Axes of the values, as long as one value has no other open indices than the first. */
function commonAxes(values: readonly Value<unknown>[]): Axis[] {
  const [first] = values;
  if (!first) return [];
  const fitting = values.filter((value) => sameIndices(first, value) && !foreign(first, value));
  return unitedAxes(fitting);
}

const sameIndices = (a: Value<unknown>, b: Value<unknown>): boolean => {
  const [own, other] = [a, b].map((value) => value.axes.filter((axis) => axis.kind === "index"));
  return (
    own?.length === other?.length &&
    (own?.every((axis) => other?.some((one) => sameAxis(axis, one))) ?? false)
  );
};

/** Each acts in a matrix space where the other does not: nothing says how the spaces are related. */
function foreign(a: Value<unknown>, b: Value<unknown>): boolean {
  const [own, other] = [a, b].map(
    (value) => new Set(value.axes.flatMap((axis) => (axis.kind === "index" ? [] : [axis.space]))),
  ) as [Set<string>, Set<string>];
  return [...own].some((space) => !other.has(space)) && [...other].some((space) => !own.has(space));
}

/** Above this many components only those that are not zero somewhere are listed. */
const densest = 4096;

function spread<E>(scope: Scope<E>, value: Value<E>, axes: Value<E>["axes"]): Value<E> | undefined {
  if (value.entries.every((entry) => scope.field.isZero(entry)))
    return { axes, keys: [], entries: [], scale: value.scale };
  try {
    return arrange(withIdentities(scope, value, axes), axes);
  } catch (problem) {
    if (!(problem instanceof Beyond)) throw problem;
    return undefined;
  }
}

/** `size` components, zero where the value has none; `place`: where the one of a key stands. */
function listed<E>(
  scope: Scope<E>,
  value: Value<E>,
  shape: readonly number[],
  size: number,
  place: (key: number) => number,
): Components {
  const { field, tally } = scope;
  const constant = scope.taylor?.constant ?? ((entry: E) => entry);
  const entries = new Array<unknown>(size).fill(constant(field.zero));
  value.keys.forEach((key, i) => {
    const entry = constant(value.entries[i] as E);
    if (Number.isNaN(field.magnitude(entry as E))) throw new Undefined("not a number");
    entries[place(key)] = entry;
  });
  return { shape, entries, scale: value.scale, digits: tally.digits, field: field as never };
}
