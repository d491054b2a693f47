/** Equations as textbooks write them: the true ones hold, or are left open where that is said; no slip holds. */
import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { verifyItem } from "../../src/review/verify";

interface Line {
  readonly latex: string;
  readonly slips: readonly string[];
  readonly assume?: readonly string[];
  readonly metric?: "mostly-minus" | "mostly-plus";
  readonly dim?: number | "d";
  /** True, and not decided. */
  readonly open?: true;
}

const lines = readFileSync("test/identities/textbook.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);

describe("equations of textbooks", () => {
  for (const { latex, slips, assume = [], open, ...conventions } of lines) {
    const judged = (claim: string) =>
      verifyItem({ latex: claim, assume, ...conventions, premises: "none" });
    it(`${[latex, ...assume].join(", ")} ${open ? "is not refuted" : "holds"}`, () => {
      const { verdict, detail, readAs } = judged(latex);
      const isHeld = verdict === "proved" || verdict === "agrees";
      assert.ok(open ? verdict !== "refuted" : isHeld, `${verdict} ${detail} read as ${readAs}`);
    });
    for (const slip of slips)
      it(`${[slip, ...assume].join(", ")} does not hold`, () => {
        const { verdict, tacit, readAs } = judged(slip);
        const isHeld = verdict === "proved" || verdict === "agrees";
        assert.ok(!isHeld || tacit, `${verdict} read as ${readAs}`);
      });
  }
});
