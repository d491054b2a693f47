/** A step as LaTeX: its two sides and the relation between them. */
import type { StepData } from "./review";

export const stepLatex = (
  { left, relation, right }: Pick<StepData, "left" | "relation" | "right">,
  continued = false,
): string => `${continued ? "{}" : left} ${relationLatex(relation)} ${right}`;

const relationLatex = (relation: string): string => relations[relation] ?? relation;

const relations: Readonly<Record<string, string>> = {
  ":=": "\\coloneqq",
  "≡": "\\equiv",
  "≈": "\\approx",
  "≃": "\\simeq",
  "∼": "\\sim",
  "∝": "\\propto",
  "→": "\\to",
  "↦": "\\mapsto",
  "⇒": "\\Rightarrow",
  "⇔": "\\Leftrightarrow",
  "≤": "\\le",
  "≥": "\\ge",
  "≠": "\\ne",
};
