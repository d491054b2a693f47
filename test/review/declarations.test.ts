/** What is offered to be declared, where a verdict hinges on what a name stands for. */
import { strict as assert } from "node:assert";
import { dot, num, power, product, symbol } from "../../src/math/expr/build";
import { type Claim, defaultConventions } from "../../src/math/expr/claim";
import type { Expr } from "../../src/math/expr/node";
import { declarationsFor } from "../../src/review/declarations";

const claim = (left: Expr): Claim => ({
  left,
  relation: "=",
  right: num(1),
  given: [],
  conventions: defaultConventions,
});

const scalar = symbol("p", "scalar");
const vector = symbol("p", "four-vector");

describe("a declaration is offered", () => {
  it("for each thing a name is taken for by the readings", () => {
    assert.deepEqual(declarationsFor([claim(power(scalar, num(2))), claim(dot(vector, vector))]), [
      "p is a scalar",
      "p is a four-vector",
    ]);
  });

  it("where a premise takes the name for something else", () => {
    const facts = [{ kind: "inequality", left: vector, relation: "<", right: num(1) }] as const;
    const given = [{ id: "stated", name: "", latex: "", source: "stated", facts }] as const;
    assert.deepEqual(declarationsFor([{ ...claim(scalar), given }]), [
      "p is a scalar",
      "p is a four-vector",
    ]);
  });

  it("for no name that stands for one thing", () => {
    const other = symbol("q", "scalar");
    assert.deepEqual(declarationsFor([claim(scalar), claim(product(scalar, other))]), []);
  });
});
