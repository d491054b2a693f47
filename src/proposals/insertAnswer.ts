/** A copy of the paper with a whole answer in it: its displays among its own words. */
import type { AnswerPiece } from "../protocol/answerPieces";
import { type Copy, displayLines, type Host, insertLines, isFormula } from "./insert";

/** The displays of the answer, in order, each with its lines in the copy. */
export function insertAnswer(host: Host, pieces: readonly AnswerPiece[]): readonly Copy[] {
  const added: string[] = [];
  const places: { from: number; to: number }[] = [];
  for (const piece of pieces) {
    const lines =
      piece.kind === "prose"
        ? harmless(piece.text).split("\n")
        : isFormula(piece.latex)
          ? displayLines(host, piece.latex)
          : [];
    if (piece.kind === "display")
      places.push({ from: added.length, to: added.length + lines.length - 1 });
    added.push(...lines);
  }
  const { text, from } = insertLines(host, added);
  return places.map((place) => ({ text, from: from + place.from, to: from + place.to }));
}

/** Words and formulas, without anything that LaTeX or Tacit would obey. */
const harmless = (prose: string): string =>
  prose
    .split(/(\$[^$]+\$|\\\([\s\S]+?\\\))/)
    .map((part, at) => {
      if (at % 2 === 0) return part.replace(/\\[a-zA-Z]+/g, " ").replace(/[\\{}$%#&^_~]/g, " ");
      const inner = part.replace(/^(?:\$|\\\()|(?:\$|\\\))$/g, "");
      return isFormula(inner) ? `$${inner}$` : "";
    })
    .join("");
