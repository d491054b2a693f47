/** Traces over the matrix spaces of an expression. */
import type { Trace } from "../../expr/node";
import { contractWithin } from "../contraction";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { dirac } from "../spaces";
import { type Axis, scaleBy, type Value } from "../value";

export const traceValue = <E>(scope: Scope<E>, node: Trace): Value<E> =>
  traced(scope, valueIn(scope, node.operand), node.space);

/** B in Tr_B. */
const isPart = /^[A-Z1-9]$/;

export function traced<E>(scope: Scope<E>, value: Value<E>, space?: string): Value<E> {
  const { field } = scope;
  const spaces = value.axes.flatMap((axis) => (axis.kind === "row" ? [axis.space] : []));
  if (space && !spaces.includes(space) && spaces.length > 0 && isPart.test(space))
    throw new Beyond("a partial trace");
  const over = space && spaces.includes(space) ? [space] : spaces;
  if (over.length === 0) return traceOfNumber(scope, value, space);
  let result = value;
  for (const one of over) {
    const find = (kind: Axis["kind"]) =>
      result.axes.findIndex((axis) => axis.kind === kind && axis.space === one);
    const [row, column] = [find("row"), find("column")];
    if (row < 0 || column < 0) throw new Beyond("the trace of a state");
    result = contractWithin(scope, result, row, column);
    if (one === dirac) result = scaleBy(field, diracNorm(scope), result);
  }
  return result;
}

/** Tr 1 as declared, whatever the size of the matrices. */
function diracNorm<E>(scope: Scope<E>): E {
  const size = scope.spaces.matrixSize(dirac);
  return scope.field.rational(BigInt(scope.conventions.traceOfUnity), BigInt(size));
}

function traceOfNumber<E>(scope: Scope<E>, value: Value<E>, space: string | undefined): Value<E> {
  const { field } = scope;
  if (value.entries.every((entry) => field.isZero(entry))) return value;
  const over = space ?? scope.spaces.only;
  if (!over) throw new Beyond("the trace of a number");
  const size = over === dirac ? scope.conventions.traceOfUnity : scope.spaces.matrixSize(over);
  return scaleBy(field, field.rational(BigInt(size), 1n), value);
}
