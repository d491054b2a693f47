/** Reviews a text only as far as it is wanted. */
import type { FileReader } from "../paper/latex/manuscript";
import type { ReviewData } from "../protocol/review";
import type { Reviewer } from "./reviewer";

export function reviewUntil(
  reviewer: Reviewer,
  {
    path,
    text,
    files,
  }: { readonly path: string; readonly text: string; readonly files: FileReader },
  isEnough: (review: ReviewData) => boolean,
): ReviewData {
  const reviewing = reviewer.reviewing(path, text, files);
  for (;;) {
    const next = reviewing.next();
    if (next.done) return next.value;
    const sofar = next.value();
    if (isEnough(sofar)) return sofar;
  }
}
