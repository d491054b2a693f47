/** Tallies in words, derivations lifted out of a file, evidence in a sentence. */
import { strict as assert } from "node:assert";
import { derivationAt } from "../../src/protocol/derivation";
import { evidenceWords } from "../../src/protocol/evidence";
import type { EvidenceData, StepData } from "../../src/protocol/review";
import { tallyWords } from "../../src/protocol/summary";
import { displayData, failing, fileData, leaning, reviewData, stepData } from "../kit/reviewed";

const open = stepData(5, { verdict: "open", why: "beyond" });
const tallies: readonly (readonly [readonly StepData[], string])[] = [
  [[stepData(1), stepData(2)], "all 2 steps hold"],
  [[stepData(1), stepData(2), failing(3), open], "2 of 4 steps hold · 1 fails · 1 undecided"],
  [[failing(1), failing(2)], "0 of 2 steps hold · 2 fail"],
  [[failing(1)], "1 fails"],
  [[stepData(1)], "the step holds"],
  [[stepData(1), leaning(2)], "all 2 steps hold · 1 under an unstated premise"],
  [[stepData(1, { verdict: "stated" })], "given"],
  [[stepData(1, { verdict: "stated" }), stepData(2)], "the step holds"],
];

describe("tallies", () => {
  for (const [steps, words] of tallies)
    it(`${steps.map(({ verdict }) => verdict).join(", ")}: ${words}`, () => {
      assert.equal(tallyWords(steps), words);
    });
});

describe("a derivation", () => {
  const first = displayData([stepData(2), stepData(3)], "eq:a");
  const second = displayData([stepData(8, { derivation: "d2" })]);
  const third = displayData([stepData(14)]);
  const review = reviewData(fileData(first, second, third));
  const about = { uri: "file:///a.tex", version: 3, stale: false };
  const at = (line: number) => derivationAt(review, { line, column: 5 }, about, new Set());

  it("runs over all its displays", () => {
    assert.deepEqual(
      at(3)?.steps.map(({ end }) => end.line),
      [2, 3, 14],
    );
  });

  it("knows the step at the cursor", () => {
    assert.equal(at(3)?.current, 1);
    assert.equal(at(8)?.current, 0);
  });

  it("is the one above when the cursor stands in the prose after it", () => {
    assert.equal(at(11)?.steps[0]?.end.line, 8);
    assert.equal(at(11)?.current, -1);
  });

  it("is called by its labels and lines", () => {
    assert.equal(at(2)?.title, "eq:a (lines 2–14)");
  });
});

const evidence: readonly (readonly [EvidenceData, string])[] = [
  [
    { kind: "exact", points: 3, error: 3e-20, seed: 1 },
    "Equal in exact arithmetic at 3 points; chance of error below 10⁻¹⁹.",
  ],
  [
    { kind: "samples", points: 8, digits: 30, domain: "x > 0", seed: 1 },
    "Equal to 30 digits at 8 points, x > 0.",
  ],
  [
    {
      kind: "counterexample",
      values: { p: [1.2, 0.3, 0, 0], m: 0.7 },
      left: 0.83,
      right: -0.830001,
      seed: 1,
    },
    "At p = (1.2, 0.3, 0, 0), m = 0.7: the left side is 0.83, the right side −0.83.",
  ],
  [{ kind: "form" }, "Ill-formed before any value is put in."],
];

describe("evidence in words", () => {
  for (const [data, words] of evidence)
    it(words, () => {
      assert.equal(evidenceWords(data), words);
    });
});
