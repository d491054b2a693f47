/** What a part of the editor tests gives, and how it is told. */
export interface Outcome {
  readonly title: string;
  readonly state: "passed" | "failed" | "pending";
  readonly ms: number;
  readonly error?: string;
}

export function tell(part: string, outcomes: readonly Outcome[]): void {
  console.log(`\n  ${part}`);
  for (const { title, state, ms, error } of outcomes) {
    const sign = { passed: "✔", failed: "✘", pending: "–" }[state];
    console.log(`    ${sign} ${title} (${Math.round(ms)} ms)`);
    if (error) console.log(error.replace(/^/gm, "        "));
  }
}
