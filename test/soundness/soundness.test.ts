/** What must never hold: each trap comes out undecided or refuted, or leans on the one premise under which it is true. */
import { strict as assert } from "node:assert";
import { verifyItem } from "../../src/review/verify";
import { formalDangers } from "./formal";
import { dangers, laws } from "./items";
import { misread } from "./misread";

describe("laws without what they are about", () => {
  for (const latex of laws)
    it(`${latex} is no error`, () => {
      const { verdict, readAs } = verifyItem({ latex });
      assert.notEqual(verdict, "refuted", `read as ${readAs}`);
    });
});

for (const { what, traps } of [...dangers, ...formalDangers])
  describe(what, () => {
    for (const { latex, assume = [], dim, only } of traps)
      it(`${[latex, ...assume].join(", ")} ${only ? `holds only under ${only}` : "does not hold"}`, () => {
        const { verdict, premises, readAs } = verifyItem({
          latex,
          assume,
          ...(dim ? { dim } : {}),
        });
        const said = premises.some(({ id, source }) => source !== "stated" && id === only);
        assert.ok(
          said || (verdict !== "proved" && verdict !== "agrees"),
          `${verdict} [${premises.map(({ source, id }) => `${source}:${id}`).join(" ")}] read as ${readAs}`,
        );
      });
  });

describe("claims that hold only in a wrong reading", () => {
  for (const { latex, shown } of misread)
    it(`${latex} shows how it is read: ${shown}`, () => {
      assert.ok(verifyItem({ latex }).readAs.includes(shown), verifyItem({ latex }).readAs);
    });
});
