/** How many steps of a display or derivation hold, fail or stay undecided, in words. */
import type { Judgement, StepData } from "./review";
import { holds } from "./words";

interface Tally {
  /** Everything but what is merely given. */
  readonly steps: number;
  readonly hold: number;
  readonly fail: number;
  readonly undecided: number;
  readonly unread: number;
  readonly tacit: number;
}

function tally(steps: readonly Pick<Judgement, "verdict" | "tacit">[]): Tally {
  const count = (test: (step: Pick<Judgement, "verdict" | "tacit">) => boolean) =>
    steps.filter(test).length;
  return {
    steps: count((step) => step.verdict !== "stated"),
    hold: count(holds),
    fail: count((step) => step.verdict === "refuted"),
    undecided: count((step) => step.verdict === "open"),
    unread: count((step) => step.verdict === "unread"),
    tacit: count((step) => holds(step) && step.tacit),
  };
}

/** "7 of 9 steps hold · 1 fails · 1 undecided". */
export function tallyWords(steps: readonly Pick<StepData, "verdict" | "tacit">[]): string {
  const t = tally(steps);
  if (t.steps === 0) return steps.length === 1 ? "given" : `${steps.length} given`;
  return [
    holdWords(t),
    some(t.fail, t.fail === 1 ? "fails" : "fail"),
    some(t.undecided, "undecided"),
    some(t.unread, "not read"),
    some(t.tacit, "under an unstated premise"),
  ]
    .filter(Boolean)
    .join(" · ");
}

function holdWords({ steps, hold }: Tally): string {
  if (steps === 1) return hold === 1 ? "the step holds" : "";
  return hold === steps ? `all ${steps} steps hold` : `${hold} of ${steps} steps hold`;
}

const some = (count: number, word: string): string => (count > 0 ? `${count} ${word}` : "");
