/** A review as the JSON of the contract. */
import type { ReviewData } from "../protocol/review";

export const jsonReport = (review: ReviewData): string => `${JSON.stringify(review, null, 1)}\n`;
