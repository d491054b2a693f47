/** Matrices, determinants, cases and arrays. */
import { func, matrix, opaque, zero } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Comparison, Expr } from "../../math/expr/node";
import type { Table, TexNode } from "../latex/node";
import { readInside } from "./expression";
import { gap, next, peek, type Reader } from "./reader";
import { relationOf } from "./relations";
import type { NotationRule } from "./rule";
import { splitAt } from "./split";
import { closing } from "./survey";
import { tokenOf } from "./token";
import { sixJ, threeJ } from "./wignerSymbols";

export const tables: NotationRule = {
  name: "matrices and cases",
  begins: ["<table>"],
  examples: [
    [String.raw`\begin{pmatrix}a&b\\c&d\end{pmatrix}`, "(a, b; c, d)"],
    [String.raw`\begin{vmatrix}a&b\\c&d\end{vmatrix}`, "det((a, b; c, d))"],
  ],
  read(reader) {
    const node = peek(reader);
    if (node?.kind !== "table") return undefined;
    next(reader);
    if (/cases/.test(node.environment)) return cases(reader, node);
    if (/^(?:aligned|split|gathered|alignedat|multlined)/.test(node.environment))
      return rows(reader, node);
    const wigner = /^[pB]matrix/.test(node.environment)
      ? (node.environment.startsWith("p") ? threeJ : sixJ)(reader, node.rows)
      : undefined;
    if (wigner) return wigner;
    const width = Math.max(0, ...node.rows.map((row) => row.length));
    const filled = node.rows.filter((row) => row.some((cell) => cell.length > 0));
    if (filled.length === 0) return gap(reader, [node], "an empty table");
    const found = matrix(
      filled.map((row) => Array.from({ length: width }, (_, i) => cell(reader, row[i] ?? []))),
    );
    return /^[vV]matrix/.test(node.environment) ? func("det", [found]) : found;
  },
};

/** A cell left empty is a zero. */
const cell = (reader: Reader, nodes: readonly TexNode[]): Expr =>
  nodes.length === 0 ? zero : readInside(reader, nodes);

/** value, condition; words such as "otherwise" stay as they are. */
function cases(reader: Reader, table: Table): Expr {
  return intern({
    kind: "cases",
    branches: table.rows.map((row) => {
      const [first = [], behind = []] =
        row.length > 1 ? [row[0], row.slice(1).flat()] : inOneCell(row);
      const value = readInside(reader, first);
      const condition = comparison(reader, behind);
      return condition ? { value, condition } : { value };
    }),
  });
}

/** Value and condition with no more than a comma between them. */
function inOneCell([cell = []]: readonly (readonly TexNode[])[]): (readonly TexNode[])[] {
  const items = splitAt(cell, ",");
  const last = items.at(-1) ?? [];
  const compared = items.length > 1 && last.some((node) => relationOf(node) !== undefined);
  if (!compared) return [cell, []];
  return [
    cell.slice(0, cell.length - last.length - 1),
    last.filter((node) => tokenOf(node) !== "."),
  ];
}

function comparison(reader: Reader, written: readonly TexNode[]): Comparison | undefined {
  const said = written.filter(
    (node) =>
      node.kind !== "words" || !/^(?:if|for|when|otherwise|else|,|\s)*\.?$/i.test(node.text),
  );
  const fenced = tokenOf(said[0]) === "(" && closing(said, 0) === said.length - 1;
  const nodes = fenced ? said.slice(1, -1) : said;
  const at = nodes.findIndex((node) => relationOf(node) !== undefined);
  const relation = relationOf(nodes[at]);
  if (relation)
    return {
      left: readInside(reader, nodes.slice(0, at)),
      relation,
      right: readInside(reader, nodes.slice(at + 1)),
    };
  if (nodes.length === 0) return undefined;
  const words = readInside(reader, nodes);
  return { left: words, relation: "=", right: words };
}

/** Lines of one formula set below each other read as one line. */
const rows = (reader: Reader, table: Table): Expr => {
  const lines = table.rows.map((row) => row.flat());
  return table.environment.startsWith("gather") && lines.length > 1
    ? opaque("rows", ...lines.map((line) => readInside(reader, line)))
    : readInside(reader, lines.flat());
};
