/** As many rows and columns of a matrix as it has rank, and how to solve for them. */
import type { Field } from "../number/field";
import { sizeOf } from "./size";

interface Invertible<E> {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** x with M x = values, for the rows and columns chosen. */
  solve(values: readonly E[]): readonly E[];
}

/** A row of the matrix as it is by now, and how it is made of the rows there were. */
interface Line<E> {
  readonly entries: readonly E[];
  readonly made: readonly E[];
}

export function invertible<E>(field: Field<E>, columns: readonly (readonly E[])[]): Invertible<E> {
  const height = columns[0]?.length ?? 0;
  const unit = (i: number, k: number): E => (i === k ? field.one : field.zero);
  const lines: Line<E>[] = Array.from({ length: height }, (_, i) => ({
    entries: columns.map((column) => column[i] as E),
    made: Array.from({ length: height }, (_, k) => unit(i, k)),
  }));
  const chosen: { readonly row: number; readonly column: number }[] = [];
  for (const column of columns.keys()) {
    const row = lines.reduce<number | undefined>((best, { entries }, i) => {
      if (chosen.some((pivot) => pivot.row === i)) return best;
      const size = sizeOf(field, entries[column] as E);
      const least = best === undefined ? 1e-9 : sizeOf(field, lines[best]?.entries[column] as E);
      return size > least ? i : best;
    }, undefined);
    if (row === undefined) continue;
    chosen.push({ row, column });
    const pivot = lines[row] as Line<E>;
    const over = field.div(field.one, pivot.entries[column] as E);
    const scaled = {
      entries: pivot.entries.map((entry) => field.mul(over, entry)),
      made: pivot.made.map((entry) => field.mul(over, entry)),
    };
    lines.forEach((line, i) => {
      const by = line.entries[column] as E;
      if (i === row) lines[i] = scaled;
      else if (!field.isZero(by))
        lines[i] = {
          entries: less(field, line.entries, by, scaled.entries),
          made: less(field, line.made, by, scaled.made),
        };
    });
  }
  const rows = chosen.map(({ row }) => row);
  return {
    rows,
    columns: chosen.map(({ column }) => column),
    solve: (values) =>
      chosen.map(({ row }) =>
        rows.reduce(
          (sum, from, i) => field.add(sum, field.mul(lines[row]?.made[from] as E, values[i] as E)),
          field.zero,
        ),
      ),
  };
}

const less = <E>(field: Field<E>, line: readonly E[], by: E, from: readonly E[]): readonly E[] =>
  line.map((entry, i) => field.sub(entry, field.mul(by, from[i] as E)));
