/** Slips planted into the annotated papers and the examples: none holds, and few are excused. */
import { strict as assert } from "node:assert";
import {
  heldSteps,
  holds,
  isKnownTrue,
  isTacit,
  planted,
  plantedPapers,
  shown,
  verdictOf,
} from "../kit/planted";

/** Every so many steps of a paper; the bench takes them all. */
const every = 9;

describe("slips planted into papers", () => {
  const excused: string[] = [];
  let count = 0;

  for (const path of plantedPapers())
    it(`no slip in ${path} holds`, function () {
      this.timeout(240_000);
      const steps = [...heldSteps(path)].filter((_, place) => place % every === 0);
      for (const step of steps)
        for (const { claim } of planted(step.claim)) {
          if (isKnownTrue(claim)) continue;
          const verdict = verdictOf(step, claim);
          count++;
          if (!holds(verdict)) continue;
          assert.ok(isTacit(verdict), shown(claim));
          excused.push(shown(claim));
        }
    });

  // two in a hundred would be better: hermiticity and commuting excuse daggers and orders that were lost
  it("an unstated premise excuses few of them", () => {
    assert.ok(count > 60, `${count} slips`);
    assert.ok(excused.length <= 0.1 * count, excused.join("\n"));
  });
});
