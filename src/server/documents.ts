/** Which documents are worth a review: LaTeX always, Markdown only where it displays mathematics. */
import { displaysMathematics } from "../protocol/displaysMathematics";
import type { Settings } from "./settings";

export function isManuscript(
  languageId: string,
  text: string,
  settings: Pick<Settings, "markdown">,
): boolean {
  if (!isMarkdown(languageId)) return true;
  return settings.markdown && displaysMathematics(text);
}

export const isMarkdown = (languageId: string): boolean =>
  languageId === "markdown" || languageId === "quarto" || languageId === "rmd";
