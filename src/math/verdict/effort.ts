/** How much may still be evaluated: counted in evaluations, with a wall clock of the caller behind it. */

export interface Effort {
  readonly seed: number;
  /** Pays for one call of the evaluator. */
  spend(cost: number): void;
  /** Multiply-adds one call may cost. */
  allowance(): number;
  /** Pays these multiply-adds once more. */
  spendAgain(work: number): void;
  exhausted(): boolean;
  /** Why it ended, for people. */
  reason(): string;
}

/** Multiply-adds that count as one evaluation. */
const workUnit = 100;
/** Looks at the budget from one look at the clock to the next. */
const between = 16;

export function effort(seed: number, thousands: number, stop: () => boolean = () => false): Effort {
  let left = thousands * 1000;
  let stopped = false;
  let looks = 0;
  return {
    seed,
    spend(cost) {
      left -= 1 + cost / workUnit;
    },
    allowance: () => left * workUnit,
    spendAgain(work) {
      left -= work / workUnit;
    },
    exhausted() {
      if (!stopped && ++looks % between === 0 && stop()) stopped = true;
      return stopped || left <= 0;
    },
    reason: () =>
      stopped ? "the time allowed was used up" : "the evaluations allowed were used up",
  };
}
