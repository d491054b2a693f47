/** The body of one display or inline formula, read to where it ends. */
import { readArguments } from "./arguments";
import { buildFormula } from "./build";
import { headings } from "./environments";
import type { TexNode } from "./node";
import type { Ending } from "./site";
import type { TokenStream } from "./stream";
import { environmentParameters } from "./table";
import type { Token } from "./token";
import { textOf } from "./words";

export interface Body {
  readonly nodes: readonly TexNode[];
  readonly labels: readonly string[];
  readonly end: number;
  /** False where it ran into the end of a paragraph or of the text. */
  readonly closed: boolean;
}

/** What stands between `\begin{environment}` (already read) and its `\end`. */
export function environmentBody(stream: TokenStream, environment: string, begin: Token): Body {
  readArguments(stream, [...bodyParameters(environment), ...environmentParameters(environment)]);
  const atParagraph = !closes(stream, environment);
  const body = readBody(stream, (token) => {
    if (token.kind === "paragraph") return atParagraph;
    return token.kind === "command" && headings.has(token.text);
  });
  const { ending } = body;
  const closed = ending.by === "end" && ending.name === environment;
  if (!closed) {
    const what =
      ending.by === "end"
        ? `\\end{${ending.name}} closes \\begin{${environment}}.`
        : `\\begin{${environment}} has no \\end.`;
    stream.problem(begin.start, what, `Add \\end{${environment}}.`);
  }
  return {
    nodes: body.nodes,
    labels: body.labels,
    end: ending.span.end,
    closed: ending.by === "end",
  };
}

const bodyParameters = (environment: string) =>
  environment.startsWith("IEEE")
    ? ([{ kind: "optional", open: "[", close: "]" }, { kind: "mandatory" }] as const)
    : environment.startsWith("empheq")
      ? ([{ kind: "optional", open: "[", close: "]" }, { kind: "mandatory" }] as const)
      : [];

/** Whether an `\end` of this environment comes before the next `\begin` of it; unknown counts as yes. */
function closes(stream: TokenStream, environment: string): boolean {
  const lexer = stream.lexer;
  if (!lexer) return true;
  const end = lexer.text.indexOf(`\\end{${environment}}`, lexer.offset());
  if (end < 0) return false;
  const begin = lexer.text.indexOf(`\\begin{${environment}}`, lexer.offset());
  return begin < 0 || end < begin;
}

/** `$ … $`, `$$ … $$`, `\( … \)`, `\[ … \]`, the opening already read. */
export function delimitedBody(
  stream: TokenStream,
  opening: "$" | "$$" | "\\(" | "\\[",
  begin: Token,
): Body {
  const body = readBody(stream, (token) => {
    if (token.kind === "paragraph") return true;
    if (opening === "\\[") return token.kind === "command" && token.text === "]";
    if (opening === "\\(") return token.kind === "command" && token.text === ")";
    return token.kind === "char" && token.text === "$";
  });
  const { ending } = body;
  let end = ending.span.end;
  let closed = ending.by === "token" && !/^\n/.test(ending.name);
  if (opening === "$$" && closed) {
    const second = stream.raw();
    if (second?.kind === "char" && second.text === "$") end = second.end;
    else {
      if (second) stream.unread(second);
      closed = false;
    }
  }
  if (!closed) {
    stream.problem(
      begin.start,
      `The formula opened with ${opening} here is not closed.`,
      "Close it before the paragraph ends.",
    );
    if (ending.by === "token" && /^\n/.test(ending.name)) {
      end = ending.span.start;
      stream.unread({ kind: "paragraph", text: "\n\n", ...ending.span });
    }
  }
  return { nodes: body.nodes, labels: body.labels, end, closed };
}

/** Everything that is left: the body of a fence in Markdown. */
export function wholeBody(stream: TokenStream): Body {
  const { nodes, labels, ending } = readBody(stream, () => false);
  const end = nodes.at(-1)?.span.end ?? ending.span.end;
  return { nodes, labels, end, closed: true };
}

function readBody(
  stream: TokenStream,
  stops: (token: Token) => boolean,
): {
  readonly nodes: readonly TexNode[];
  readonly labels: readonly string[];
  readonly ending: Ending;
} {
  const labels: string[] = [];
  const outside = stream.math;
  stream.math = true;
  stream.renew();
  const { nodes, ending } = buildFormula(stream, labels, stops);
  stream.math = outside;
  return { nodes, labels, ending };
}

/** The name in `\begin{…}` or `\end{…}`. */
export const environmentName = (
  stream: TokenStream,
): { readonly name: string; readonly end: number } => {
  const [argument] = readArguments(stream, [{ kind: "mandatory" }]);
  return { name: textOf(argument?.tokens ?? []), end: argument?.end ?? 0 };
};
