/** Takes over a value found by a limiting process, with the digits it has. */
import type { Estimate } from "../analysis/estimate";
import type { Scope } from "../scope";
import { scalarValue, type Value } from "../value";

export function settle<E>(scope: Scope<E>, estimate: Estimate<E>): Value<E> {
  scope.tally.transcendental = true;
  scope.tally.digits = Math.min(scope.tally.digits, Math.floor(estimate.digits));
  return scalarValue(
    scope.field,
    estimate.value,
    Math.max(estimate.scale, scope.field.magnitude(estimate.value)),
  );
}
