/** One derivation of a file, lifted out for the panel. */
import { touchesLine } from "./place";
import type { DisplayData, FileData, Place, ReviewData, StepData } from "./review";
import type { Macros } from "./typeset";

export interface DerivationData {
  readonly uri: string;
  readonly version: number;
  readonly title: string;
  /** Line the derivation begins at. */
  readonly line: number;
  readonly steps: readonly StepData[];
  /** Position in `steps` of the one at the cursor; −1 when the cursor is beside them. */
  readonly current: number;
  /** Positions in `steps` of those whose verdict waits until the author rests. */
  readonly waiting: readonly number[];
  readonly metric: string;
  readonly macros: Macros;
  /** An edit came after the review. */
  readonly stale: boolean;
}

/** The steps of the derivation under a line, over all its displays; the display's own steps where it has several. */
function stepsAround(file: FileData, line: number): readonly StepData[] {
  const display = file.displays.find((d) => touchesLine(d, line)) ?? nearest(file, line);
  if (!display) return [];
  const names = new Set(display.steps.map((step) => step.derivation));
  return file.displays
    .filter((d) => d === display || d.steps.some((step) => names.has(step.derivation)))
    .flatMap((d) => d.steps.filter((step) => d === display || names.has(step.derivation)));
}

/** Position of the step a line belongs to: the worst-placed case is a line with several, where the last begun wins. */
function currentStep(steps: readonly StepData[], line: number, column: number): number {
  let found = -1;
  steps.forEach((step, i) => {
    if (!touchesLine(step, line)) return;
    const begun = step.start.line < line || step.start.column <= column;
    if (found < 0 || begun) found = i;
  });
  return found;
}

export function derivationAt(
  review: ReviewData,
  place: Place,
  about: { readonly uri: string; readonly version: number; readonly stale: boolean },
  held: ReadonlySet<StepData>,
): DerivationData | null {
  const file = review.files[0];
  const steps = file ? stepsAround(file, place.line) : [];
  if (!file || steps.length === 0) return null;
  const current = currentStep(steps, place.line, place.column);
  const waiting = steps.flatMap((step, i) => (held.has(step) ? [i] : []));
  const title = titleOf(file, steps);
  return { ...derivationOf(review, steps, { ...about, title }), current, waiting };
}

/** Some steps of a review, as the panel shows them. */
export const derivationOf = (
  review: ReviewData,
  steps: readonly StepData[],
  about: Pick<DerivationData, "uri" | "version" | "title" | "stale">,
): DerivationData => ({
  ...about,
  line: steps[0]?.start.line ?? 1,
  steps,
  current: -1,
  waiting: [],
  metric: review.conventions.metric,
  macros: review.files[0]?.macros ?? {},
});

function titleOf(file: FileData, steps: readonly StepData[]): string {
  const labels = file.displays
    .filter((d) => d.label && d.steps.some((step) => steps.includes(step)))
    .map((d) => d.label);
  const lines = [steps[0]?.start.line, steps.at(-1)?.end.line];
  const where = lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}–${lines[1]}`;
  return labels.length > 0 ? `${labels.join(", ")} (${where})` : where;
}

/** The last display before a line, for a cursor that stands in the prose after it. */
const nearest = (file: FileData, line: number): DisplayData | undefined =>
  file.displays.findLast((d) => d.end.line < line && d.steps.length > 0) ??
  file.displays.find((d) => d.steps.length > 0);
