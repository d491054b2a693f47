/** The context of a whole document: what it declares, and how its formulas use each name. */
import { type Conventions, defaultConventions } from "../../../math/expr/claim";
import type { TexNode } from "../../latex/node";
import type { Context } from "../context";
import { prepare } from "../prepare";
import type { Survey } from "../survey";
import { surveyOf } from "../surveyOf";
import { declared, nameKey } from "./declared";
import { documentUses, shownVariables } from "./documentUses";

export interface DocumentText {
  /** Every formula, displayed or in the line. */
  readonly formulas: readonly (readonly TexNode[])[];
  /** Those in the line. */
  readonly inline?: readonly (readonly TexNode[])[];
  /** Paragraphs with their mathematics between dollars. */
  readonly prose?: readonly string[];
  /** `k, p are four-vectors`, from comments and options. */
  readonly declarations?: readonly string[];
  readonly conventions?: Conventions;
}

/** Every formula surveyed once. */
export const surveysOf = (
  formulas: Iterable<readonly TexNode[]>,
): ReadonlyMap<readonly TexNode[], Survey> => {
  const found = new Map<readonly TexNode[], Survey>();
  for (const formula of formulas) found.set(formula, surveyOf([prepare(formula)]));
  return found;
};

export function inferKinds(text: DocumentText, surveys = surveysOf(text.formulas)): Context {
  const inline = (text.inline ?? []).map(
    (formula) => surveys.get(formula) ?? surveyOf([prepare(formula)]),
  );
  const { kinds, indices } = declared(text.declarations ?? [], text.prose ?? []);
  const crossed = new Set([...inline, ...surveys.values()].flatMap((one) => [...one.crossed]));
  return {
    lookup: (name, bold) => kinds.get(nameKey(name, bold)),
    index: (letter) => indices.get(letter),
    uses: documentUses(surveys.values()),
    shown: shownVariables(inline, surveys.values()),
    crossed: (name) => crossed.has(name),
    conventions: text.conventions ?? defaultConventions,
  };
}
