/** What a formula and the assumptions beside it tell about the names they share. */
import type { Conventions } from "../math/expr/claim";
import { parseFormula } from "../paper/latex/formula";
import type { TexNode } from "../paper/latex/node";
import { type Context, defaultContext } from "../paper/notation/context";
import { surveyOf, uses } from "../paper/notation/survey";

export function contextOf(
  formula: readonly TexNode[],
  assume: readonly string[],
  macros: Readonly<Record<string, string>>,
  conventions: Conventions,
): Context {
  const survey = surveyOf([formula, ...assume.map((entry) => parseFormula(entry, macros).nodes)]);
  return { ...defaultContext(conventions), uses: (name, use) => uses(survey, name, use) };
}
