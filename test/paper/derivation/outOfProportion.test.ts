/** Texts nobody writes are read to their end in bounded time, and what stands beside them is read as ever. */
import { strict as assert } from "node:assert";
import { paperOf, stepsOf } from "../../kit/paper";

const many = (text: string, count: number): string => text.repeat(count);
const shown = (latex: string): string => `\\[ ${latex} \\]\n\nThen\n\\[ a+b = b+a \\]\n`;

const texts: readonly (readonly [what: string, text: string])[] = [
  ["braces 10⁵ deep", shown(`${many("{", 1e5)}x${many("}", 1e5)} = y`)],
  ["braces that are never closed", shown(`${many("{", 1e5)}x = y`)],
  ["braces that were never opened", shown(`${many("}", 1e5)}x = y`)],
  ["parentheses 10⁵ deep", shown(`${many("(", 1e5)}x${many(")", 1e5)} = y`)],
  ["a line of a megabyte", shown(`${many("a+b-c\\cdot d ", 8e4)} = y`)],
  ["fractions 10⁴ deep", shown(`${many("\\frac{1}{", 1e4)}x${many("}", 1e4)} = y`)],
  ["exponents 10⁴ deep", shown(`x${many("^{x", 1e4)}${many("}", 1e4)} = y`)],
  ["a matrix of 10⁴ rows", shown(`\\begin{pmatrix}${many("a & b \\\\ ", 1e4)}\\end{pmatrix} = y`)],
  ["a sentence of 10⁵ formulas", many("$a$ ", 1e5) + shown("x = y")],
  ["a sentence of 10⁴ equations", many("$a=b$ ", 1e4) + shown("x = y")],
  ["a comment of a megabyte", `${many("%", 1e6)}\n${shown("x = y")}`],
  [
    "definitions of themselves",
    `\\def\\x{\\x}\\def\\y{\\y\\y}\\def\\z#1{\\z{#1#1}}${shown("\\x = \\y + \\z{a}")}`,
  ],
  [
    "macros that grow without bound",
    `\\newcommand{\\a}{x+}\\newcommand{\\b}{${many("\\a", 50)}}\\newcommand{\\c}{${many("\\b", 50)}}\\newcommand{\\d}{${many("\\c", 50)}}${shown("\\d = y")}`,
  ],
  ["lines that end as on Windows", shown("x = y").replaceAll("\n", "\r\n")],
  ["a mark of byte order", `\ufeff${shown("x = y")}`],
  ["nothing but a display", "$$ a+b = b+a $$"],
  ["characters that change the direction", shown("x\u202e\u200b\u0301 = y")],
];

describe("what is out of all proportion", () => {
  for (const [what, text] of texts)
    it(`the rest is read in time: ${what}`, () => {
      const steps = stepsOf(paperOf(text));
      const last = steps.at(-1);
      assert.ok(last && last.gaps.length === 0 && last.readings.length > 0);
    }).timeout(30_000);

  it("an empty text has no steps", () => assert.deepEqual(stepsOf(paperOf("")), []));
});
