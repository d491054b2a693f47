/** A review as one mark per line: the worst step of the line, and how many there are. */
import { group } from "./group";
import { worst } from "./rank";
import type { FileData, StepData } from "./review";
import { type Look, lookOf, shortWordOf, symbolOf } from "./words";

export interface Mark {
  /** Counts from 1. */
  readonly line: number;
  /** `pending`: the line is being edited, or its verdict waits for the author to rest. */
  readonly look: Look | "pending";
  /** What stands at the line's end. */
  readonly text: string;
  /** The verdict in words, for the status bar and screen readers. */
  readonly words: string;
}

/** Marks of a file in the order of its lines; a step is marked where it ends. */
export function marks(file: FileData, pending: (step: StepData) => boolean = () => false): Mark[] {
  const steps = file.displays.flatMap((display) => display.steps);
  return [...group(steps, (step) => step.end.line)]
    .sort(([a], [b]) => a - b)
    .map(([line, alike]) => (alike.some(pending) ? pendingMark(line) : mark(line, alike)));
}

const pendingMark = (line: number): Mark => ({
  line,
  look: "pending",
  text: "…",
  words: "being checked",
});

function mark(line: number, steps: readonly StepData[]): Mark {
  const step = worst(steps);
  if (!step) throw new Error("a mark needs a step");
  const alike = steps.filter((other) => lookOf(other) === lookOf(step)).length;
  const count = steps.length > 1 && alike < steps.length ? `(${alike} of ${steps.length})` : "";
  const text = [symbolOf(step), shortWordOf(step), count].filter(Boolean).join(" ");
  return { line, look: lookOf(step), text, words: step.message };
}
