/** Explicit matrices as sums of their entries times the matrices with a single one. */
import { num, opaque } from "../expr/build";
import type { Expr } from "../expr/node";

const name = "unit";

/** The matrix of this size with a one in row i and column j. */
export const matrixUnit = (i: number, j: number, rows: number, columns: number): Expr =>
  opaque(name, num(i), num(j), num(rows), num(columns));

export const isMatrixUnit = (letter: Expr): boolean =>
  letter.kind === "opaque" && letter.what === name;

/** E_ij E_jl = E_il, one where a row meets a column; zero where the middle indices differ; undefined where nothing is known. */
export function matrixUnits(a: Expr, b: Expr): Expr | "zero" | "one" | undefined {
  if (a.kind !== "opaque" || b.kind !== "opaque" || !isMatrixUnit(a) || !isMatrixUnit(b))
    return undefined;
  const [i, j, rows, inner] = a.parts;
  const [k, l, again, columns] = b.parts;
  if (!i || !l || !rows || !columns || inner !== again) return undefined;
  if (j !== k) return "zero";
  return rows === num(1) && columns === num(1) ? "one" : opaque(name, i, l, rows, columns);
}
