/** σ^μ = (1, σ) and σ̄^μ = (1, −σ) of two-component spinors. */
import type { Sym } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { placeholder } from "../tensor/generic";
import { bareAxis } from "../tensor/vector";
import { type Axis, relabel, sparse, type Value } from "../value";

/** σ and σ̄, not σ_a or σ′. */
export const isWeyl = (sym: Sym): boolean => /^σ[\u0304\u0305]?$/u.test(sym.name.normalize("NFD"));

/** σ^μ as it stands in p·σ: a vector of matrices. */
export const weylVector = <E>(scope: Scope<E>, sym: Sym): Value<E> =>
  relabel(weylMatrices(scope, sym), (axis) =>
    axis.kind === "index" ? bareAxis(scope, "lorentz") : axis,
  );

export function weylMatrices<E>(scope: Scope<E>, sym: Sym): Value<E> {
  const name = sym.name.normalize("NFD");
  if (!isWeyl(sym)) throw new Beyond(`the two-component matrices ${sym.name}`);
  if (scope.world.dimension !== 4 || scope.conventions.metric !== "mostly-minus")
    throw new Beyond("two-component matrices outside the mostly-minus metric");
  const { field } = scope;
  const sign =
    name.includes("\u0304") || name.includes("\u0305") ? field.neg(field.one) : field.one;
  const space = scope.spaces.spaceOf(sym);
  const minus = field.neg(sign);
  const axes: Axis[] = [
    { kind: "index", name: placeholder(0), space: "lorentz", place: "up", size: 4 },
    { kind: "row", space, size: 2 },
    { kind: "column", space, size: 2 },
  ];
  return sparse(field, axes, [
    [[0, 0, 0], field.one],
    [[0, 1, 1], field.one],
    [[1, 0, 1], sign],
    [[1, 1, 0], sign],
    [[2, 0, 1], field.mul(minus, field.i)],
    [[2, 1, 0], field.mul(sign, field.i)],
    [[3, 0, 0], sign],
    [[3, 1, 1], minus],
  ]);
}
