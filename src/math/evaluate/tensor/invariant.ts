/** Invariant tensors: metric, Kronecker δ, Levi-Civita ε. */
import type { Index } from "../../expr/node";
import { adjointWeights } from "../matrix/generators";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { type Axis, sparse, type Value } from "../value";
import { curvedMetric } from "./curved";
import { withIndices } from "./indices";
import { metricSign } from "./metric";

/** g^{μν}, with one index up and one down δ^μ_ν. */
export function metric<E>(scope: Scope<E>, indices: readonly Index[]): Value<E> {
  if (indices.length !== 2) throw new Beyond("a metric without two indices");
  if (scope.given.curved) return curvedMetric(scope, indices);
  const { field } = scope;
  const axes = axesFor(
    scope,
    indices.map((index) => (index.space === "spatial" ? "lorentz" : index.space)),
  );
  const size = (axes[0] as Axis).size;
  const minus = field.neg(field.one);
  const listed = Array.from(
    { length: size },
    (_, i) =>
      [
        [i, i],
        axes[0]?.kind === "index" && axes[0].space === "lorentz" && metricSign(scope, i) < 0
          ? minus
          : field.one,
      ] as const,
  );
  return withIndices(scope, sparse(field, axes, listed), indices);
}

/** δ of two indices of any space. Of two Lorentz indices at one height it is the unit matrix as it stands. */
export function delta<E>(scope: Scope<E>, indices: readonly Index[]): Value<E> {
  const { field } = scope;
  const [a, b] = indices;
  if (indices.length !== 2 || !a || !b) throw new Beyond("δ without two indices");
  if (a.space === "lorentz" && b.space === "lorentz" && a.place !== b.place)
    return metric(scope, indices);
  if (a.space === "lorentz" && b.space === "lorentz")
    return a.place === b.place ? kronecker(scope, a, b) : metric(scope, indices);
  const axes = axesFor(scope, [a.space, b.space]);
  const size = (axes[0] as Axis).size;
  if ((axes[1] as Axis).size !== size) throw new Beyond("δ between indices of different ranges");
  const weights = a.space === "adjoint" ? adjointWeights(scope.world.colours) : undefined;
  const listed = Array.from({ length: size }, (_, i) => {
    const [over, under] = weights?.[i] ?? [1, 1];
    return [[i, i], field.rational(BigInt(under), BigInt(over))] as const;
  });
  return withIndices(scope, sparse(field, axes, listed), indices);
}

function kronecker<E>(scope: Scope<E>, a: Index, b: Index): Value<E> {
  const raised = (index: Index): Index => ({ ...index, place: "up" });
  const unit = metric(scope, [raised(a), { ...raised(b), place: "down" }]);
  const placed = unit.axes.map(
    (axis): Axis => (axis.kind === "index" ? { ...axis, place: a.place } : axis),
  );
  return { ...unit, axes: placed };
}

/** ε with its declared sign in Lorentz indices, +1 for 123 in space, ε^{12} = +1 for two. */
export function epsilon<E>(scope: Scope<E>, indices: readonly Index[]): Value<E> {
  const { field, conventions } = scope;
  const rank = indices.length;
  if (scope.given.curved) throw new Beyond("the Levi-Civita tensor of a curved metric");
  const lorentz = indices.some((index) => index.space === "lorentz") && rank >= 4;
  if (lorentz && (conventions.dim === "d" || scope.world.dimension !== rank))
    throw new Beyond("the Levi-Civita tensor in this number of dimensions");
  const homes = indices.map((index) => (lorentz ? "lorentz" : index.space));
  const axes = axesFor(scope, homes);
  if (axes.some((axis) => axis.size !== rank))
    throw new Beyond("the Levi-Civita tensor with this many indices");
  const sign = lorentz && conventions.metric !== "euclidean" ? conventions.epsilon : 1;
  const minus = field.neg(field.one);
  const listed = permutations(rank).map(
    ([places, parity]) => [places, parity * sign > 0 ? field.one : minus] as const,
  );
  return withIndices(scope, sparse(field, axes, listed), indices);
}

const axesFor = (
  scope: Pick<Scope<unknown>, "spaces">,
  spaces: readonly Index["space"][],
): readonly Axis[] => spaces.map((_, i) => genericAxis(scope, spaces, i));

const genericAxis = (
  scope: Pick<Scope<unknown>, "spaces">,
  spaces: readonly Index["space"][],
  i: number,
): Axis => ({
  kind: "index",
  name: `?${i}`,
  space: spaces[i] ?? "generic",
  place: "up",
  size: scope.spaces.indexSize(spaces[i] ?? "generic"),
});

/** All orders of 0 … n−1 with their signs. */
function permutations(n: number): readonly (readonly [number[], 1 | -1])[] {
  if (n === 0) return [[[], 1]];
  return permutations(n - 1).flatMap(([places, sign]) =>
    Array.from({ length: n }, (_, at): readonly [number[], 1 | -1] => [
      [...places.slice(0, at), n - 1, ...places.slice(at)],
      ((n - 1 - at) % 2 === 0 ? sign : -sign) as 1 | -1,
    ]),
  );
}
