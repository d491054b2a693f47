/** A reviewer for tests of the server: the verdict of a row is what its `%?` comment says. */
import type { ReviewData, StepData } from "../../src/protocol/review";
import type { Reviewer } from "../../src/server/reviewer";
import { displayData, failing, fileData, leaning, reviewData, stepData } from "./reviewed";

export const annotatedReviewer: Reviewer = {
  async *review({ text, stop }) {
    if (!stop()) yield reviewOf(text);
  },
};

function reviewOf(text: string): ReviewData {
  const displays = [];
  let steps: StepData[] = [];
  let derivation = 0;
  for (const [i, row] of text.split("\n").entries()) {
    if (/\\begin\{(align|equation)\*?\}|^\$\$$/.test(row) && steps.length === 0) derivation++;
    const step = stepOf(row, i + 1, `d${derivation}`);
    if (step) steps.push(step);
    else if (steps.length > 0) {
      displays.push(displayData(steps));
      steps = [];
    }
  }
  return reviewData(fileData(...displays));
}

function stepOf(row: string, line: number, derivation: string): StepData | undefined {
  const sides = /^\s*(.*?)\s*&?=\s*(.*?)\s*(?:\\\\)?\s*(?:%\?\s*(\w+).*)?$/.exec(row);
  if (!sides || row.trimStart().startsWith("%")) return undefined;
  const [, left = "", right = "", verdict = "proved"] = sides;
  const place = {
    start: { line, column: row.length - row.trimStart().length + 1 },
    end: { line, column: row.replace(/\s*(\\\\)?\s*(%.*)?$/, "").length + 1 },
    derivation,
    left,
    right,
  };
  if (verdict === "refuted")
    return failing(line, {
      ...place,
      diagnosis: { kind: "factor", factor: "-1", on: "side", latex: `-${right}` },
    });
  if (verdict === "tacit") return { ...leaning(line), ...place };
  return stepData(line, { ...place, verdict: verdict === "agrees" ? "agrees" : "proved" });
}
