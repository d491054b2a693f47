import { strict as assert } from "node:assert";
import { printExpr } from "../../../src/math/expr/print";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readStatement } from "../../../src/paper/notation/read";
import { rules } from "../../../src/paper/notation/rules";
import { symbolRule } from "../../../src/paper/notation/symbol";

describe("notation rules", () => {
  for (const rule of [...rules, symbolRule])
    describe(rule.name, () => {
      for (const [latex, reading] of rule.examples)
        it(`${latex} reads as ${reading}`, () => {
          const { readings, gaps } = readStatement(parseFormula(latex).nodes);
          assert.equal(readings[0]?.map(printExpr).join(" = "), reading);
          assert.deepEqual(gaps, []);
        });
    });

  it("every rule shows what it reads", () => {
    for (const rule of rules) assert.ok(rule.examples.length > 0, rule.name);
  });
});
