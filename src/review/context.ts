/** What a formula and the assumptions beside it tell about the names they share. */
import type { Conventions } from "../math/expr/claim";
import { declarationsOf } from "../paper/derivation/declarations";
import { parseFormula } from "../paper/latex/formula";
import type { TexNode } from "../paper/latex/node";
import type { Context } from "../paper/notation/context";
import { inferKinds } from "../paper/notation/kinds/inferKinds";

export function contextOf(
  formula: readonly TexNode[],
  assume: readonly string[],
  macros: Readonly<Record<string, string>>,
  conventions: Conventions,
): Context {
  const formulas = [formula, ...assume.map((entry) => parseFormula(entry, macros).nodes)];
  const context = inferKinds({ formulas, prose: [], declarations: declarationsOf(assume) });
  return { ...context, conventions };
}
