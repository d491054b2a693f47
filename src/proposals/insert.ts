/** A copy of the paper with one display more, where the derivation ends. */

/** Where an addition stands in the copy, in lines from 1. */
export interface Copy {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Host {
  readonly text: string;
  readonly markdown: boolean;
  /** Last line of the display that the addition follows, from 1. */
  readonly after: number;
}

export function insertDisplay(host: Host, body: string): Copy {
  return insertLines(host, displayLines(host, body));
}

/** After the paragraph, whose words may say what the display means. */
export function insertLines({ text, after }: Host, added: readonly string[]): Copy {
  const lines = text.split(/\r?\n/);
  let at = after;
  while (at < lines.length && !endsParagraph(lines[at] ?? "")) at++;
  return {
    text: [...lines.slice(0, at), "", ...added, "", ...lines.slice(at)].join("\n"),
    from: at + 2,
    to: at + 1 + added.length,
  };
}

export const displayLines = ({ markdown }: Host, body: string): readonly string[] =>
  markdown
    ? ["$$", "\\begin{aligned}", ...rowsOf(body), "\\end{aligned}", "$$"]
    : ["\\begin{align*}", ...rowsOf(body), "\\end{align*}"];

/** Blank lines inside a display would end it. */
const rowsOf = (body: string): readonly string[] =>
  body.split(/\r?\n/).filter((line) => line.trim() !== "");

const endsParagraph = (line: string): boolean =>
  line.trim() === "" ||
  /^\s*(?:\\begin\{|\\\[|\$\$|\\(?:sub)*section|\\paragraph|\\end\{document\}|#|```)/.test(line);

/** Only formulas go into a copy: nothing that defines, includes, ends something or speaks to Tacit. */
export function isFormula(latex: string): boolean {
  return (
    !/(?<!\\)%|\$|\\(?:re|provide)?newcommand|\\(?:[gex]?def|let|input|include|usepackage|catcode|write|csname|DeclareMathOperator|documentclass|verb)(?![a-zA-Z])|\\(?:begin|end)\s*\{document\}/.test(
      latex,
    ) && isBalanced(latex)
  );
}

function isBalanced(latex: string): boolean {
  const open: string[] = [];
  for (const [token, kind, name = ""] of latex.matchAll(
    /\\(begin|end)\s*\{([^{}]*)\}|\\.|[{}]/gs,
  )) {
    if (kind === "begin") open.push(name);
    else if (kind === "end") {
      if (open.pop() !== name) return false;
    } else if (/^\\[[\]()]$/.test(token)) return false;
    else if (token === "{") open.push("{");
    else if (token === "}" && open.pop() !== "{") return false;
  }
  return open.length === 0;
}
