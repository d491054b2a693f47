/** The annotated papers: every row that carries an expectation has the verdict it expects, and nothing else is refuted. */
import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe as describeStep, deviation, expectations } from "./kit/expectations";
import { freshReviewer } from "./kit/freshReviewer";

const papers = readdirSync("test/papers", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".tex"))
  .map((path) => join("test/papers", path))
  .sort();

const reviewed = (path: string) => {
  const text = readFileSync(path, "utf8");
  const reviewer = freshReviewer();
  const [file] = reviewer.review(path, text, { read: () => undefined }).files;
  return { text, steps: file?.displays.flatMap((display) => display.steps) ?? [] };
};

for (const path of papers) {
  describe(path, () => {
    const text = readFileSync(path, "utf8");
    let steps: ReturnType<typeof reviewed>["steps"] = [];
    before(function () {
      this.timeout(600_000);
      steps = reviewed(path).steps;
    });
    const rows = text.split("\n");
    for (const { line, verdicts } of expectations(text))
      it(`line ${line}: ${rows[line - 1]?.replace(/%\?.*/, "").trim()} is ${verdicts.join(", ")}`, () => {
        const here = steps.filter((step) => step.end.line === line);
        assert.equal(
          here.length,
          verdicts.length,
          `steps here: ${here.map(describeStep).join(" | ")}`,
        );
        here.forEach((step, i) => {
          assert.equal(deviation(step, verdicts[i] ?? ""), undefined);
        });
      });
    it("refutes no row without an expectation", () => {
      const expected = new Set(expectations(text).map(({ line }) => line));
      const others = steps.filter(
        (step) => step.verdict === "refuted" && !expected.has(step.end.line),
      );
      assert.deepEqual(
        others.map((step) => `${step.end.line}: ${describeStep(step)}`),
        [],
      );
    });
  });
}
