/** A side offered in place of one that fails reads, where it is put, as what was judged: the row then holds. */
import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import type { Place, StepData } from "../../src/protocol/review";
import { freshReviewer } from "../kit/freshReviewer";

const folders = ["diagnoses", "algebra", "dirac", "operators"];
const papers = folders.flatMap((folder) =>
  readdirSync(`test/papers/${folder}`).map((name) => `test/papers/${folder}/${name}`),
);

const review = (path: string, text: string): readonly StepData[] =>
  freshReviewer()
    .review(path, text, { read: () => undefined })
    .files.flatMap(({ displays }) => displays.flatMap(({ steps }) => steps));

const offered = ({ verdict, rightAt, diagnosis }: StepData): string | undefined =>
  verdict === "refuted" && rightAt && !diagnosis?.side ? diagnosis?.latex : undefined;

describe("mended sides", () => {
  for (const path of papers) {
    const text = readFileSync(path, "utf8");
    if (!text.includes("%? refuted")) continue;
    it(`hold where they are put: ${path}`, () => {
      const steps = review(path, text);
      const after = review(path, mended(text, steps));
      const failing = steps.flatMap((step, i) => {
        const holds = ["proved", "agrees"].includes(after[i]?.verdict ?? "");
        return offered(step) === undefined || holds
          ? []
          : [`${step.end.line}: ${offered(step)} is ${after[i]?.verdict}`];
      });
      assert.deepEqual(failing, []);
    }).timeout(120_000);
  }
});

function mended(text: string, steps: readonly StepData[]): string {
  const rows = text.split("\n");
  const offset = ({ line, column }: Place): number =>
    rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0) + column - 1;
  return [...steps].reverse().reduce((out, step) => {
    const latex = offered(step);
    if (latex === undefined || !step.rightAt) return out;
    return `${out.slice(0, offset(step.rightAt.start))} ${latex} ${out.slice(offset(step.rightAt.end))}`;
  }, text);
}
