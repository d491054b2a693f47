/** What the server asks of whoever judges a manuscript. */
import type { Place, ReviewData } from "../protocol/review";
import type { Settings } from "./settings";

/** Plain data, so that it can be sent to a thread. */
export interface ReviewTask {
  readonly path: string;
  readonly text: string;
  /** Other open documents by their path, which may differ from what is on disk. */
  readonly open: Readonly<Record<string, string>>;
  readonly conventions: Settings["conventions"];
  /** Thousands of evaluations a step; undefined keeps the default that gives the same verdicts everywhere. */
  readonly budget: number | undefined;
  /** Whether unstated premises are searched for. */
  readonly search: boolean;
}

/** Yields the review as it grows; the last one is complete. Ends early when the answer is no longer wanted. */
export type Review = (task: ReviewTask, signal: AbortSignal) => AsyncIterable<ReviewData>;

/** What a review that runs on this very thread needs to know: whether to go on. */
export type DirectReview = (
  task: ReviewTask,
  signal: Pick<AbortSignal, "aborted">,
) => AsyncIterable<ReviewData>;

/** Sides that lead from the left of the step at a place to its right; none where no way is found. */
export type Expand = (
  task: ReviewTask,
  place: Place,
  signal: AbortSignal,
) => Promise<readonly string[]>;
