/** Assumptions that cannot all be true settle nothing; those that leave room for one another do. */
import { strict as assert } from "node:assert";
import { verifyItem } from "../../src/review/verify";

const cases: readonly (readonly [string, readonly string[], string])[] = [
  ["x = 1", ["x=1", "x=2"], "contradiction"],
  ["x^2 = 1", ["x>0", "x=-1"], "contradiction"],
  ["x = 0", ["x\\neq 0", "x=0"], "contradiction"],
  ["x^2 = 1", ["x<0", "x=-1"], "proved"],
  ["x^2 = 4", ["x=2", "x=\\frac{4}{2}"], "proved"],
  ["a^2 = b^2", ["a=b"], "proved"],
];

describe("assumptions", () => {
  for (const [latex, assume, expected] of cases)
    it(`${assume.join(", ")} make ${latex} ${expected}`, () => {
      const { why, verdict } = verifyItem({ latex, assume });
      assert.equal(why ?? verdict, expected);
    });
});

describe("an ill-formed claim", () => {
  it("shows the numbers that differ where it has values all the same", () => {
    const { code, evidence } = verifyItem({ latex: "p_\\mu k_\\mu = 2p^\\mu k_\\mu" });
    assert.equal(code, "index");
    assert.ok(evidence?.kind === "form" && evidence.counterexample);
  });

  it("shows none where it has no values", () => {
    const { evidence } = verifyItem({ latex: "p^\\mu = k^\\nu" });
    assert.deepEqual(evidence, { kind: "form" });
  });
});
