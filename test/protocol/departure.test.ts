/** The first step of a chain that fails is named, and what rests on it says so. */
import assert from "node:assert/strict";
import { conditionWords, departureWords } from "../../src/protocol/departure";
import { freshReviewer } from "../kit/freshReviewer";
import { failing, stepData } from "../kit/reviewed";

describe("a departure", () => {
  const steps = [
    stepData(3, { id: "d1.1" }),
    failing(4, { id: "d1.2", departure: true }),
    stepData(5, { id: "d1.3", conditionalOn: "d1.2" }),
    failing(6, { id: "d1.4", conditionalOn: "d1.2" }),
  ];

  it("says how many later steps rest on it", () => {
    const words = steps.map((step) => departureWords(step, steps));
    assert.deepEqual(words, [
      "",
      "The chain departs here first: 2 later steps rest on this one.",
      "",
      "",
    ]);
  });

  it("is named by what rests on it", () => {
    assert.equal(
      conditionWords(steps[2] ?? stepData(1), steps),
      "Rests on line 4, which is “fails”.",
    );
    assert.equal(conditionWords(steps[0] ?? stepData(1), steps), "");
  });

  it("is the first failing link of a chain, and later links are conditional on it", () => {
    const reviewer = freshReviewer();
    const text =
      "\\begin{align}\n(a+b)^2 - b^2 &= a^2 + 2ab \\\\\n&= a(a+b) \\\\\n&= a^2 + ab \\\\\n&= a^2 - ab\n\\end{align}";
    const { files } = reviewer.review("a.tex", text, { read: () => undefined });
    const found = files.flatMap(({ displays }) => displays).flatMap((display) => display.steps);
    assert.deepEqual(
      found.map(({ departure }) => departure === true),
      [false, true, false, false],
    );
    assert.deepEqual(
      found.map(({ conditionalOn }) => conditionalOn !== null && conditionalOn === found[1]?.id),
      [false, false, true, true],
    );
  });
});
