/** The generic function that operators act on, with a column for every matrix space of the formulas. */
import type { Scope } from "../scope";
import { type Axis, tabulate, type Value } from "../value";

export function testFunction<E>(scope: Scope<E>): Value<E> {
  const { taylor, field } = scope;
  const axes = scope.spaces.used.map(
    (space): Axis => ({ kind: "row", space, size: scope.spaces.matrixSize(space) }),
  );
  const variables = Array.from({ length: taylor?.plan.count ?? 0 }, (_, i) => i);
  return tabulate(field, axes, (at) => {
    const key = `test function ?(${at.join(",")})`;
    const centre = scope.draw(key, "complex");
    return taylor ? taylor.generic(key, centre, variables, "complex") : centre;
  });
}
