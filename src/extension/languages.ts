/** The documents Tacit looks at. */
import type { TextDocument } from "vscode";
import { displaysMathematics } from "../protocol/displaysMathematics";

const latex = ["latex", "tex"];
const markdown = ["markdown", "quarto"];
/** Files, unsaved texts, and the virtual files of an editor in the browser; no historical versions in a diff. */
const schemes = ["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web"];

export const documentSelector = [...latex, ...markdown].flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Whether a document is worth waking the checker for. */
export function wakes(document: TextDocument): boolean {
  const { languageId, uri } = document;
  if (!schemes.includes(uri.scheme)) return false;
  if (latex.includes(languageId)) return true;
  return markdown.includes(languageId) && displaysMathematics(document.getText());
}
