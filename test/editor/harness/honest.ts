/** What an extension host's run is worth: its results count only with this run's nonce, and only if it ended as they say. */
import type { Outcome } from "./outcome";

export interface Results {
  readonly nonce: string;
  readonly tests: readonly Outcome[];
}

/** The results, with a failure of the run itself added when it cannot be trusted. */
export function honest(
  told: Results | undefined,
  nonce: string,
  end: string,
  least: number,
): readonly Outcome[] {
  const tests = told?.nonce === nonce ? told.tests : [];
  const failed = tests.some(({ state }) => state === "failed");
  const agrees = end === (failed ? "code 1" : "code 0");
  if (agrees && tests.length >= least) return tests;
  const error = `The extension host ended with ${end} and ${tests.length} results of at least ${least}.`;
  const title = "the extension host runs its suite to the end";
  return [...tests, { title, state: "failed", ms: 0, error }];
}
