/** A derivation that goes over to another representation without a word: Fourier space, Euclidean time, gauge, signature. */
import type { Manuscript } from "../latex/manuscript";
import type { Problem } from "../latex/problem";
import type { Page } from "./pages";
import type { PaperDisplay, Step } from "./paper";
import { bridges, type Mark, marksOf } from "./representationMarks";

interface Sight {
  readonly mark: Mark;
  readonly line: number;
}

/** Both places are told, once for each derivation or section and thing. */
export function unannounced(
  manuscript: Manuscript,
  pages: readonly Page[],
  displays: readonly PaperDisplay[],
  lineOf: (file: string, offset: number) => number,
): readonly Problem[] {
  const seen = new Map<string, Sight>();
  const settled = new Set<string>();
  return displays.flatMap((display, i) => {
    const page = pages[i];
    if (!page) return [];
    return display.steps.flatMap((step) => {
      const line = lineOf(display.file, step.span.start);
      if (carriesOver(step)) settled.add(step.derivation);
      return marksIn(step).flatMap((mark): Problem[] => {
        const scope = mark.reach === "section" ? `§${page.section}` : step.derivation;
        const key = `${scope} ${mark.thing}`;
        const before = seen.get(key);
        seen.set(key, before ?? { mark, line });
        if (!before || before.mark.representation === mark.representation) return [];
        if (settled.has(scope) || settled.has(key) || announces(manuscript, page)) return [];
        settled.add(key);
        return [problem(display.file, before, { mark, line })];
      });
    });
  });
}

const marksIn = ({ readings: [reading], relation }: Step): readonly Mark[] =>
  reading ? marksOf(reading.left, relation, reading.right) : [];

const carriesOver = ({ readings: [reading] }: Step): boolean =>
  reading !== undefined && (bridges(reading.left) || bridges(reading.right));

const problem = (file: string, before: Sight, { mark, line }: Sight): Problem => ({
  file,
  line,
  what: `${capital(mark.thing)} changes from ${before.mark.representation} (${before.mark.shown}, line ${before.line}) to ${mark.representation} (${mark.shown}, line ${line}) without a word.`,
  remedy: "Say so, or write the transformation.",
});

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The section says so, in one of the words for it. */
function announces({ blocks }: Manuscript, { at }: Page): boolean {
  const start = blocks.findLastIndex(({ kind }, i) => i < at && kind === "heading");
  const words = blocks
    .slice(Math.max(0, start), at + 2)
    .map((block) => {
      if (block.kind === "heading") return block.title;
      if (block.kind !== "prose") return "";
      return block.pieces.map((piece) => (piece.kind === "words" ? piece.text : " ")).join("");
    })
    .join(" ");
  return /Fourier|transform|momentum|Wick|Euclid|imaginary|rotat|plane wave|basis|representation|proper time|\bmodes?\b|spectr|gauge|signature|metric|instead/i.test(
    words,
  );
}
