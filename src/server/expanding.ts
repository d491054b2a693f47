/** Steps filled in by the engine, on this thread. */
import type { Place } from "../protocol/review";
import { expandStep } from "../review/expandStep";
import type { ReviewTask } from "./reviewer";

export type DirectExpand = (task: ReviewTask, place: Place) => readonly string[];

/** `read` gives the text of a file that is not open. */
export const expanding =
  (read: (path: string) => string | undefined): DirectExpand =>
  ({ path, text, open }, place) => {
    const files = { read: (other: string) => open[other] ?? read(other) };
    return expandStep({ path, text, files }, place)?.sides ?? [];
  };
