/** A tensor given component by component: F^{i0} = E^i, F^{ij} = −ε^{ijk}B^k. */
import type { Index, Tensor } from "../../expr/node";
import { type Definition, hasProperty, headKey } from "../given";
import { Beyond } from "../number/field";
import { fix, type Scope, valueIn, within } from "../scope";

import { scalarOf, sparse, type Value } from "../value";
import { placeholder } from "./generic";
import { withIndices } from "./indices";
import { bareAxis } from "./vector";

/** Assembled from definitions whose heads carry spatial or fixed indices; undefined where there are none. */
export function assembledTensor<E>(scope: Scope<E>, node: Tensor): Value<E> | undefined {
  const key = headKey(node);
  const pieces = (key && scope.given.definitions.get(key)) || [];
  if (!key || pieces.length === 0 || !pieces.every(isPiece)) return undefined;
  if (node.indices.every(isSpatial) && pieces.some(isWholeInSpace)) return undefined;
  const rank = node.indices.length;
  const inner = within(scope, key);
  const axes = Array.from({ length: rank }, (_, i) => ({
    ...bareAxis(scope, "lorentz"),
    name: placeholder(i),
  }));
  const size = scope.world.dimension;
  const listed: [number[], E][] = [];
  for (let n = 0; n < size ** rank; n++) {
    const at = Array.from(
      { length: rank },
      (_, i) => Math.floor(n / size ** (rank - 1 - i)) % size,
    );
    const entry = componentAt(inner, pieces, at);
    if (!scope.field.isZero(entry)) listed.push([at, entry]);
  }
  return withIndices(scope, sparse(scope.field, axes, listed), node.indices);
}

const isPiece = ({ head }: Definition): boolean =>
  head.kind === "tensor" &&
  head.indices.every((index) => index.place === "up") &&
  head.indices.some((index) => index.space === "spatial" || index.value !== undefined);

const isSpatial = ({ space, value }: Index): boolean => space === "spatial" && value === undefined;

/** A vector or tensor of space, all of whose components one piece gives. */
const isWholeInSpace = ({ head }: Definition): boolean =>
  head.kind === "tensor" && head.indices.every(isSpatial);

/** The component from the piece that covers it, else from the piece with two indices exchanged. */
function componentAt<E>(scope: Scope<E>, pieces: readonly Definition[], at: readonly number[]): E {
  const direct = covered(scope, pieces, at);
  if (direct !== undefined) return direct;
  const [a, b, ...more] = at;
  if (a === undefined || b === undefined || more.length > 0 || !isAntisymmetric(scope, pieces))
    throw new Beyond("a tensor given only in part");
  if (a === b) return scope.field.zero;
  const exchanged = covered(scope, pieces, [b, a]);
  if (exchanged === undefined) throw new Beyond("a tensor given only in part");
  return scope.field.neg(exchanged);
}

/** The electromagnetic field by its letter, others where a premise says so. */
function isAntisymmetric<E>(scope: Scope<E>, pieces: readonly Definition[]): boolean {
  const head = pieces[0]?.head;
  const sym = head?.kind === "tensor" ? head.head : undefined;
  if (sym?.kind !== "symbol") return false;
  return (
    sym.role === "field-strength" ||
    sym.name === "F" ||
    hasProperty(scope.given, sym, "antisymmetric")
  );
}

function covered<E>(
  scope: Scope<E>,
  pieces: readonly Definition[],
  at: readonly number[],
): E | undefined {
  for (const { head, body } of pieces) {
    if (head.kind !== "tensor" || !head.indices.every((index, i) => fits(index, at[i] ?? 0)))
      continue;
    const inner = head.indices.reduce(
      (open, index, i) => (index.value === undefined ? fix(open, index.name, at[i] ?? 0) : open),
      scope,
    );
    return scalarOf(scope.field, valueIn(inner, body), "a component");
  }
  return undefined;
}

const fits = (index: Index, position: number): boolean => {
  if (index.value !== undefined) return index.value === position;
  return index.space === "spatial" ? position > 0 : true;
};
