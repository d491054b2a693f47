/** Environments inside a formula, and matrices given as commands: rows of cells. */
import { nextSolid, readArguments } from "./arguments";
import type { Parameter } from "./macro";
import type { TexNode } from "./node";
import { parametersFrom } from "./packages";
import { type Site, spanTo, tooDeep } from "./site";
import type { Token } from "./token";
import { textOf } from "./words";

const parameters: Readonly<Record<string, readonly Parameter[]>> = {
  array: parametersFrom("o m"),
  aligned: parametersFrom("o"),
  alignedat: parametersFrom("o m"),
  alignat: parametersFrom("m"),
  xalignat: parametersFrom("m"),
  gathered: parametersFrom("o"),
  multlined: parametersFrom("o"),
  tabular: parametersFrom("o m"),
  pmatrix: parametersFrom("o"),
  subarray: parametersFrom("m"),
};

/** What an environment takes before its body. */
export const environmentParameters = (environment: string): readonly Parameter[] =>
  parameters[environment.replace(/\*$/, "")] ?? [];

/** `\begin{…}` has been read; an author's own environment becomes what it stands for. */
export function readEnvironment(token: Token, site: Site): void {
  const { stream, nodes } = site;
  const [argument] = readArguments(stream, [{ kind: "mandatory" }]);
  const environment = textOf(argument?.tokens ?? []);
  const author = stream.reading.macros.environments.get(environment);
  if (author) {
    const args = readArguments(stream, author.parameters);
    const span = spanTo(token, argument, ...args);
    stream.unread(
      ...author.begin.flatMap((part) =>
        part.kind === "parameter"
          ? (args[Number(part.text) - 1]?.tokens ?? [])
          : [{ ...part, ...span }],
      ),
    );
    return;
  }
  if (tooDeep(site, token)) return;
  readArguments(stream, environmentParameters(environment));
  const rows = /^(aligned|alignedat|split|gathered|multlined|array|align|gather)/.test(environment);
  const { nodes: inner, ending } = site.upToEnd(rows);
  if (ending.by !== "end")
    stream.problem(
      token.start,
      `\\begin{${environment}} has no \\end.`,
      `Add \\end{${environment}}.`,
    );
  else if (ending.name !== environment && !stream.reading.macros.environments.has(ending.name))
    stream.problem(
      ending.span.start,
      `\\end{${ending.name}} closes \\begin{${environment}}.`,
      "Make the names agree.",
    );
  const span = { start: token.start, end: Math.max(token.end, ending.span.end) };
  nodes.push({ kind: "table", environment, rows: rowsOf(inner), span });
}

const pairs: readonly (readonly [open: string, close: string, environment: string])[] = [
  ["(", ")", "pmatrix"],
  ["[", "]", "bmatrix"],
  ["|", "|", "vmatrix"],
];

/** `\mqty(a & b \\ c & d)`: the delimiters choose the matrix. */
export function readMatrix(environment: string, token: Token, site: Site): void {
  const { stream, nodes } = site;
  readArguments(stream, [{ kind: "flag", text: "*" }]);
  const next = nextSolid(stream);
  const pair = pairs.find(([open]) => next?.kind === "char" && next.text === open);
  const [argument] = readArguments(
    stream,
    pair ? [{ kind: "optional", open: pair[0], close: pair[1] }] : [{ kind: "mandatory" }],
  );
  nodes.push({
    kind: "table",
    environment: pair ? pair[2] : environment,
    rows: rowsOf(site.inside(argument)),
    span: spanTo(token, argument),
  });
}

/** Cells between `&`, rows between `\\`; a last empty row is none. */
function rowsOf(nodes: readonly TexNode[]): TexNode[][][] {
  const rows: TexNode[][][] = [[[]]];
  for (const node of nodes) {
    if (node.kind === "row-end") rows.push([[]]);
    else if (node.kind === "column") rows.at(-1)?.push([]);
    else rows.at(-1)?.at(-1)?.push(node);
  }
  const last = rows.at(-1);
  if (last?.length === 1 && last[0]?.length === 0) rows.pop();
  return rows;
}
