/** What the reader is told of a whole document before it reads one of its formulas. */
import type { Conventions } from "../../math/expr/claim";
import { parseFormula } from "../latex/formula";
import type { Manuscript } from "../latex/manuscript";
import type { TexNode } from "../latex/node";
import { type Context, defaultContext } from "../notation/context";
import { type Survey, surveyOf, uses } from "../notation/survey";

export const surveyPaper = (manuscript: Manuscript, assume: readonly string[]): Survey =>
  surveyOf([...formulas(manuscript), ...assume.map((entry) => parseFormula(entry).nodes)]);

function* formulas(manuscript: Manuscript): Generator<readonly TexNode[]> {
  for (const block of manuscript.blocks) {
    if (block.kind === "display") yield block.nodes;
    if (block.kind === "prose")
      for (const piece of block.pieces) if (piece.kind === "math") yield piece.nodes;
  }
}

export const contextFrom = (survey: Survey, conventions: Conventions): Context => ({
  ...defaultContext(conventions),
  uses: (name, use) => uses(survey, name, use),
});

/** Whether Lorentz indices stand at both heights. */
export function bothHeights(survey: Survey): boolean {
  let up = false;
  let down = false;
  for (const [letter, use] of survey.indices) {
    if (!/^[α-ω]$/u.test(letter)) continue;
    if (use.up > 0) up = true;
    if (use.down > 0) down = true;
  }
  return up && down;
}
