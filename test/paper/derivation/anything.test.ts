import { strict as assert } from "node:assert";
import fc from "fast-check";
import { readAssume } from "../../../src/paper/derivation/assume";
import { defaultContext } from "../../../src/paper/notation/context";
import { paperOf, stepsOf } from "../../kit/paper";

const fragments = fc.constantFrom(
  "a",
  "b",
  "x",
  "=",
  "<",
  ">",
  "+",
  "-",
  ",",
  ";",
  ".",
  "(",
  ")",
  "[",
  "]",
  "|",
  "&",
  "\\\\",
  "\n",
  "\n\n",
  "$",
  "{",
  "}",
  "^2",
  "_i",
  "\\[",
  "\\]",
  "\\begin{align}",
  "\\end{align}",
  "\\begin{equation}",
  "\\end{equation}",
  "\\quad",
  "\\text{ if $x>0$ }",
  "\\text{and}",
  "\\Rightarrow",
  "\\stackrel{\\eqref{l}}{=}",
  "\\label{l}",
  "\\intertext{so}",
  "\\underbrace{a}_{=0}",
  "\\langle",
  "\\rangle",
  "\\left(",
  "\\right.",
  " Hence ",
  " where ",
  " with ",
  " Let ",
  " mostly plus ",
  "$k=a+b$",
  "$x>0$",
  "\\section{S}",
  "% tacit: ignore\n",
  "% tacit: assume a=b\n",
  "% tacit: off\n",
  "% tacit: metric = mostly-plus\n",
  "% tacit: a are odd\n",
  "%? proved\n",
  "ds^2=-dt^2+dx^2",
  "\\in\\mathbb{R}",
  "\\to",
  "\\pm",
  "\\forall",
);
const anything = fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join(""));

describe("whatever is typed", () => {
  it("falls into steps whose spans lie in the text, in order, with names of their own", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const steps = stepsOf(paperOf(text));
        for (const { span } of steps)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
        for (const step of steps)
          for (const { from } of step.candidates) assert.notEqual(from, step.id);
      }),
      { numRuns: 600 },
    );
  });

  it("as an assumption is read or returned", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { kind } = readAssume(text, defaultContext());
        assert.ok(kind === "read" || kind === "unread");
      }),
      { numRuns: 600 },
    );
  });
});
