/** Weights of contractions: the metric for Lorentz indices of one height, the norm of the generators for colour. */

import { adjointWeights } from "../matrix/generators";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import type { Axis } from "../value";
import { metricSign } from "./metric";

type Context<E> = Pick<Scope<E>, "field" | "conventions" | "world" | "given">;

/** Factor of each component when the two ends of an index are summed. */
export function weightOf<E>(
  scope: Context<E>,
  left: Axis,
  right: Axis,
): ((at: number) => E) | undefined {
  if (left.kind !== "index" || right.kind !== "index") return undefined;
  const { field } = scope;
  if (left.space === "adjoint") {
    const weights = adjointWeights(scope.world.colours).map(([over, under]) =>
      field.rational(BigInt(over), BigInt(under)),
    );
    return (at) => weights[at] ?? field.one;
  }
  if (left.space !== "lorentz" || left.place !== right.place) return undefined;
  if (scope.given.curved)
    throw new Beyond("two indices at one height, summed with a curved metric");
  if (scope.conventions.metric === "euclidean") return undefined;
  const minus = field.neg(field.one);
  return (at) => (metricSign(scope, at) > 0 ? field.one : minus);
}

/** Square root of an adjoint weight: what a fixed component T³ needs to carry its usual norm. */
export function adjointRoot<E>(scope: Scope<E>, position: number): E {
  const [over, under] = adjointWeights(scope.world.colours)[position] ?? [1, 1];
  const { field } = scope;
  const [a, b] = [Math.sqrt(over), Math.sqrt(under)];
  if (Number.isInteger(a) && Number.isInteger(b)) return field.rational(BigInt(a), BigInt(b));
  if (field.kind === "prime") throw new Beyond("a single diagonal generator in exact arithmetic");
  return field.func("sqrt", [], [field.rational(BigInt(over), BigInt(under))]);
}
