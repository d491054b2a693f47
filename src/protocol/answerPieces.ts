/** A model's answer as prose and displays, while it grows and when it is whole. */

export type AnswerPiece =
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "display"; readonly latex: string };

const environments =
  "equation|align|aligned|gather|gathered|multline|eqnarray|alignat|flalign|split";
const display = new RegExp(
  [
    String.raw`\$\$([\s\S]+?)\$\$`,
    String.raw`\\\[([\s\S]+?)\\\]`,
    String.raw`\\begin\{((?:${environments})\*?)\}([\s\S]+?)\\end\{\3\}`,
  ].join("|"),
  "g",
);

/** A display that is not closed yet is prose, shown as it stands. */
export function answerPieces(answer: string): readonly AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  let from = 0;
  for (const match of answer.matchAll(display)) {
    const before = answer.slice(from, match.index);
    if (before.trim()) pieces.push({ kind: "prose", text: before });
    const latex = bodyOf(match[1] ?? match[2] ?? match[4] ?? "");
    if (latex) pieces.push({ kind: "display", latex });
    from = match.index + match[0].length;
  }
  const rest = answer.slice(from);
  if (rest.trim()) pieces.push({ kind: "prose", text: rest });
  return pieces;
}

/** Rows and columns without the environment around them. */
function bodyOf(latex: string): string {
  const inner = new RegExp(
    String.raw`^\s*\\begin\{((?:${environments})\*?)\}([\s\S]*)\\end\{\1\}\s*[.,;]?\s*$`,
  ).exec(latex);
  return (inner ? bodyOf(inner[2] ?? "") : latex)
    .replace(/(^|[^\\])%[^\n]*/g, "$1")
    .replace(/\\(?:label|tag\*?)\s*\{[^{}]*\}/g, "")
    .replace(/\\\\\s*\[[^\]]*\]/g, "\\\\")
    .replace(/\\(?:nonumber|notag)\b/g, "")
    .trim();
}
