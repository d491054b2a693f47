/** What an author tells the checker in a comment, in full or in short. */
import { strict as assert } from "node:assert";
import { directiveIn } from "../../../src/paper/derivation/directive";

const declarations: readonly (readonly [
  comment: string,
  symbols: readonly string[],
  is: string,
])[] = [
  [" tacit: k, p are four-vectors", ["k", "p"], "four-vectors"],
  [" tacit: $A$ and $B$ are operators.", ["A", "B"], "operators"],
  [" tacit: A, B: operators", ["A", "B"], "operators"],
  [" tacit: A, B operators", ["A", "B"], "operators"],
  [" tacit: \\mathbf{L}: an operator", ["\\mathbf{L}"], "operator"],
];

describe("comments for the checker", () => {
  for (const [comment, symbols, is] of declarations)
    it(`%${comment}`, () =>
      assert.deepEqual(directiveIn(comment), { kind: "declare", symbols, is }));

  it("words that say nothing of a name are not understood", () =>
    assert.deepEqual(directiveIn(" tacit: F, G frobnicators"), {
      kind: "unknown",
      text: "F, G frobnicators",
    }));
});
