/** A run of the extension host that proves nothing is not taken for one that passed. */
import { strict as assert } from "node:assert";
import { honest, type Results } from "../editor/harness/honest";

const passed = { title: "a", state: "passed", ms: 1 } as const;
const failed = { title: "b", state: "failed", ms: 1 } as const;
const told = (...tests: Results["tests"]): Results => ({ nonce: "n", tests });

const runs: readonly (readonly [string, Results | undefined, string, number])[] = [
  ["that passed counts as passed", told(passed), "code 0", 0],
  ["with a failed test counts it once", told(passed, failed), "code 1", 1],
  ["that ended well without results is a failure", undefined, "code 0", 1],
  ["that ended well without tests is a failure", told(), "code 0", 1],
  ["with the results of another run is a failure", { ...told(passed), nonce: "m" }, "code 0", 1],
  ["that did not answer is a failure", told(passed), "no answer after 150 s", 1],
  ["that ended badly with every test passed is a failure", told(passed), "code 1", 1],
  ["that ended well with a failed test is two failures", told(failed), "code 0", 2],
];

describe("a run of the extension host", () => {
  for (const [title, results, end, failures] of runs) {
    it(title, () => {
      const outcomes = honest(results, "n", end, 1);
      assert.equal(outcomes.filter(({ state }) => state === "failed").length, failures);
    });
  }
});
