/** As many linear equations as unknowns. */
import { type Field, Undefined } from "../number/field";
import { tiny } from "./size";

/** Throws `Undefined` where the equations depend on each other. */
export function solveSquare<E>(
  field: Field<E>,
  matrix: readonly (readonly E[])[],
  right: readonly E[],
): readonly E[] {
  const rows = matrix.map((line, i) => [...line, right[i] as E]);
  for (let c = 0; c < rows.length; c++) {
    let p = c;
    for (let i = c + 1; i < rows.length; i++)
      if (field.magnitude(rows[i]?.[c] as E) > field.magnitude(rows[p]?.[c] as E)) p = i;
    [rows[c], rows[p]] = [rows[p] as E[], rows[c] as E[]];
    const pivot = rows[c]?.[c] as E;
    if (tiny(field, pivot)) throw new Undefined("constraint: equations that depend on each other");
    const line = (rows[c] as E[]).map((entry) => field.div(entry, pivot));
    rows[c] = line;
    for (let i = 0; i < rows.length; i++) {
      if (i === c) continue;
      const factor = rows[i]?.[c] as E;
      rows[i] = (rows[i] as E[]).map((entry, k) =>
        field.sub(entry, field.mul(factor, line[k] as E)),
      );
    }
  }
  return rows.map((line) => line[rows.length] as E);
}
