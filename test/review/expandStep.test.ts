/** Between the sides of a step stand lines that the engine finds and judges, written in the author's macros. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { expandStep } from "../../src/review/expandStep";
import { freshReviewer } from "../kit/freshReviewer";

const r = String.raw;

function sidesOf(equation: string, { preamble = "", prose = "" } = {}): readonly string[] {
  const text = r`\documentclass{article}
\usepackage{amsmath,slashed}
${preamble}
\begin{document}
${prose}
\begin{align}
${equation}
\end{align}
\end{document}`;
  const line = text.split("\n").indexOf(equation) + 1;
  const files = { read: () => undefined };
  return expandStep({ path: "a.tex", text, files }, { line, column: 80 })?.sides ?? [];
}

describe("expanding a step", () => {
  it("a product is multiplied out before a stated condition is used", () => {
    assert.deepEqual(
      sidesOf(r`(p+k)^2 - m^2 &= 2\,p\cdot k`, { prose: r`On shell, $p^2=m^2$ and $k^2=0$.` }),
      [
        r`p^{2} + k^{2} + 2 \left(p\cdot k\right) - m^{2}`,
        r`m^{2} + 2 \left(p\cdot k\right) - m^{2}`,
      ],
    );
  });

  it("the lines carry the author's macros", () => {
    assert.deepEqual(
      sidesOf(r`(\ps+m)\gamma^\nu &= 2p^\nu - \gamma^\nu(\ps-m)`, {
        preamble: r`\newcommand{\ps}{\slashed{p}}`,
      }),
      [r`\ps \gamma^{\nu} + m \gamma^{\nu}`, r`2 p^{\nu} - \gamma^{\nu} \ps + m \gamma^{\nu}`],
    );
  });

  it("between sides that are one move apart stands nothing", () => {
    assert.deepEqual(sidesOf(r`(a+b)^2 &= a^2 + 2ab + b^2`), []);
  });

  it("a step that fails has no lines", () => {
    assert.deepEqual(sidesOf(r`(a+b)^2 - a^2 &= ab + b^2`), []);
  });

  it("a premise left unsaid is used and leaves the line before it standing", () => {
    assert.deepEqual(sidesOf(r`(\slashed{p}-m)(\slashed{p}+m) &= 0`).length > 0, true);
  });

  for (const path of ["examples/gamma.tex", "examples/oscillator.tex"])
    it(`takes every step of ${path} with several moves apart`, () => {
      const text = readFileSync(path, "utf8");
      const files = { read: () => undefined };
      const reviewer = freshReviewer();
      const steps = reviewer
        .review(path, text, files)
        .files.flatMap(({ displays }) => displays)
        .flatMap((display) => display.steps)
        .filter(({ compressed }) => compressed);
      assert.notEqual(steps.length, 0);
      for (const { start, end } of steps)
        assert.ok(expandStep({ path, text, files }, start), `line ${end.line}`);
    });
});
