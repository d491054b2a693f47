/** Sides are put in as rows of the display, or one behind the other where it has no rows. */
import assert from "node:assert/strict";
import { insertedSides } from "../../src/protocol/insertSides";

describe("inserting sides", () => {
  it("a row that is aligned at its relation goes on in rows like it", () => {
    const text = "\\begin{align}\n  a &= b \\\\\n    &= d\n\\end{align}";
    assert.equal(insertedSides(text, { line: 3, column: 8 }, ["c"]), "c \\\\\n    &= ");
  });

  it("eqnarray keeps both its signs", () => {
    assert.equal(
      insertedSides("  a &=& d", { line: 1, column: 9 }, ["b", "c"]),
      "b \\\\\n  &=& c \\\\\n  &=& ",
    );
  });

  it("an equation on one line goes on behind the sign", () => {
    assert.equal(insertedSides("\\[ a = c \\]", { line: 1, column: 8 }, ["b"]), "b\n= ");
  });
});
