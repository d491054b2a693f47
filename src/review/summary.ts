/** Counts over a review. */
import type { FileData, Summary } from "../protocol/review";

export function summarise(files: readonly FileData[], seconds: number): Summary {
  const displays = files.flatMap((file) => file.displays);
  const steps = displays.flatMap((display) => display.steps);
  const count = (verdict: string) => steps.filter((step) => step.verdict === verdict).length;
  return {
    displays: displays.length,
    steps: steps.length,
    proved: count("proved"),
    agrees: count("agrees"),
    refuted: count("refuted"),
    open: count("open"),
    unread: count("unread"),
    stated: count("stated"),
    tacit: steps.filter(({ tacit }) => tacit).length,
    compressed: steps.filter(({ compressed }) => compressed).length,
    seconds,
  };
}
