/** The verdicts that an annotated paper expects: `%? proved, refuted factor=-1` at the end of a row, one for each of its steps. */
import type { StepData } from "../../src/protocol/review";

export interface Expectation {
  /** Line of the comment, counted from 1. */
  readonly line: number;
  readonly verdicts: readonly string[];
}

export const expectations = (text: string): readonly Expectation[] =>
  text.split("\n").flatMap((row, i) => {
    const match = /%\?\s*(.+)$/.exec(row);
    return match?.[1]
      ? [{ line: i + 1, verdicts: match[1].split(",").map((part) => part.trim()) }]
      : [];
  });

/** Undefined where the step is as expected, else what it is instead. */
export function deviation(step: StepData, expected: string): string | undefined {
  const [verdict = "", ...details] = expected.split(/\s+/);
  const actual = describe(step);
  if (!verdictMatches(step, verdict)) return actual;
  return details.every((detail) => detailMatches(step, detail)) ? undefined : actual;
}

function verdictMatches(step: StepData, expected: string): boolean {
  const holds = step.verdict === "proved" || step.verdict === "agrees";
  switch (expected) {
    case "holds":
      return holds && !step.tacit;
    case "not-held":
      return !holds;
    case "tacit":
      return holds && step.tacit;
    case "proved":
    case "agrees":
      return step.verdict === expected && !step.tacit;
    default:
      return step.verdict === expected;
  }
}

/** `factor=-1`, `index`, `differs`, a premise id: each must be found in the step. */
function detailMatches(step: StepData, detail: string): boolean {
  const [key = "", value] = detail.split("=");
  if (step.code === key || step.why === key || step.premises.some(({ id }) => id === key))
    return true;
  const { diagnosis } = step;
  if (diagnosis?.kind !== key) return false;
  return value === undefined || Object.values(diagnosis).includes(value);
}

export function describe(step: StepData): string {
  const diagnosis = step.diagnosis ? ` ${JSON.stringify(step.diagnosis)}` : "";
  const premises = step.premises.map(({ source, id }) => `${source}:${id}`).join(" ");
  return `${step.verdict}${step.why ? ` ${step.why}` : ""}${step.detail ? ` (${step.detail})` : ""}${diagnosis}${premises ? ` [${premises}]` : ""} read as ${step.readAs}`;
}
