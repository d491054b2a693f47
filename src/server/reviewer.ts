/** What the server asks of whoever judges a manuscript. */
import type { ReviewData } from "../protocol/review";

export interface ReviewTask {
  readonly path: string;
  readonly text: string;
  /** Other files of the paper, as they stand in the editor or on disk. */
  read(path: string): string | undefined;
  readonly metric: "mostly-minus" | "mostly-plus";
  readonly dimension: string;
  readonly epsilon: 1 | -1;
  /** Thousands of evaluations a step; undefined keeps the default that gives the same verdicts everywhere. */
  readonly budget: number | undefined;
  /** Whether unstated premises are searched for. */
  readonly search: boolean;
  /** Turns true when the answer is no longer wanted. */
  stop(): boolean;
}

/** Yields the review as it grows; the last one is complete. */
export interface Reviewer {
  review(task: ReviewTask): AsyncIterable<ReviewData>;
}
