/** A manuscript as displays with their statements, and with the words around them. */
import type { Block, Display, Manuscript, Prose } from "../latex/manuscript";
import type { Side, Statement } from "./statement";
import { type Statements, statementsOf } from "./statements";

export interface Page {
  readonly display: Display;
  /** Position among the blocks. */
  readonly at: number;
  /** Counts headings. */
  readonly section: number;
  readonly chapter: Chapter;
  /** The last sentence before the display, where it leads to it. */
  readonly lead: string;
  /** The two sentences before it suppose something for a while. */
  readonly supposed: boolean;
  readonly statements: readonly Statement[];
  /** The first statement goes on with the last chain of the display above. */
  readonly continues: boolean;
  /** Labels the lead refers to. */
  readonly cites: readonly string[];
}

/** Sections and what they hold keep names for themselves, unless they set up the whole paper. */
export interface Chapter {
  readonly number: number;
  readonly general: boolean;
}

/** The chapter each block stands in. */
export function chaptersOf(blocks: readonly Block[]): readonly Chapter[] {
  let chapter: Chapter = { number: 0, general: true };
  return blocks.map((block) => {
    if (block.kind === "heading" && block.level <= 2)
      chapter = {
        number: chapter.number + 1,
        general: /convention|notation|preliminar|introduction|units|set-?up/i.test(block.title),
      };
    return chapter;
  });
}

/** Whether a name given in one place is known in another. */
export const knownIn = (given: Chapter, here: Chapter): boolean =>
  given.general || given.number === here.number;

export function pagesOf(manuscript: Manuscript): readonly Page[] {
  const pages: Page[] = [];
  let section = 0;
  let above: Side | undefined;
  const chapters = chaptersOf(manuscript.blocks);
  for (const [at, block] of manuscript.blocks.entries()) {
    if (block.kind === "heading") {
      section++;
      above = undefined;
    }
    if (block.kind !== "display") continue;
    const before = proseBefore(manuscript.blocks, at);
    const sentences = before ? sentencesOf(before) : [];
    const { statements, continues }: Statements = statementsOf(block, above);
    pages.push({
      display: block,
      at,
      section,
      chapter: chapters[at] ?? { number: 0, general: true },
      lead: sentences.at(-1)?.trim() ?? "",
      supposed: sentences.slice(-2).some((sentence) => supposes.test(sentence)),
      statements,
      continues,
      cites:
        before?.pieces.flatMap((piece) => (piece.kind === "reference" ? [piece.label] : [])) ?? [],
    });
    const last = statements.findLast((statement) => !statement.aside)?.sides.at(-1);
    above = last && last.nodes.length > 0 ? last : undefined;
  }
  return pages;
}

/** The prose straight before a block, remarks skipped. */
function proseBefore(blocks: readonly Block[], at: number): Prose | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block?.kind === "prose") return block;
    if (block?.kind !== "remark") return undefined;
  }
  return undefined;
}

/** Words under which a formula holds for a while only. */
const supposes = /\b(suppos(e|ing)|unless|if|for the moment|in the (special )?case)\b/i;

/** Words of the sentences of a piece of prose; formulas in them are left out. */
const sentencesOf = (prose: Prose): readonly string[] =>
  prose.pieces
    .map((piece) =>
      piece.kind === "words" ? piece.text : piece.kind === "math" ? " ⋆ " : " (ref) ",
    )
    .join("")
    .split(/(?<=[.!?])\s+(?=[A-Z“"(⋆])/);
