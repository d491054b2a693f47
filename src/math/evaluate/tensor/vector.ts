/** Vectors written without index: the bare axis, dots and lengths. */
import type { IndexSpace } from "../../expr/node";
import { join } from "../contraction";
import { Beyond } from "../number/field";
import { freshName, type Scope } from "../scope";
import { type Axis, bareName, isBare, relabel, type Value } from "../value";

export const bareAxis = (scope: Pick<Scope<unknown>, "spaces">, space: IndexSpace): Axis => ({
  kind: "index",
  name: bareName,
  space,
  place: "up",
  size: scope.spaces.indexSize(space),
});

/** The vector with its bare axis under the name given. */
export function named<E>(value: Value<E>, name: string): Value<E> {
  if (!value.axes.some(isBare)) {
    if (value.entries.length === 0) return value;
    throw new Beyond("a vector expected, something else found");
  }
  return relabel(value, (axis) =>
    isBare(axis) && axis.kind === "index" ? { ...axis, name } : axis,
  );
}

/** a·b, in the order written where the components do not commute. */
export function contractBare<E>(scope: Scope<E>, left: Value<E>, right: Value<E>): Value<E> {
  const name = freshName(scope);
  const [a, b] = [named(left, name), named(right, name)];
  const [first, second] = [axisNamed(a, name), axisNamed(b, name)];
  if (first && second && first.space !== second.space)
    throw new Beyond("a product of vectors of different kinds");
  return join(scope, a, b);
}

const axisNamed = (value: Value<unknown>, name: string) =>
  value.axes.find(
    (axis): axis is Extract<Axis, { kind: "index" }> => axis.kind === "index" && axis.name === name,
  );
