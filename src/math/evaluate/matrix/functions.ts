/** Functions of matrices and vectors: determinant, trace, exponential, length. */

import { add, join } from "../contraction";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { contractBare } from "../tensor/vector";
import { isBare, mapEntries, scaleBy, type Value } from "../value";
import { exponential } from "./exponential";
import { determinant } from "./inverse";
import { dagger } from "./involution";
import { positiveRoot } from "./root";
import { traced } from "./trace";

/** The function of something with components, where it has one. */
export function ofComponents<E>(
  scope: Scope<E>,
  name: string,
  args: readonly Value<E>[],
): Value<E> | undefined {
  const [value] = args;
  if (!value || args.length !== 1) return undefined;
  const { field } = scope;
  const square =
    value.axes.some((axis) => axis.kind === "row") &&
    value.axes.some((axis) => axis.kind === "column");
  switch (name) {
    case "det":
      return determinant(scope, value);
    case "tr":
    case "Tr":
      return traced(scope, value);
    case "exp":
      return square ? exponential(scope, value) : undefined;
    case "sqrt":
      return square ? positiveRoot(scope, value) : undefined;
    case "cosh":
    case "sinh":
    case "cos":
    case "sin":
      return square ? evenOrOdd(scope, name, value) : undefined;
    case "conj":
      return mapEntries(field, value, (entry) => field.conj(entry));
    case "Re":
    case "Im":
      return square
        ? undefined
        : mapEntries(field, value, (entry) => (name === "Re" ? field.re(entry) : field.im(entry)));
    case "abs":
    case "norm":
      return lengthOf(scope, value);
    default:
      return undefined;
  }
}

/** (e^{cA} ± e^{−cA})/2 with c = 1 or i. */
function evenOrOdd<E>(scope: Scope<E>, name: string, value: Value<E>): Value<E> {
  const { field } = scope;
  const turned = name === "cos" || name === "sin" ? scaleBy(field, field.i, value) : value;
  const up = exponential(scope, turned);
  const down = exponential(scope, scaleBy(field, field.neg(field.one), turned));
  const odd = name === "sin" || name === "sinh";
  const total = add(scope, [up, odd ? scaleBy(field, field.neg(field.one), down) : down]);
  const half = field.rational(1n, 2n);
  return scaleBy(field, name === "sin" ? field.div(half, field.i) : half, total);
}

function lengthOf<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const { field } = scope;
  const conjugated = mapEntries(field, value, (entry) => field.conj(entry));
  let square: Value<E>;
  if (value.axes.length === 1 && value.axes.every(isBare)) {
    if (value.axes[0]?.kind === "index" && value.axes[0].space === "lorentz")
      throw new Beyond("the length of a four-vector");
    square = contractBare(scope, conjugated, value);
  } else if (value.axes.length === 1) square = join(scope, dagger(scope, value), value);
  else return determinant(scope, value);
  return scope.apply(scope, "sqrt", [], [square]);
}
