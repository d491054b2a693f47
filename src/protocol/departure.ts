/** Where a chain first departs from what holds, and what rests on that. */
import type { StepData } from "./review";
import { wordOf } from "./words";

/** For the first step of a chain that fails or differs: how much rests on it. */
export function departureWords(step: StepData, steps: readonly StepData[]): string {
  if (!step.departure || step.id === undefined) return "";
  const count = steps.filter(({ conditionalOn }) => conditionalOn === step.id).length;
  if (count === 0) return "";
  return `The chain departs here first: ${count === 1 ? "one later step rests" : `${count} later steps rest`} on this one.`;
}

/** For a step that is only as good as an earlier one. */
export function conditionWords({ conditionalOn }: StepData, steps: readonly StepData[]): string {
  if (conditionalOn === null) return "";
  const ground = steps.find(({ id }) => id === conditionalOn);
  return ground ? `Rests on line ${ground.end.line}, which is “${wordOf(ground)}”.` : "";
}
