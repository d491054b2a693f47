/** Derivatives of values along single variables, and values side by side. */
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { type Axis, mapEntries, strides, type Value } from "../value";
import type { Taylor } from "./taylor";

/** The power series in use. */
export function series<E>(scope: Scope<E>): Taylor<E> {
  if (!scope.taylor) throw new Beyond("a derivative here");
  return scope.taylor;
}

/** ∂f/∂(variable), entry by entry. */
export const along = <E>(scope: Scope<E>, value: Value<E>, variable: number): Value<E> => {
  const taylor = series(scope);
  return mapEntries(scope.field, value, (entry) => taylor.differentiate(entry, variable));
};

/** Values side by side along a new first axis. */
export function stacked<E>(values: readonly Value<E>[], axis: Axis): Value<E> {
  const [first] = values;
  if (!first) throw new Beyond("a derivative by no variable");
  const size = strides([axis, ...first.axes])[0] ?? 1;
  return {
    axes: [axis, ...first.axes],
    keys: values.flatMap((value, n) => value.keys.map((key) => n * size + key)),
    entries: values.flatMap((value) => value.entries),
    scale: values.reduce((most, value) => Math.max(most, value.scale), 0),
  };
}
