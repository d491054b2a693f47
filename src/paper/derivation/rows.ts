/** A display as rows of columns: which cells belong together is decided by its environment. */
import type { Display } from "../latex/manuscript";
import type { TexNode } from "../latex/node";

/** Cells that make one statement: what stands before the `&` and what stands after it. */
export interface Column {
  readonly before: readonly TexNode[];
  readonly after: readonly TexNode[];
  /** False in a row without `&`. */
  readonly aligned: boolean;
}

export interface Row {
  readonly columns: readonly Column[];
  /** `\intertext` before this row. */
  readonly words: string;
}

export interface Layout {
  readonly rows: readonly Row[];
  /** A row without relation or operator at its start still continues: multline, and displays of one formula. */
  readonly flows: boolean;
}

type Cells = readonly (readonly TexNode[])[];

/** One layout for each independent stack of rows: usually one. */
export function layouts(display: Display): readonly Layout[] {
  const own = display.environment.replace(/\*$/, "");
  const tables = nestedTables(display.nodes);
  if (tables)
    return tables.map((table) => layout(table.environment.replace(/\*$/, ""), table.rows));
  return [layout(own, split(display.nodes))];
}

const pairs = /^(align|alignat|xalignat|xxalignat|flalign|split|aligned|alignedat)$/;
const flowing = /^(multline|multlined|equation|displaymath|\\\[|\$\$|math|dmath|split|aligned)$/;

const layout = (environment: string, rows: readonly Cells[]): Layout => ({
  rows: rows.flatMap(parted).map((cells) => row(cells, pairs.test(environment))),
  flows: flowing.test(environment),
});

/** `\\intertext` begins a row, whether or not the one before it was ended. */
function parted(cells: Cells): readonly Cells[] {
  for (const [at, cell] of cells.entries()) {
    const place = cell.findIndex((node) => isIntertext(node));
    const isFirst = at === 0 && cell.slice(0, place).every((node) => isTrim(node));
    if (place < 0 || isFirst) continue;
    const first = [...cells.slice(0, at), cell.slice(0, place)];
    return [first, ...parted([cell.slice(place), ...cells.slice(at + 1)])];
  }
  return [cells];
}

const isIntertext = (node: TexNode): boolean =>
  node.kind === "command" && node.name === "intertext";

function row(cells: Cells, paired: boolean): Row {
  const words: string[] = [];
  const clean = cells.map((cell) =>
    cell.filter((node) => {
      if (node.kind !== "command" || !isIntertext(node)) return true;
      const [inner] = node.args[0] ?? [];
      words.push(inner?.kind === "words" ? inner.text : "");
      return false;
    }),
  );
  const columns: Column[] = [];
  if (!paired || clean.length < 2) {
    const [first = [], ...rest] = clean;
    columns.push({ before: first, after: rest.flat(), aligned: clean.length > 1 });
  } else
    for (let i = 0; i < clean.length; i += 2)
      columns.push({ before: clean[i] ?? [], after: clean[i + 1] ?? [], aligned: true });
  return { columns, words: words.join(" ") };
}

/** The aligned tables a display consists of, with a brace or punctuation around them at most. */
function nestedTables(nodes: readonly TexNode[]) {
  const tables = [];
  for (const node of nodes) {
    if (
      node.kind === "table" &&
      /^(split|aligned|alignedat|gathered|multlined|align|gather|array|cases|eqnarray)\*?$/.test(
        node.environment,
      )
    ) {
      if (
        /^(array|cases)/.test(node.environment) &&
        !node.rows.every((cells) => cells.flat().some(isEquals))
      )
        return undefined;
      tables.push(node);
    } else if (!isTrim(node)) return undefined;
  }
  return tables.length ? tables : undefined;
}

const isEquals = (node: TexNode): boolean => node.kind === "char" && node.text === "=";

/** Spaces, punctuation, and the braces drawn beside a system of equations. */
const isTrim = (node: TexNode): boolean =>
  (node.kind === "command" && node.name === "quad") ||
  (node.kind === "char" && /^[.,;]$/.test(node.text)) ||
  (node.kind === "fence" && /^(\\[{}]|)$/.test(node.delimiter)) ||
  node.kind === "row-end";

/** The rows of nodes that stand in the display itself. */
function split(nodes: readonly TexNode[]): Cells[] {
  const rows: TexNode[][][] = [[[]]];
  for (const node of nodes) {
    if (node.kind === "row-end") rows.push([[]]);
    else if (node.kind === "column") rows.at(-1)?.push([]);
    else rows.at(-1)?.at(-1)?.push(node);
  }
  return rows;
}
