/** Equal means identical: what tells values apart, and what a rebuilt tree keeps. */
import assert from "node:assert/strict";
import { sharedFacts } from "../../../src/math/evaluate/sharedFacts";
import { num, product, sum, symbol } from "../../../src/math/expr/build";
import type { Fact } from "../../../src/math/expr/claim";
import { keyOf, spelling } from "../../../src/math/expr/intern";
import { mapChildren, replace } from "../../../src/math/expr/walk";

const [x, y, z] = [symbol("x"), symbol("y"), symbol("z")];

describe("interned trees", () => {
  it("values that differ have keys that differ, whatever their strings hold", () => {
    const values = [1, "1", 1n, [1, 2], [12], ["1,2"], ["1", "2"], { a: 1 }, { a: "1" }, { a1: x }];
    assert.equal(new Set(values.map(keyOf)).size, values.length);
    assert.equal(keyOf({ b: x, a: y }), keyOf({ a: y, b: x, c: undefined }));
  });

  it("a spelling tells trees apart without the numbers of what was met before", () => {
    const trees = [x, y, sum(x, y), product(x, y), product(num(2), x)];
    assert.equal(new Set(trees.map(spelling)).size, trees.length);
    assert.ok(!trees.map(spelling).join().includes("#"));
  });

  it("a tree in which nothing changes stays the same node, and one that is rebuilt equals the one built so", () => {
    const tree = sum(product(x, y), num(2));
    assert.equal(
      mapChildren(tree, (part) => part),
      tree,
    );
    assert.equal(replace(tree, new Map([[y, z]])), sum(product(x, z), num(2)));
  });

  it("equal lists of facts are one list", () => {
    const facts = (): readonly Fact[] => [{ kind: "definition", head: x, body: sum(y, z) }];
    const first = sharedFacts(facts());
    assert.equal(sharedFacts(facts()), first);
    assert.notEqual(sharedFacts([]), first);
  });
});
