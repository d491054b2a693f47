/** Dirac matrices in any even dimension, as signed permutations; γ5, projectors and C in four. */
import { add, join, multiply, unit } from "../contraction";
import { fixture } from "../fixture";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { dirac } from "../spaces";
import { placeholder } from "../tensor/generic";
import { metricSign } from "../tensor/metric";
import { type Axis, component, relabel, scalarValue, scaleBy, sparse, type Value } from "../value";
import { written } from "./representation";

/** γ^μ with its upper index under a placeholder name. */
export function gamma<E>(scope: Scope<E>): Value<E> {
  const { representation, world, conventions } = scope;
  if (representation) return written(scope, representation);
  return fixture(scope, `γ ${world.dimension} ${conventions.metric}`, () => matrices(scope));
}

function matrices<E>(scope: Scope<E>): Value<E> {
  const { field } = scope;
  const d = scope.world.dimension;
  if (d % 2 === 1) throw new Beyond("Dirac matrices in an odd number of dimensions");
  const size = 2 ** (d / 2);
  const axes: Axis[] = [
    { kind: "index", name: placeholder(0), space: "lorentz", place: "up", size: d },
    { kind: "row", space: dirac, size },
    { kind: "column", space: dirac, size },
  ];
  const phases = [field.one, field.i, field.neg(field.one), field.neg(field.i)];
  const listed: [number[], E][] = [];
  for (let mu = 0; mu < d; mu++)
    for (let row = 0; row < size; row++) {
      const [column, phase] = entryOf(mu, row);
      const turned = metricSign(scope, mu) > 0 ? phase : (phase + 1) % 4;
      listed.push([[mu, row, column], phases[turned] as E]);
    }
  return sparse(field, axes, listed);
}

/** Column and power of i of the only entry in a row of the μ-th Euclidean matrix Z⊗…⊗Z⊗(X or Y)⊗1⊗…. */
function entryOf(mu: number, row: number): [number, number] {
  const block = mu >> 1;
  let phase = 0;
  for (let j = 0; j < block; j++) if ((row >> j) & 1) phase += 2;
  if (mu & 1) phase += (row >> block) & 1 ? 1 : 3;
  return [row ^ (1 << block), phase % 4];
}

export const gammaZero = <E>(scope: Scope<E>): Value<E> => {
  const zero = component(gamma(scope), 0, 0);
  return metricSign(scope, 0) > 0 ? zero : scaleBy(scope.field, scope.field.i, zero);
};

const one = <E>(scope: Scope<E>): Value<E> => unit(scope, dirac, 2 ** (scope.world.dimension / 2));

/** γ5 = iγ⁰γ¹γ²γ³, with the signature that squares it to one. */
export function gamma5<E>(scope: Scope<E>): Value<E> {
  if (scope.conventions.dim === "d") throw new Beyond("γ5 in d dimensions");
  if (scope.world.dimension !== 4) throw new Beyond("γ5 outside four dimensions");
  const all = gamma(scope);
  const chain = multiply(
    scope,
    [0, 1, 2, 3].map((mu) => component(all, 0, mu)),
  );
  const { field } = scope;
  const square = scope.conventions.metric === "euclidean" ? field.one : field.i;
  return scaleBy(field, square, chain);
}

/** (1 ± γ5)/2. */
export const projector = <E>(scope: Scope<E>, sign: 1 | -1): Value<E> => {
  const { field } = scope;
  const half = field.rational(1n, 2n);
  return add(scope, [
    scaleBy(field, half, one(scope)),
    scaleBy(field, sign > 0 ? half : field.neg(half), gamma5(scope)),
  ]);
};

/** C = iγ²γ⁰. */
export function chargeConjugation<E>(scope: Scope<E>): Value<E> {
  if (scope.world.dimension !== 4) throw new Beyond("charge conjugation outside four dimensions");
  const all = gamma(scope);
  return scaleBy(
    scope.field,
    scope.field.i,
    join(scope, component(all, 0, 2), component(all, 0, 0)),
  );
}

/** σ^{μν} = (i/2)[γ^μ,γ^ν]. */
export const sigmaTensor = <E>(scope: Scope<E>): Value<E> =>
  scope.representation
    ? commutators(scope)
    : fixture(scope, `σ ${scope.world.dimension} ${scope.conventions.metric}`, () =>
        commutators(scope),
      );

function commutators<E>(scope: Scope<E>): Value<E> {
  const { field } = scope;
  const first = gamma(scope);
  const second = relabel(first, (axis) =>
    axis.kind === "index" ? { ...axis, name: placeholder(1) } : axis,
  );
  const half = scalarValue(field, field.mul(field.i, field.rational(1n, 2n)));
  return add(scope, [
    join(scope, half, join(scope, first, second)),
    join(scope, scaleBy(field, field.neg(field.one), half), join(scope, second, first)),
  ]);
}
