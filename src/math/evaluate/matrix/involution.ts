/** Conjugate, dagger, transpose, and the Dirac bar. */
import type { Involution } from "../../expr/node";
import { join } from "../contraction";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { adjoint, dirac, isOfRotations } from "../spaces";
import type { Axis, Value } from "../value";
import { gammaZero } from "./dirac";

export function involutionValue<E>(scope: Scope<E>, node: Involution): Value<E> {
  const value = valueIn(scope, node.operand);
  switch (node.sort) {
    case "conjugate":
      return conjugate(scope, value);
    case "transpose":
      return transpose(value);
    case "dagger":
      return dagger(scope, value);
    case "bar":
      return bar(scope, value);
  }
}

const conjugate = <E>(scope: Scope<E>, value: Value<E>): Value<E> => ({
  ...value,
  entries: value.entries.map((entry) => scope.field.conj(entry)),
});

const transpose = <E>(value: Value<E>): Value<E> => ({
  ...value,
  axes: value.axes.map(flip),
});

const flip = (axis: Axis): Axis =>
  axis.kind === "row"
    ? { ...axis, kind: "column" }
    : axis.kind === "column"
      ? { ...axis, kind: "row" }
      : axis;

export function dagger<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const rescaled = value.axes.some((axis) => axis.kind !== "index" && isOfRotations(axis.space));
  if (value.axes.some((axis) => axis.kind !== "index" && axis.space === adjoint))
    throw new Beyond("the adjoint of a generator in the adjoint representation");
  if (rescaled && scope.field.kind === "prime")
    throw new Beyond("the adjoint of an angular momentum in exact arithmetic");
  return conjugate(scope, transpose(value));
}

/** ψ̄ = ψ†γ⁰; of a matrix γ⁰M†γ⁰. */
function bar<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  if (value.axes.some((axis) => axis.kind !== "index" && /×/.test(axis.space)))
    throw new Beyond("the Dirac conjugate of an explicit column");
  const flipped = dagger(scope, value);
  const isDirac = (kind: "row" | "column") =>
    flipped.axes.some((axis) => axis.kind === kind && axis.space === dirac);
  const zero = gammaZero(scope);
  const right = isDirac("column") ? join(scope, flipped, zero) : flipped;
  return isDirac("row") ? join(scope, zero, right) : right;
}
