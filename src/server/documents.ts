/** Which documents are worth a review: LaTeX always, Markdown only where it displays mathematics. */
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

export const displaysMathematics = (text: string): boolean =>
  /^\s*(>\s*)*(\$\$|\\\[|\\begin\{(equation|align|gather|multline|eqnarray|alignat|flalign)|(```|:::)\s*\{math\})/m.test(
    text,
  ) || /\$\$[^$]+\$\$/.test(text);
