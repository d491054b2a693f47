/** The positive square root of a positive 2×2 matrix: √M = (M + √det M)/√(tr M + 2√det M). */
import { add, unit } from "../contraction";
import { Beyond, Undefined } from "../number/field";
import type { Scope } from "../scope";
import { scalarOf, scaleBy, type Value } from "../value";
import { determinant } from "./inverse";
import { traced } from "./trace";

export function positiveRoot<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const { field } = scope;
  const [row, column] = value.axes;
  if (!row || !column || row.kind === "index" || column.kind === "index")
    throw new Beyond("the root of something with indices");
  if (field.kind === "prime") throw new Beyond("the root of a matrix in exact arithmetic");
  if (value.axes.length !== 2 || row.size !== 2 || column.size !== 2)
    throw new Beyond("the root of a matrix that is not 2×2");
  scope.tally.transcendental = true;
  const trace = scalarOf(field, traced(scope, value));
  const norm = scalarOf(field, determinant(scope, value));
  for (const number of [trace, norm]) {
    const [re, im] = field.toPair(number);
    if (re <= 0 || Math.abs(im) > 1e-9 * re)
      throw new Undefined("the root of a matrix that is not positive");
  }
  const root = (number: E): E => field.func("sqrt", [], [number]);
  const middle = root(norm);
  const below = root(field.add(trace, field.add(middle, middle)));
  const one = unit(scope, row.space, 2);
  return scaleBy(
    field,
    field.div(field.one, below),
    add(scope, [value, scaleBy(field, middle, one)]),
  );
}
