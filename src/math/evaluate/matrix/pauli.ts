/** Pauli matrices as a vector of 2×2 matrices. */
import type { Sym } from "../../expr/node";
import type { Scope } from "../scope";
import { bareAxis } from "../tensor/vector";
import { sparse, type Value } from "../value";

export function pauliVector<E>(scope: Scope<E>, sym: Sym): Value<E> {
  const { field } = scope;
  const space = scope.spaces.spaceOf(sym);
  const minus = field.neg(field.one);
  return sparse(
    field,
    [
      bareAxis(scope, "spatial"),
      { kind: "row", space, size: 2 },
      { kind: "column", space, size: 2 },
    ],
    [
      [[0, 0, 1], field.one],
      [[0, 1, 0], field.one],
      [[1, 0, 1], field.neg(field.i)],
      [[1, 1, 0], field.i],
      [[2, 0, 0], field.one],
      [[2, 1, 1], minus],
    ],
  );
}
