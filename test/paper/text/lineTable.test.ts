import { strict as assert } from "node:assert";
import fc from "fast-check";
import { lineAt, lineTable, offsetAt, placeAt } from "../../../src/paper/text/lineTable";

describe("a line table", () => {
  it("counts lines and columns from 1", () => {
    const table = lineTable("ab\n\ncd");
    assert.deepEqual(placeAt(table, 0), { line: 1, column: 1 });
    assert.deepEqual(placeAt(table, 2), { line: 1, column: 3 });
    assert.deepEqual(placeAt(table, 3), { line: 2, column: 1 });
    assert.deepEqual(placeAt(table, 5), { line: 3, column: 2 });
  });

  it("finds back every offset", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "é", "\r") }), (text) => {
        const table = lineTable(text);
        for (let offset = 0; offset <= text.length; offset++)
          assert.equal(offsetAt(table, placeAt(table, offset)), offset);
      }),
    );
  });

  it("knows the line an offset stands on", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n") }), fc.nat(50), (text, at) => {
        const offset = Math.min(at, text.length);
        assert.equal(lineAt(lineTable(text), offset), text.slice(0, offset).split("\n").length);
      }),
    );
  });
});
