/** Posts to the panel: the first at once, the rest at most so often, the last never lost. */
import { strict as assert } from "node:assert";
import { atMostEvery } from "../../src/protocol/throttle";

const rest = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

describe("something done at most every 60 ms", () => {
  it("is done at once, then once more for everything that came in between", async () => {
    let count = 0;
    const { soon } = atMostEvery(60, () => count++);
    for (let i = 0; i < 5; i++) soon();
    assert.equal(count, 1);
    await rest(150);
    assert.equal(count, 2);
  });
  it("is done now where that is asked for, and not again for what waited", async () => {
    let count = 0;
    const { soon, now } = atMostEvery(60, () => count++);
    soon();
    soon();
    now();
    await rest(150);
    assert.equal(count, 2);
  });
});
