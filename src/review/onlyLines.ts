/** The part of a review that touches a range of lines, with its own summary. */
import type { ReviewData, StepData } from "../protocol/review";
import { summarise } from "./summary";

interface LineRange {
  readonly from: number;
  readonly to: number;
}

export function onlyLines(review: ReviewData, { from, to }: LineRange): ReviewData {
  const touches = (step: StepData) => step.start.line <= to && step.end.line >= from;
  const files = review.files.map((file) => ({
    ...file,
    displays: file.displays
      .map((display) => ({ ...display, steps: display.steps.filter(touches) }))
      .filter(({ steps }) => steps.length > 0),
  }));
  return { ...review, files, summary: summarise(files, review.summary.seconds) };
}
