/** Formulas in running prose, and the words between them. */
import type { ProsePiece } from "../latex/manuscript";

export type ProseFormula = ProsePiece & { readonly kind: "math" };

/** The words of a piece; none of a formula. */
export const wordsIn = (piece: ProsePiece | undefined): string =>
  piece?.kind === "words" ? piece.text : "";

/** A formula as typed, without its dollars. */
export const bare = (source: string): string => source.replace(/^\$|\$$|^\\\(|\\\)$/g, "");
