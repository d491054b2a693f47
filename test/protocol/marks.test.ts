/** One mark a line: the worst step speaks. */
import { strict as assert } from "node:assert";
import { marks } from "../../src/protocol/marks";
import type { StepData } from "../../src/protocol/review";
import { displayData, failing, fileData, leaning, stepData } from "../kit/reviewed";

const cases: readonly (readonly [string, readonly StepData[], string, string])[] = [
  ["a proved step has a dim sign without words", [stepData(1)], "proved", "✓"],
  ["numerical agreement has its own sign", [stepData(1, { verdict: "agrees" })], "agrees", "≈"],
  ["an unstated premise is named as such", [leaning(1)], "tacit", "◇ unstated premise"],
  ["a failing step says so", [failing(1)], "refuted", "✗ fails"],
  [
    "the worst of several steps speaks, with a count",
    [stepData(1), failing(1), stepData(1)],
    "refuted",
    "✗ fails (1 of 3)",
  ],
  ["steps that are all alike are not counted", [stepData(1), stepData(1)], "proved", "✓"],
  [
    "a difference that nothing closes differs as written",
    [stepData(1, { verdict: "open", why: "differs" })],
    "open",
    "≠ differs as written",
  ],
  [
    "two readings are ambiguous",
    [stepData(1, { verdict: "open", why: "reading" })],
    "open",
    "? ambiguous",
  ],
  [
    "longer reasons stay in the hover",
    [stepData(1, { verdict: "open", why: "beyond" })],
    "open",
    "? undecided",
  ],
  ["a given equation is given", [stepData(1, { verdict: "stated" })], "stated", "≔ given"],
  [
    "notation that is not covered is not read",
    [stepData(1, { verdict: "unread" })],
    "unread",
    "– not read",
  ],
];

describe("marks", () => {
  for (const [title, steps, look, text] of cases)
    it(title, () => {
      const [mark, ...rest] = marks(fileData(displayData(steps)));
      assert.deepEqual([mark?.look, mark?.text, rest], [look, text, []]);
    });

  it("a step over several lines is marked where it ends", () => {
    const step = stepData(4, { end: { line: 6, column: 2 } });
    assert.deepEqual(
      marks(fileData(displayData([step]))).map(({ line }) => line),
      [6],
    );
  });

  it("a pending step hides every verdict of its line", () => {
    const [one, two] = [failing(3), stepData(3)];
    const [mark] = marks(fileData(displayData([one, two])), (step) => step === two);
    assert.deepEqual([mark?.look, mark?.text], ["pending", "…"]);
  });

  it("no mark has more than three words beside its count", () => {
    for (const [, steps] of cases)
      for (const { text } of marks(fileData(displayData(steps)))) {
        const words = text
          .replace(/\(.*\)/, "")
          .trim()
          .split(" ")
          .slice(1);
        assert.ok(words.length <= 3, text);
      }
  });
});
