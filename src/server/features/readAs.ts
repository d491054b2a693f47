/** How the formula under the cursor was read, and what in it was not. */
import type { ReadAsData } from "../../protocol/messages";
import { overlaps } from "../../protocol/place";
import type { FileData, Place } from "../../protocol/review";
import { stepLatex } from "../../protocol/stepLatex";
import { stepAt } from "./hover";

export function readAs(file: FileData, place: Place): ReadAsData | null {
  const step =
    stepAt(file, place) ??
    file.displays
      .flatMap(({ steps }) => steps)
      .find(({ start, end }) => start.line <= place.line && place.line <= end.line);
  if (!step) return null;
  return {
    source: stepLatex(step),
    readAs: step.readAs,
    gaps: file.gaps.filter((gap) => overlaps(gap, step)).map(({ token }) => token),
  };
}
