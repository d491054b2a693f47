/** Several reviews as one. */
import type { ReviewData } from "../protocol/review";
import { summarise } from "./summary";

export function merge(reviews: readonly ReviewData[], seconds: number): ReviewData {
  const [first] = reviews;
  if (!first) throw new RangeError("there is nothing to merge");
  const files = reviews.flatMap((review) => review.files);
  return {
    ...first,
    conventions: {
      ...first.conventions,
      sources: reviews.flatMap((review) => review.conventions.sources),
    },
    files,
    summary: summarise(files, seconds),
  };
}
