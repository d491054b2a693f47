/** Wigner's symbols: two rows of three angular momenta in parentheses or braces. */
import { opaque } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { nameOf } from "./name";
import type { Reader } from "./reader";
import { isDigit, tokenOf } from "./token";

type Rows = readonly (readonly (readonly TexNode[])[])[];

/** (j_1 j_2 j_3; m_1 m_2 m_3): magnetic numbers stand below angular momenta, or zeros all. */
export function threeJ(reader: Reader, rows: Rows): Expr | undefined {
  const [above = [], below = []] = rows;
  const named =
    above.some(isMomentum) && [...above].every((cell) => isMomentum(cell) || isNumber(cell));
  const counts =
    below.some(isMagnetic) || below.every((cell) => cell.map(tokenOf).join("") === "0");
  const fits = rows.length === 2 && rows.every((row) => row.length === 3);
  return fits && named && counts ? symbolOf(reader, "3j", rows) : undefined;
}

/** {j_1 j_2 j_3; j_4 j_5 j_6} and the square one: angular momenta between braces. */
export function sixJ(reader: Reader, rows: Rows): Expr | undefined {
  const cells = rows.flat();
  const fits = (rows.length === 2 || rows.length === 3) && rows.every((row) => row.length === 3);
  if (!fits || !cells.some(isMomentum)) return undefined;
  return symbolOf(reader, rows.length === 2 ? "6j" : "9j", rows);
}

const symbolOf = (reader: Reader, what: string, rows: Rows): Expr =>
  opaque(what, ...rows.flat().map((cell) => readInside(reader, cell)));

const isMomentum = (cell: readonly TexNode[]): boolean =>
  cell.some((node) => /^[jJlLℓkS]$/u.test(nameOf(node)?.base ?? ""));

const isMagnetic = (cell: readonly TexNode[]): boolean =>
  cell.some((node) => /^[mMμ]$/u.test(nameOf(node)?.base ?? ""));

const isNumber = (cell: readonly TexNode[]): boolean =>
  cell.length > 0 &&
  cell.every((node) => isDigit(node) || /^(?:\\[dt]?frac|\/)$/.test(tokenOf(node)));
