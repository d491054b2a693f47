/** Explicit matrices, columns and rows, entry by entry; tuples of components. */
import type { Matrix, Tuple } from "../../expr/node";
import { join, unit } from "../contraction";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { bareAxis } from "../tensor/vector";
import { type Axis, isScalar, scalarOf, sparse, type Value } from "../value";
import { blockMatrix } from "./blocks";

export function matrixValue<E>(scope: Scope<E>, node: Matrix): Value<E> {
  const rows = node.rows.length;
  const columns = node.rows[0]?.length ?? 0;
  if (rows === 0 || columns === 0 || node.rows.some((line) => line.length !== columns))
    throw new Beyond("a matrix with lines of different length");
  const blocks = scope.nested ? undefined : scope.spaces.blocks;
  const inner = blocks ? { ...scope, nested: true, memo: new Map() } : scope;
  const entries = node.rows.map((line) => line.map((entry) => valueIn(inner, entry)));
  const named = (size: number): string => scope.spaces.explicit(size);
  if (!entries.flat().every(isScalar)) return blockMatrix(scope, entries, named);
  if (blocks?.count === rows && blocks.count === columns) {
    const one = unit(scope, blocks.space, scope.spaces.matrixSize(blocks.space));
    return blockMatrix(
      scope,
      entries.map((line) => line.map((entry) => join(scope, entry, one))),
      named,
    );
  }
  const size = Math.max(rows, columns);
  const space = named(size);
  const row: Axis = { kind: "row", space, size };
  const column: Axis = { kind: "column", space, size };
  const axes =
    columns === 1 && rows > 1 ? [row] : rows === 1 && columns > 1 ? [column] : [row, column];
  if (rows !== columns && axes.length === 2) throw new Beyond("a matrix that is not square");
  const listed = entries.flatMap((line, i) =>
    line.map((entry, k) => {
      const at = axes.length === 2 ? [i, k] : [Math.max(i, k)];
      return [at, scalarOf(scope.field, entry, "a number as matrix entry")] as const;
    }),
  );
  const scale = Math.max(...entries.flat().map((entry) => entry.scale));
  return { ...sparse(scope.field, axes, listed), scale };
}

/** (E, 𝐩): the upper components of a four-vector or three-vector. */
export function tupleValue<E>(scope: Scope<E>, node: Tuple): Value<E> {
  const { field, world } = scope;
  let scale = 0;
  const entries = node.items.flatMap((item): E[] => {
    const value = valueIn(scope, item);
    scale = Math.max(scale, value.scale);
    if (value.axes.length === 0) return [scalarOf(field, value)];
    const [axis, ...more] = value.axes;
    if (!axis || more.length > 0 || axis.kind !== "index")
      throw new Beyond("a tuple of these components");
    const dense = new Array<E>(axis.size).fill(field.zero);
    value.keys.forEach((key, i) => {
      dense[key] = value.entries[i] as E;
    });
    return dense;
  });
  const space =
    entries.length === world.dimension ? "lorentz" : entries.length === 3 ? "spatial" : undefined;
  if (!space) throw new Beyond("a tuple of this length");
  const listed = sparse(
    field,
    [bareAxis(scope, space)],
    entries.map((entry, i) => [[i], entry] as const),
  );
  return { ...listed, scale };
}
