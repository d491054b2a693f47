/** Which formulas a selection holds. */
import { strict as assert } from "node:assert";
import { formulasIn } from "../../src/server/features/formulasIn";

/** The selection stands between bars. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["the inside of a formula", "Then $|a = b|$ holds.", ["a = b"]],
  ["a formula with its dollars", "Then |$a = b$| holds.", ["a = b"]],
  ["a formula with words around it", "|Then $a = b$ holds.|", ["a = b"]],
  ["the end of a formula and words after it", "Then $|a = b$ holds|.", ["a = b"]],
  ["two formulas", "|$a = b$ and \\(c = d\\)|", ["a = b", "c = d"]],
  ["a formula without a relation", "|so $x$ is small|", []],
  ["a formula without any delimiter", "|a &= b|", ["a &= b"]],
  ["earlier paragraphs do not count", "Costs 3$.\n\nThen |$a = b$|.", ["a = b"]],
  ["an escaped dollar is none", "At 3\\$, |$a = b$|.", ["a = b"]],
];

describe("formulas in a selection", () => {
  for (const [title, marked, formulas] of cases)
    it(title, () => {
      const [from, to] = [marked.indexOf("|"), marked.lastIndexOf("|") - 1];
      assert.deepEqual(formulasIn(marked.replaceAll("|", ""), from, to), formulas);
    });
});
