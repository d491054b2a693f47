/** Every law keeps the value of what it rewrites, as the evaluator finds it; with a slip in the result it does not. */
import assert from "node:assert/strict";
import { apply } from "../../../src/math/algebra/apply";
import type { Law } from "../../../src/math/algebra/law";
import { laws } from "../../../src/math/algebra/laws";
import { formOf } from "../../../src/math/algebra/sameness";
import { tidy } from "../../../src/math/algebra/tidy";
import type { Claim } from "../../../src/math/expr/claim";
import { printExpr } from "../../../src/math/expr/print";
import { judge } from "../../../src/math/verdict/judge";
import type { JudgeOptions } from "../../../src/math/verdict/options";
import { slips } from "../../../src/math/verdict/slips";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readStatement } from "../../../src/paper/notation/read";
import { assumed } from "../../../src/review/assumed";
import { contextOf } from "../../../src/review/context";
import { conventionsOf } from "../../../src/review/item";
import { type Instance, instances } from "./instances";

const options: JudgeOptions = { mode: "verify", seed: 1, budget: 20 };

/** Variants of one law share the instances of the first. */
const named = (law: Law): string => law.name.replace(/-[2-9]$/, "-1");

function claimOf({ latex, assume = [], anyDimension }: Instance): Claim {
  const { nodes } = parseFormula(latex);
  const conventions = conventionsOf(anyDimension ? { dim: "d" } : {});
  const context = contextOf(nodes, assume, {}, conventions);
  const read = assumed(assume, context, {});
  const { readings } = readStatement(nodes, { ...context, conventions: read.conventions });
  const [left, right] = readings[0] ?? [];
  assert.ok(left && right && read.unread.length === 0, latex);
  return { left, relation: "=", right, given: read.premises, conventions: read.conventions };
}

/** What the law makes of the left side. */
function rewritten(law: Law, claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const { conventions, right: target } = claim;
  const right = apply(law, tidy(claim.left), { conventions, facts, target }, { left: 10_000 });
  assert.ok(right, `${law.name} says nothing about ${printExpr(claim.left)}`);
  return { ...claim, right };
}

const shown = ({ left, right }: Claim): string => `${printExpr(left)} = ${printExpr(right)}`;

describe("laws", () => {
  for (const law of laws) {
    if (/-[2-9]$/.test(law.name)) continue;
    const own = instances[named(law)] ?? [];

    it(`${law.name} holds where it is used`, () => {
      assert.notEqual(own.length, 0, "no instance");
      for (const instance of own) {
        const claim = rewritten(law, claimOf(instance));
        const { kind } = judge(claim, options);
        assert.ok(kind === "proved" || kind === "agrees", `${kind}: ${shown(claim)}`);
      }
    });

    it(`${law.name} with a slip does not hold`, () => {
      for (const instance of own) {
        const result = rewritten(law, claimOf(instance));
        const verdicts = [...slips(result, 1)]
          .filter(({ expected }) => !(instance.hermitian && expected.kind === "conjugate"))
          .filter(({ claim }) => formOf(claim.right) !== formOf(result.right))
          .map(({ claim }) => ({ claim, kind: judge(claim, options).kind }));
        const held = verdicts.filter(({ kind }) => kind === "proved" || kind === "agrees");
        assert.deepEqual(
          held.map(({ claim }) => shown(claim)),
          [],
        );
        assert.ok(
          instance.undetermined || verdicts.some(({ kind }) => kind === "refuted"),
          "no slip is refuted",
        );
      }
    });
  }
});
