/** The metric as prose declares it: “mostly plus”, “signature $(-,+,+,+)$”. */
import type { ProsePiece } from "../latex/manuscript";
import { flat, signature } from "./conventionIn";
import type { ProseFact } from "./prose";

export function signatureIn(words: string, sentence: readonly ProsePiece[]): ProseFact | undefined {
  const [first] = sentence;
  if (!first) return undefined;
  const declared = (
    metric: "mostly-plus" | "mostly-minus" | "euclidean",
    at: ProsePiece = first,
  ): ProseFact => ({
    latex: words.trim(),
    span: at.span,
    facts: [],
    conventions: { metric },
    far: true,
    lasting: true,
    back: "paragraph",
    unread: false,
  });
  // A comparison of both is a declaration of neither.
  const plus = /mostly[- ](plus|positive)|east[- ]coast/i.test(words);
  const minus = /mostly[- ](minus|negative)|west[- ]coast/i.test(words);
  if (plus !== minus) return declared(plus ? "mostly-plus" : "mostly-minus");
  if (!/\b(metric|signature|minkowski)\b/i.test(words)) return undefined;
  const inWords = /\(\s*([-−+](?:\s*,?\s*[-−+]){3})\s*\)/.exec(words)?.[1];
  const stated = inWords ? signature(inWords.replace(/−/g, "-").replace(/[\s,]/g, "")) : undefined;
  if (stated?.metric) return declared(stated.metric);
  for (const piece of sentence) {
    if (piece.kind !== "math") continue;
    const tuple = /(?:^|\\?diag\)?)\(([-+1,]+)\)$/.exec(flat(piece.nodes))?.[1];
    const change = tuple ? signature(tuple) : undefined;
    if (change?.metric) return declared(change.metric, piece);
  }
  return undefined;
}
