/** The flat metric, weights of contractions, raising and lowering. */
import type { Scope } from "../scope";
import { type Axis, coordinate, strides, type Value } from "../value";

/** g^{μμ}: +1 or −1. */
export function metricSign(scope: Pick<Scope<unknown>, "conventions">, mu: number): 1 | -1 {
  switch (scope.conventions.metric) {
    case "euclidean":
      return 1;
    case "mostly-minus":
      return mu === 0 ? 1 : -1;
    case "mostly-plus":
      return mu === 0 ? -1 : 1;
  }
}

/** One Lorentz index at the other height: by signs, or with the components of a curved metric. */
export function tilted<E>(scope: Scope<E>, value: Value<E>, at: number): Value<E> {
  return scope.given.curved ? scope.tilt(scope, value, at) : turned(scope, value, at);
}

/** Sign of a component when one Lorentz index changes its height. */
function turned<E>(scope: Scope<E>, value: Value<E>, at: number): Value<E> {
  const { field } = scope;
  const steps = strides(value.axes);
  const entries = value.entries.map((entry, n) =>
    metricSign(scope, coordinate(value.keys[n] as number, steps, value.axes, at)) < 0
      ? field.neg(entry)
      : entry,
  );
  const axes = value.axes.map(
    (axis, i): Axis =>
      i === at && axis.kind === "index"
        ? { ...axis, place: axis.place === "up" ? "down" : "up" }
        : axis,
  );
  return { ...value, axes, entries };
}
