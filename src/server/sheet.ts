/** One open document: its text, its last review kept beside it, and what its author is doing. */
import {
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import type { FileData, Place, ReviewData, StepData } from "../protocol/review";
import { saying, waiting } from "./patience";
import { editedLines, shiftReview } from "./shift";

export interface Sheet {
  document: TextDocument;
  /** Moved along with edits since it was made. */
  review: ReviewData | undefined;
  /** Version the review was made of. */
  reviewed: number;
  edit: { readonly first: number; readonly last: number; readonly at: number } | undefined;
  cursor: Place | undefined;
  /** Steps shown as failing. */
  shown: ReadonlySet<string>;
}

export const openSheet = (document: TextDocument): Sheet => ({
  document,
  review: undefined,
  reviewed: -1,
  edit: undefined,
  cursor: undefined,
  shown: new Set(),
});

/** Applies edits to the text and carries the review along. */
export function editSheet(
  sheet: Sheet,
  changes: TextDocumentContentChangeEvent[],
  version: number,
  now: number,
): void {
  for (const change of changes) {
    const [first, last] = editedLines(change);
    sheet.edit = { first, last, at: now };
    if (sheet.review) sheet.review = shiftReview(sheet.review, change);
  }
  sheet.document = TextDocument.update(sheet.document, changes, version);
}

/** The part of the review that speaks of this document. */
export const fileOf = (sheet: Sheet): FileData | undefined => sheet.review?.files[0];

/** Steps that show '…' now; what is then shown as failing stays so while it says the same. */
export function settle(sheet: Sheet, now: number): ReadonlySet<StepData> {
  const file = fileOf(sheet);
  if (!file) return new Set();
  const held = waiting(file, { edit: sheet.edit, cursor: sheet.cursor, now, shown: sheet.shown });
  sheet.shown = new Set(
    file.displays
      .flatMap(({ steps }) => steps)
      .filter((step) => step.verdict === "refuted" && !held.has(step))
      .map(saying),
  );
  return held;
}
