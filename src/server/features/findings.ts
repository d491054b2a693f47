/** Lines worth a stop on the way through a paper: what fails, differs or follows another convention. */
import type { FileData, StepData } from "../../protocol/review";

export function findings(file: FileData, waiting: ReadonlySet<StepData>): number[] {
  const lines = file.displays
    .flatMap(({ steps }) => steps)
    .filter((step) => !waiting.has(step) && isFinding(step))
    .map((step) => step.end.line);
  return [...new Set(lines)].sort((a, b) => a - b);
}

const isFinding = ({ verdict, code }: StepData): boolean =>
  verdict === "refuted" || code === "differs" || code === "convention" || code === "dimension";
