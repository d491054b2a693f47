/** One formula on its own, with its macros given by name: the way in for `verify` and `read`. */
import { buildFormula } from "./build";
import { emptyTable, type MacroTable } from "./macro";
import type { TexNode } from "./node";
import type { Problem } from "./problem";
import { type Reading, TokenStream } from "./stream";
import { lexer } from "./token";

export interface FormulaSource {
  readonly source: string;
  /** Spans are offsets in `source`. */
  readonly nodes: readonly TexNode[];
  readonly problems: readonly Problem[];
}

/** `macros` maps a name (with or without backslash) to a whole definition, or to a body with #1 … #9. */
export function parseFormula(
  latex: string,
  macros: Readonly<Record<string, string>> = {},
): FormulaSource {
  const problems: Problem[] = [];
  const table = macroTable(macros, problems);
  const [from, to] = withoutDollars(latex);
  const stream = new TokenStream(
    lexer(latex, from, to),
    readingOf("formula", latex, table, problems),
    true,
  );
  const nodes: TexNode[] = [];
  for (;;) {
    const { nodes: found, ending } = buildFormula(stream, []);
    nodes.push(...found);
    if (ending.by === "text") return { source: latex, nodes, problems };
    stream.problem(ending.span.start, `\\end{${ending.name}} has no \\begin.`, "Remove it.");
  }
}

/** A table with these definitions in it. */
function macroTable(macros: Readonly<Record<string, string>>, problems: Problem[]): MacroTable {
  const table = emptyTable();
  for (const [name, definition] of Object.entries(macros)) {
    const source = isDefinition(definition) ? definition : asDefinition(name, definition);
    const stream = new TokenStream(
      lexer(source, 0, source.length, { package: true }),
      readingOf("macros", source, table, problems),
      false,
    );
    while (stream.next());
  }
  return table;
}

const isDefinition = (text: string): boolean =>
  /\\([gex]?def|let|(re)?newcommand|providecommand|DeclareMathOperator|DeclarePairedDelimiter|(re)?newenvironment|(New|Renew|Provide|Declare)DocumentCommand|DeclareRobustCommand)\b/.test(
    text,
  );

function asDefinition(name: string, body: string): string {
  const count = Math.max(0, ...[...body.matchAll(/#([1-9])/g)].map((match) => Number(match[1])));
  return `\\newcommand{\\${name.replace(/^\\/, "")}}${count ? `[${count}]` : ""}{${body}}`;
}

const readingOf = (
  file: string,
  text: string,
  macros: MacroTable,
  problems: Problem[],
): Reading => ({
  file,
  macros,
  problems,
  lineOf: (offset) => text.slice(0, offset).split("\n").length,
  spent: { total: 0 },
});

/** `$…$`, `$$…$$`, `\(…\)`, `\[…\]` around the whole formula are not part of it. */
function withoutDollars(latex: string): readonly [number, number] {
  const match = /^\s*(\$\$|\$|\\\(|\\\[)/.exec(latex);
  const end = /(\$\$|\$|\\\)|\\\])\s*$/.exec(latex);
  const partner = { $: "$", $$: "$$", "\\(": "\\)", "\\[": "\\]" }[match?.[1] ?? ""];
  return match && end && end[1] === partner && end.index >= match[0].length
    ? [match[0].length, end.index]
    : [0, latex.length];
}
