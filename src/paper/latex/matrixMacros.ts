/** The fillings of the physics package: \imat{2}, \dmat{a,b}, \pmat{x}, \xmat{a}{2}{3} as cells and rows of the matrix around them. */
import { type Argument, readArguments } from "./arguments";
import type { TexNode } from "./node";
import { parametersFrom } from "./packages";
import { type Site, spanTo } from "./site";
import type { Token } from "./token";
import { textOf } from "./words";

/** Cells row by row; undefined where the arguments do not say how many there are. */
type Filling = (args: readonly (Argument | undefined)[], site: Site) => Cells | undefined;
type Cells = readonly (readonly (readonly TexNode[])[])[];

const identity: Filling = ([size]) => square(countOf(size), (i, j) => digit(i === j ? "1" : "0"));

const constant: Filling = ([, entry, rows, columns], site) => {
  const [height, width] = [countOf(rows), countOf(columns)];
  return height && width ? grid(height, width, () => site.inside(entry)) : undefined;
};

const zero: Filling = ([rows, columns]) => {
  const [height, width] = [countOf(rows), countOf(columns)];
  return height && width ? grid(height, width, () => digit("0")) : undefined;
};

const diagonal =
  (rising: boolean): Filling =>
  ([, list], site) => {
    const items = itemsOf(site.inside(list));
    return (
      items &&
      square(items.length, (i, j) => {
        const place = rising ? items.length - 1 - j : j;
        return i === place ? (items[i] ?? []) : digit("0");
      })
    );
  };

const pauli: Filling = ([which]) => {
  const rows = matrices[textOf(which?.tokens ?? []).trim()];
  return rows?.map((row) => row.map((entry) => [...entry].flatMap((sign) => digit(sign))));
};

const matrices: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "0": [
    ["1", "0"],
    ["0", "1"],
  ],
  "1": [
    ["0", "1"],
    ["1", "0"],
  ],
  "2": [
    ["0", "-i"],
    ["i", "0"],
  ],
  "3": [
    ["1", "0"],
    ["0", "-1"],
  ],
};
for (const [letter, number] of [
  ["x", "1"],
  ["y", "2"],
  ["z", "3"],
] as const)
  (matrices as Record<string, readonly (readonly string[])[]>)[letter] = matrices[number] ?? [];

const fillings: ReadonlyMap<string, readonly [spec: string, filling: Filling]> = new Map<
  string,
  readonly [spec: string, filling: Filling]
>([
  ...["imat", "identitymatrix"].map((name) => [name, ["m", identity]] as const),
  ...["xmat", "xmatrix"].map((name) => [name, ["s m m m", constant]] as const),
  ...["zmat", "zeromatrix"].map((name) => [name, ["m m", zero]] as const),
  ...["pmat", "paulimatrix"].map((name) => [name, ["m", pauli]] as const),
  ...["dmat", "diagonalmatrix"].map((name) => [name, ["o m", diagonal(false)]] as const),
  ...["admat", "antidiagonalmatrix"].map((name) => [name, ["o m", diagonal(true)]] as const),
]);

/** Whether the command fills a matrix; its cells are pushed, or the command itself where they cannot be told. */
export function readFilling(name: string, token: Token, site: Site): boolean {
  const [spec, filling] = fillings.get(name) ?? [];
  if (!spec || !filling) return false;
  const args = readArguments(site.stream, parametersFrom(spec));
  const span = spanTo(token, ...args);
  const starred = spec.startsWith("s") && args[0] !== undefined;
  const cells = starred ? undefined : filling(args, site);
  if (!cells)
    site.nodes.push({
      kind: "command",
      name,
      args: args.map((arg) => arg && site.inside(arg)),
      span,
    });
  cells?.forEach((row, i) => {
    if (i > 0) site.nodes.push({ kind: "row-end", span });
    row.forEach((cell, j) => {
      if (j > 0) site.nodes.push({ kind: "column", span });
      site.nodes.push(
        ...cell.map((node) => ({ ...node, span: node.span.end > 0 ? node.span : span })),
      );
    });
  });
  return true;
}

function countOf(argument: Argument | undefined): number | undefined {
  const text = textOf(argument?.tokens ?? []).trim();
  return /^[1-9]$/.test(text) ? Number(text) : undefined;
}

const digit = (text: string): readonly TexNode[] => [
  { kind: "char", text, span: { start: 0, end: 0 } },
];

const grid = (
  rows: number,
  columns: number,
  cell: (i: number, j: number) => readonly TexNode[],
): Cells =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => cell(i, j)));

const square = (
  size: number | undefined,
  cell: (i: number, j: number) => readonly TexNode[],
): Cells | undefined => (size === undefined ? undefined : grid(size, size, cell));

/** What commas part; undefined where an item is a block of its own. */
function itemsOf(nodes: readonly TexNode[]): readonly (readonly TexNode[])[] | undefined {
  if (nodes.some(({ kind }) => kind === "column" || kind === "row-end")) return undefined;
  const items: TexNode[][] = [[]];
  for (const node of nodes)
    if (node.kind === "char" && node.text === ",") items.push([]);
    else items.at(-1)?.push(node);
  return items;
}
