/** The formulas of a stretch of text: what stands between dollars or brackets, or all of it where there are none. */

export function formulasIn(text: string, from: number, to: number): readonly string[] {
  const selected = text.slice(from, to);
  const pieces = selected.split(delimiter);
  const inside = pieces.length > 1 ? startsInside(text, from) : true;
  return pieces
    .filter((_, i) => (i % 2 === 0) === inside)
    .map((piece) => piece.trim())
    .filter((piece) => relation.test(piece));
}

/** Dollars that are not escaped, and the brackets that do the same. */
const delimiter = /(?<!\\)(?:\$+|\\[()[\]])/;

const relation = /[=<>≈≡∝]|\\(approx|equiv|propto|simeq|sim|le|ge|leq|geq|neq?|to)\b/;

/** Whether an odd number of delimiters stands before a place in its paragraph. */
function startsInside(text: string, from: number): boolean {
  const paragraph = text.slice(text.lastIndexOf("\n\n", from) + 1, from);
  return paragraph.split(delimiter).length % 2 === 0;
}
