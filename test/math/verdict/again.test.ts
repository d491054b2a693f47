/** What is found again is what was found, at its price. */
import assert from "node:assert/strict";
import { again } from "../../../src/math/verdict/again";
import { effort } from "../../../src/math/verdict/effort";
import { a, b, claim } from "./claims";

describe("what was worked out a moment ago", () => {
  it("is found again for an equal claim with as much to spend, and costs what it cost", () => {
    const first = effort(1, 1);
    const found = again(claim(a, b), first, true, () => {
      first.spend(700);
      return "found";
    });
    const second = effort(1, 1);
    const known = again(claim(a, b), second, false, () => "worked out anew");
    assert.deepEqual([found, known], ["found", "found"]);
    assert.equal(second.allowance(), first.allowance());
  });

  it("is worked out anew where less is left", () => {
    const work = (amount: string) => again(claim(b, a), effort(1, 2), true, () => amount);
    assert.equal(work("all"), "all");
    const poorer = effort(1, 2);
    poorer.spend(500);
    assert.equal(
      again(claim(b, a), poorer, false, () => "less"),
      "less",
    );
  });
});
