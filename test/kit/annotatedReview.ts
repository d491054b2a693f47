/** A reviewer for tests of the server: the verdict of a row is what its `%?` comment says. */
import type { ReviewData, StepData } from "../../src/protocol/review";
import type { Review } from "../../src/server/reviewer";
import { displayData, failing, fileData, leaning, reviewData, stepData } from "./reviewed";

export const annotatedReview: Review = async function* ({ text }, signal) {
  if (text.includes("throw")) throw new Error("thrown on purpose");
  if (!signal.aborted) yield reviewOf(text);
};

function reviewOf(text: string): ReviewData {
  const displays: StepData[][] = [];
  let inside = false;
  for (const [i, row] of text.split("\n").entries()) {
    if (/^\$\$$|\\(begin|end)\{(align|equation)\*?\}/.test(row)) {
      inside = !inside;
      if (inside) displays.push([]);
    }
    const step = inside && stepOf(row, i + 1, `d${displays.length}`);
    if (step) displays.at(-1)?.push(step);
  }
  return reviewData(fileData(...displays.map((steps) => displayData(steps))));
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
