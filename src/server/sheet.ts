/** One open document: its text, its last review kept beside it, and what its author is doing. */

import {
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import type { FileData, Place, ReviewData, StepData } from "../protocol/review";
import { saying } from "../protocol/words";
import { waiting } from "./patience";
import { editedLines, shiftLines, shiftReview } from "./shift";

export interface Sheet {
  document: TextDocument;
  /** Moved along with edits since it was made. */
  review: ReviewData | undefined;
  /** Version the review was made of. */
  reviewed: number;
  /** Lines edited since the review was made: what it says of them is of yesterday. */
  edited: readonly (readonly [number, number])[];
  edit: { readonly first: number; readonly last: number; readonly at: number } | undefined;
  cursor: Place | undefined;
  /** Steps shown as failing. */
  shown: ReadonlySet<string>;
}

export const openSheet = (document: TextDocument): Sheet => ({
  document,
  review: undefined,
  reviewed: -1,
  edited: [],
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
    sheet.edited = [
      ...sheet.edited.map((lines) => shiftLines(lines, change)),
      [first, last] as const,
    ];
    if (sheet.review) sheet.review = shiftReview(sheet.review, change);
  }
  sheet.document = TextDocument.update(sheet.document, changes, version);
}

/** Takes a review of the text as it stands. */
export function reviewSheet(sheet: Sheet, review: ReviewData): void {
  sheet.review = review;
  sheet.edited = [];
}

const isOutdated = ({ start, end }: StepData, { edited }: Sheet): boolean =>
  edited.some(([first, last]) => start.line <= last && first <= end.line);

/** The part of the review that speaks of this document. */
export const fileOf = (sheet: Sheet): FileData | undefined => sheet.review?.files[0];

/** Steps that show '…' now; what is then shown as failing stays so while it says the same. */
export function settle(sheet: Sheet, now: number): ReadonlySet<StepData> {
  const file = fileOf(sheet);
  if (!file) return new Set();
  const steps = file.displays.flatMap((display) => display.steps);
  const { edit, cursor, shown } = sheet;
  const held = new Set([
    ...waiting(file, { edit, cursor, now, shown }),
    ...steps.filter((step) => isOutdated(step, sheet)),
  ]);
  sheet.shown = new Set(
    steps.filter((step) => step.verdict === "refuted" && !held.has(step)).map(saying),
  );
  return held;
}
