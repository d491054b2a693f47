/** What a step did is said in words; several moves in one line are flagged. */
import assert from "node:assert/strict";
import type { StepData } from "../../src/protocol/review";
import { freshReviewer } from "../kit/freshReviewer";

function stepOf(equation: string, prose = ""): StepData {
  const reviewer = freshReviewer();
  const text = `\\begin{document}\n${prose}\n\\begin{align*}\n${equation}\n\\end{align*}\n\\end{document}`;
  const { files } = reviewer.review("a.tex", text, { read: () => undefined });
  const [step] = files.flatMap(({ displays }) => displays).flatMap(({ steps }) => steps);
  assert.ok(step);
  return step;
}

const r = String.raw;
const did: readonly (readonly [string, readonly string[]])[] = [
  [r`(a+b)^2 &= a^2 + 2ab + b^2`, ["expands"]],
  [r`ab + ac &= a(b+c)`, ["factors"]],
  [r`\gamma^\mu\gamma^\nu\gamma_\mu &= -2\gamma^\nu`, ["contracts γ^μ…γ_μ"]],
  [r`\slashed{p}\gamma^\nu &= 2p^\nu - \gamma^\nu\slashed{p}`, ["anticommutes γ matrices"]],
  [r`\mathrm{Tr}[\gamma^\mu\gamma^\nu] &= 4g^{\mu\nu}`, ["evaluates the trace"]],
  [r`a a^\dagger &= a^\dagger a + 1`, ["commutes operators"]],
  [r`\int_0^\infty x\,e^{-x^2}\,dx &= \frac12`, ["integrates", "puts in the limits"]],
  [r`ab + c &= c + ba`, []],
  [r`p_\mu k^\mu q^\nu &= p_\alpha k^\alpha q^\nu`, ["relabels dummies"]],
  [r`\int_0^1 e^{-x^2}\,dx &= \int_0^1 e^{-y^2}\,dy`, ["renames a bound variable"]],
  [r`(a+b)^2 &= a^2 + b^2`, []],
];

describe("moves", () => {
  for (const [equation, moves] of did)
    it(`${equation}: ${moves.join(", ") || "nothing to tell"}`, () => {
      assert.deepEqual(stepOf(equation).moves, moves);
    });

  it("a stated condition that is used is a move", () => {
    const step = stepOf(r`p^2 + 2\,p\cdot k - m^2 &= 2\,p\cdot k`, "On shell, $p^2=m^2$.");
    assert.deepEqual(step.moves, ["goes on shell"]);
  });

  it("three moves in one line are compressed", () => {
    const step = stepOf(
      r`\mathrm{Tr}[(\slashed{p}+m)\gamma^\mu(\slashed{k}+m)\gamma^\nu] &= 4[p^\mu k^\nu + p^\nu k^\mu - g^{\mu\nu}(p\cdot k - m^2)]`,
    );
    assert.equal(step.verdict, "proved");
    assert.equal(step.compressed, true);
    assert.equal(step.code, "compressed");
  });

  it("one move is not compressed", () => {
    assert.equal(stepOf(r`(a+b)^2 &= a^2 + 2ab + b^2`).compressed, false);
  });
});
