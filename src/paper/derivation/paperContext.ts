/** What the reader is told of a whole document before it reads one of its formulas. */
import type { Conventions } from "../../math/expr/claim";
import { parseFormula } from "../latex/formula";
import type { Manuscript, Prose } from "../latex/manuscript";
import type { TexNode } from "../latex/node";
import type { Context } from "../notation/context";
import { inferKinds, surveysOf } from "../notation/kinds/inferKinds";
import type { Survey } from "../notation/survey";
import { declarationsOf } from "./declarations";
import { directiveIn } from "./directive";

export interface PaperContext {
  at(conventions: Conventions): Context;
  /** Lorentz indices stand at both heights. */
  readonly bothHeights: boolean;
}

export function paperContext(manuscript: Manuscript, assume: readonly string[]): PaperContext {
  const formulas = [...formulasIn(manuscript), ...assume.map((entry) => parseFormula(entry).nodes)];
  const surveys = surveysOf(formulas);
  const context = inferKinds(
    {
      formulas,
      inline: [...inlineIn(manuscript)],
      prose: manuscript.blocks.flatMap((block) =>
        block.kind === "prose" ? [proseText(block)] : [],
      ),
      declarations: [...declarationsOf(assume), ...declaredIn(manuscript)],
    },
    surveys,
  );
  return {
    at: (conventions) => ({ ...context, conventions }),
    bothHeights: bothHeights([...surveys.values()]),
  };
}

function* formulasIn(manuscript: Manuscript): Generator<readonly TexNode[]> {
  for (const block of manuscript.blocks) if (block.kind === "display") yield block.nodes;
  yield* inlineIn(manuscript);
}

function* inlineIn({ blocks }: Manuscript): Generator<readonly TexNode[]> {
  for (const block of blocks)
    if (block.kind === "prose")
      for (const piece of block.pieces) if (piece.kind === "math") yield piece.nodes;
}

/** Mathematics between dollars. */
const proseText = (prose: Prose): string =>
  prose.pieces
    .map((piece) =>
      piece.kind === "words" ? piece.text : piece.kind === "math" ? piece.source : "",
    )
    .join("");

function* declaredIn(manuscript: Manuscript): Generator<string> {
  for (const block of manuscript.blocks) {
    const comments =
      block.kind === "display" ? block.comments : block.kind === "remark" ? [block.comment] : [];
    for (const { text } of comments) {
      const directive = directiveIn(text);
      if (directive?.kind === "declare")
        yield `${directive.symbols.join(", ")} are ${directive.is}`;
      if (directive?.kind === "assume") yield* declarationsOf([directive.tex]);
    }
  }
}

const bothHeights = (surveys: readonly Survey[]): boolean =>
  (["up", "down"] as const).every((height) =>
    surveys.some(({ indices }) =>
      [...indices].some(([letter, use]) => use[height] > 0 && /^[α-ω]$/u.test(letter)),
    ),
  );
