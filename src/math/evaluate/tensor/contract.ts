/** Dots, crosses and slashes of vectors. */
import type { Cross, Dot, Slash } from "../../expr/node";
import { multiply } from "../contraction";
import { gamma } from "../matrix/dirac";
import { freshName, type Scope, valueIn } from "../scope";
import { type Axis, bareName, relabel, type Value } from "../value";
import { withIndices } from "./indices";
import { epsilon } from "./invariant";
import { contractBare, named } from "./vector";

export const dotValue = <E>(scope: Scope<E>, node: Dot): Value<E> =>
  contractBare(scope, valueIn(scope, node.left), valueIn(scope, node.right));

/** (a×b)_k = ε_kij a_i b_j. */
export const crossValue = <E>(scope: Scope<E>, node: Cross): Value<E> =>
  crossed(scope, valueIn(scope, node.left), valueIn(scope, node.right));

function crossed<E>(scope: Scope<E>, left: Value<E>, right: Value<E>): Value<E> {
  const [i, j] = [freshName(scope), freshName(scope)];
  return rotated(scope, multiply(scope, [named(left, i), named(right, j)]), i, j);
}

/** ε_kij contracted with the axes i and j of a value; k is left as bare axis. */
export function rotated<E>(scope: Scope<E>, value: Value<E>, i: string, j: string): Value<E> {
  const k = freshName(scope);
  const indices = [k, i, j].map((name) => ({
    name,
    space: "spatial" as const,
    place: "up" as const,
  }));
  const product = multiply(scope, [epsilon(scope, indices), value]);
  return relabel(
    product,
    (axis): Axis => (axis.kind === "index" && axis.name === k ? { ...axis, name: bareName } : axis),
  );
}

export function slashValue<E>(scope: Scope<E>, node: Slash): Value<E> {
  return slashed(scope, valueIn(scope, node.vector));
}

export function slashed<E>(scope: Scope<E>, vector: Value<E>): Value<E> {
  const name = freshName(scope);
  const matrices = withIndices(scope, gamma(scope), [{ name, space: "lorentz", place: "down" }]);
  return multiply(scope, [matrices, named(vector, name)]);
}
