/** Where it decides nothing that numbers are positive, and where it may. */
import assert from "node:assert/strict";
import { func, num, power, product, quotient, rational, sum } from "../../../src/math/expr/build";
import type { Fact } from "../../../src/math/expr/claim";
import { saysNothing } from "../../../src/math/verdict/signs";
import { a, b, x } from "./claims";

const positive: readonly Fact[] = [a, b, x].flatMap((symbol) =>
  symbol.kind === "symbol" ? [{ kind: "domain", symbol, domain: "positive" }] : [],
);

describe("signs of numbers", () => {
  it("decide nothing of what is analytic in them", () => {
    const sides = [quotient(power(a, num(-3)), sum(b, x)), func("cos", [product(a, b)])];
    assert.ok(saysNothing(positive, sides, []));
  });

  for (const [what, side] of [
    ["a root", func("sqrt", [power(a, num(2))])],
    ["a power that is no whole number", power(a, rational(1n, 2n))],
    ["a power by a name", power(a, b)],
    ["an absolute value", func("abs", [a])],
    ["a logarithm", func("ln", [a])],
  ] as const)
    it(`may decide ${what}, in a side as in a fact`, () => {
      assert.ok(!saysNothing(positive, [side, x], []));
      assert.ok(!saysNothing(positive, [a, x], [{ kind: "definition", head: x, body: side }]));
    });

  it("may decide where an equation is solved", () => {
    assert.ok(!saysNothing(positive, [a, b], [{ kind: "constraint", left: a, right: b }]));
  });
});
