/** Whose verdict waits while the author is still writing: no red under a half-written line. */

import { touchesLine } from "../protocol/place";
import type { DisplayData, FileData, Place, StepData } from "../protocol/review";
import { saying } from "../protocol/words";

/** A rest this long, in milliseconds, ends the waiting. */
export const rest = 1000;

/** What the author is doing. */
export interface Writing {
  /** Lines of the last edit, from 1, and when it was made. */
  readonly edit: { readonly first: number; readonly last: number; readonly at: number } | undefined;
  readonly cursor: Place | undefined;
  readonly now: number;
  /** Steps that are already shown as failing, by what they say. */
  readonly shown: ReadonlySet<string>;
}

/** Steps that show '…': those on the edited lines, and new refutations in the display being written. */
export function waiting(file: FileData, writing: Writing): ReadonlySet<StepData> {
  const held = new Set<StepData>();
  for (const display of file.displays)
    if (isBeingWritten(display, writing))
      for (const step of display.steps) if (waits(step, writing)) held.add(step);
  return held;
}

function isBeingWritten(display: DisplayData, { edit, cursor, now }: Writing): boolean {
  if (!edit || now - edit.at >= rest) return false;
  if (cursor && !touchesLine(display, cursor.line)) return false;
  return display.start.line <= edit.last && edit.first <= display.end.line;
}

const waits = (step: StepData, { edit, shown }: Writing): boolean =>
  edit !== undefined &&
  ((step.start.line <= edit.last && edit.first <= step.end.line) ||
    (step.verdict === "refuted" && !shown.has(saying(step))));
