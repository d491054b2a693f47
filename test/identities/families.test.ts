/** Well-known results and their slips: the labels are confirmed outside the engine, and the engine never says the opposite. */
import { strict as assert } from "node:assert";
import { verifyItem } from "../../src/review/verify";
import { labelled } from "../kit/families";

describe("equations of well-known results", () => {
  for (const item of labelled()) {
    it(`${item.id} is ${item.label} in numbers: ${item.latex}`, () =>
      assert.equal(item.holds(), item.label));
    it(`${item.id} is not called ${!item.label}`, () => {
      const { verdict, tacit, readAs } = verifyItem({
        latex: item.latex,
        assume: item.assume,
        premises: "none",
      });
      const isHeld = verdict === "proved" || verdict === "agrees";
      if (item.label) assert.notEqual(verdict, "refuted", readAs);
      else assert.ok(!isHeld || tacit, readAs);
    });
  }
});
