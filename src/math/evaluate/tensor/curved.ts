/** Metrics given by a line element: raising and lowering with their components. */
import type { Index } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import type { Value } from "../value";

export function lowered<E>(_scope: Scope<E>, _value: Value<E>, _at: number): Value<E> {
  throw new Beyond("indices of a curved metric");
}

export function curvedMetric<E>(_scope: Scope<E>): Value<E> {
  throw new Beyond("a curved metric");
}

export function curvature<E>(_scope: Scope<E>, role: string, _indices: readonly Index[]): Value<E> {
  throw new Beyond(`the ${role} of a metric`);
}
