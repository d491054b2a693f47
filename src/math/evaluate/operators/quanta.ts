/** Ladder operators on states of definite occupation: a|n⟩ = √n |n−1⟩. */
import type { Role } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { fock } from "../states/ket";
import { coordinate, strides, type Value } from "../value";

/** Undefined where what is acted on is no state of quanta. */
export function onQuanta<E>(
  scope: Scope<E>,
  role: Role | undefined,
  raising: boolean,
  on: Value<E>,
): Value<E> | undefined {
  const at = on.axes.findIndex((axis) => axis.kind === "row" && axis.space === fock);
  if (at < 0) {
    const state = on.axes.some((axis) => axis.kind === "row" && axis.space === "operator");
    if (state && on.axes.length === 1 && role !== "lowering")
      throw new Beyond("this operator on this state");
    return undefined;
  }
  if (role !== "lowering" && role !== "number-operator")
    throw new Beyond("this operator on states of quanta");
  if (scope.loweringNames.length > 1 && new Set(scope.loweringNames).size > 1)
    throw new Beyond("occupation numbers of several modes");
  const { field } = scope;
  const steps = strides(on.axes);
  const step = role === "number-operator" ? 0 : raising ? 1 : -1;
  const keys: number[] = [];
  const entries: E[] = [];
  on.keys.forEach((key, i) => {
    const n = coordinate(key, steps, on.axes, at);
    const count = raising ? n + 1 : n;
    if (count === 0) return;
    const whole = field.rational(BigInt(count), 1n);
    const factor = step === 0 ? whole : rootOf(scope, whole);
    keys.push(key + step * (steps[at] as number));
    entries.push(field.mul(factor, on.entries[i] as E));
  });
  const scale = entries.reduce((most, entry) => Math.max(most, field.magnitude(entry)), on.scale);
  return { axes: on.axes, keys, entries, scale };
}

function rootOf<E>(scope: Scope<E>, whole: E): E {
  if (scope.field.kind === "prime") throw new Beyond("√n in exact arithmetic");
  return scope.field.func("sqrt", [], [whole]);
}
