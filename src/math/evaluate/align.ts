/** Values of several expressions brought to one list of components. */
import type { Expr } from "../expr/node";
import { unitedAxes, withIdentities } from "./contraction";
import type { Components } from "./evaluation";
import { Beyond, Undefined } from "./number/field";
import type { Scope } from "./scope";
import { arrange, sizeOf, type Value } from "./value";

/** Components in one order for all; undefined for an expression that has no value, or no value of this shape. */
export function aligned<E>(scope: Scope<E>, exprs: readonly Expr[]): (Components | undefined)[] {
  const values = exprs.map((expr) => valueHere(scope, expr));
  const axes = unitedAxes(
    values.flatMap((value) => (value && value.entries.length > 0 ? [value] : [])),
  );
  const full = values.map((value) => value && spread(scope, value, axes));
  if (full.every((value) => value === undefined)) {
    const why = scope.tally.refusal;
    throw why ?? new Beyond("sides with different components");
  }
  const size = sizeOf(axes);
  if (size <= densest) {
    const shape = axes.map((axis) => axis.size);
    return full.map((value) => value && listed(scope, value, shape, range(size)));
  }
  const keys = [...new Set(full.flatMap((value) => value?.keys ?? []))];
  return full.map((value) => value && listed(scope, value, [keys.length], keys));
}

/** Above this many components only those that are not zero somewhere are listed. */
const densest = 4096;

function valueHere<E>(scope: Scope<E>, expr: Expr): Value<E> | undefined {
  try {
    return scope.top(scope, expr);
  } catch (problem) {
    if (!(problem instanceof Undefined)) throw problem;
    scope.tally.refusal = problem;
    return undefined;
  }
}

function spread<E>(scope: Scope<E>, value: Value<E>, axes: Value<E>["axes"]): Value<E> | undefined {
  if (value.entries.length === 0) return { axes, keys: [], entries: [], scale: value.scale };
  try {
    return arrange(withIdentities(scope, value, axes), axes);
  } catch (problem) {
    if (!(problem instanceof Beyond)) throw problem;
    return undefined;
  }
}

function listed<E>(
  scope: Scope<E>,
  value: Value<E>,
  shape: readonly number[],
  keys: readonly number[],
): Components {
  const { field, tally } = scope;
  const found = new Map(value.keys.map((key, i) => [key, value.entries[i] as E]));
  const constant = scope.taylor?.constant ?? ((entry: E) => entry);
  const entries = keys.map((key) => constant(found.get(key) ?? field.zero));
  for (const entry of entries)
    if (Number.isNaN(field.magnitude(entry))) throw new Undefined("not a number");
  return { shape, entries, scale: value.scale, digits: tally.digits, field: field as never };
}

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);
