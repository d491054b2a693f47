/** Inverses and determinants of square matrices, by elimination in any kind of number. */
import { Beyond, type Field, Undefined } from "../number/field";
import type { Scope } from "../scope";
import {
  type Axis,
  arrange,
  isScalar,
  scalarOf,
  scalarValue,
  tabulate,
  type Value,
} from "../value";

/** Terms this much larger than their sum: the sum is zero as far as the kind of number can tell. */
const lostInRounding = { prime: Number.POSITIVE_INFINITY, double: 1e12, digits: 1e42 };

export function inverseOf<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const { field } = scope;
  if (isScalar(value)) {
    const entry = scalarOf(field, value);
    const result = field.div(field.one, entry);
    const relative = value.scale / (field.magnitude(entry) || 1);
    if (relative > lostInRounding[field.kind]) throw new Undefined("pole");
    return scalarValue(field, result, field.magnitude(result) * Math.max(1, relative));
  }
  const { row, column, size, dense } = square(field, value);
  scope.spend(size ** 3);
  const { inverse } = eliminate(field, dense, size);
  return tabulate(field, [row, column], ([i = 0, k = 0]) => inverse[i]?.[k]);
}

export function determinant<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const { field } = scope;
  if (isScalar(value)) return value;
  const { size, dense } = square(field, value);
  scope.spend(size ** 3);
  const scale = dense.reduce(
    (product, line) =>
      product * line.reduce((most, entry) => Math.max(most, field.magnitude(entry)), 0),
    1,
  );
  return scalarValue(field, determinantOf(field, dense, size), scale);
}

interface Square<E> {
  readonly row: Axis;
  readonly column: Axis;
  readonly size: number;
  readonly dense: E[][];
}

/** The rows of a square matrix. */
function square<E>(field: Field<E>, value: Value<E>): Square<E> {
  const [first, second] = value.axes;
  if (value.axes.length !== 2 || !first || !second)
    throw new Beyond("the inverse or determinant of this");
  const row = first.kind === "column" ? second : first;
  const column = row === first ? second : first;
  if (row.size !== column.size) throw new Beyond("the inverse of a matrix that is not square");
  const arranged = arrange(value, [row, column]);
  const size = row.size;
  const dense = Array.from({ length: size }, () => new Array<E>(size).fill(field.zero));
  arranged.keys.forEach((key, n) => {
    (dense[Math.floor(key / size)] as E[])[key % size] = arranged.entries[n] as E;
  });
  return { row, column, size, dense };
}

/** The pivot row from `column` on: the largest, so that doubles stay accurate. */
function pivotRow<E>(field: Field<E>, rows: readonly E[][], column: number): number {
  let best = column;
  for (let i = column + 1; i < rows.length; i++)
    if (
      field.magnitude((rows[i] as E[])[column] as E) >
      field.magnitude((rows[best] as E[])[column] as E)
    )
      best = i;
  return best;
}

function eliminate<E>(field: Field<E>, matrix: readonly E[][], size: number): { inverse: E[][] } {
  const rows = matrix.map((line, i) => [
    ...line,
    ...Array.from({ length: size }, (_, k) => (i === k ? field.one : field.zero)),
  ]);
  for (let c = 0; c < size; c++) {
    const p = pivotRow(field, rows, c);
    const pivot = (rows[p] as E[])[c] as E;
    if (field.isZero(pivot)) throw new Undefined("a matrix without inverse");
    [rows[c], rows[p]] = [rows[p] as E[], rows[c] as E[]];
    const over = field.div(field.one, pivot);
    const line = (rows[c] as E[]).map((entry) => field.mul(over, entry));
    rows[c] = line;
    for (let i = 0; i < size; i++) {
      const factor = (rows[i] as E[])[c] as E;
      if (i === c || field.isZero(factor)) continue;
      rows[i] = (rows[i] as E[]).map((entry, k) =>
        field.sub(entry, field.mul(factor, line[k] as E)),
      );
    }
  }
  return { inverse: rows.map((line) => line.slice(size)) };
}

/** By expansion while small, which needs no pivots and so works for power series too. */
function determinantOf<E>(field: Field<E>, matrix: readonly E[][], size: number): E {
  if (size === 0) return field.one;
  if (size <= 3) return expansion(field, matrix);
  const rows = matrix.map((line) => [...line]);
  let result = field.one;
  for (let c = 0; c < size; c++) {
    const p = pivotRow(field, rows, c);
    const pivot = (rows[p] as E[])[c] as E;
    if (field.isZero(pivot)) return field.zero;
    if (p !== c) {
      [rows[c], rows[p]] = [rows[p] as E[], rows[c] as E[]];
      result = field.neg(result);
    }
    result = field.mul(result, pivot);
    const line = rows[c] as E[];
    for (let i = c + 1; i < size; i++) {
      const factor = field.div((rows[i] as E[])[c] as E, pivot);
      if (field.isZero(factor)) continue;
      rows[i] = (rows[i] as E[]).map((entry, k) =>
        field.sub(entry, field.mul(factor, line[k] as E)),
      );
    }
  }
  return result;
}

function expansion<E>(field: Field<E>, matrix: readonly E[][]): E {
  const [top, ...rest] = matrix;
  if (!top) return field.one;
  let total = field.zero;
  top.forEach((entry, k) => {
    if (field.isZero(entry)) return;
    const minor = rest.map((line) => line.filter((_, n) => n !== k));
    const term = field.mul(entry, expansion(field, minor));
    total = k % 2 === 0 ? field.add(total, term) : field.sub(total, term);
  });
  return total;
}
