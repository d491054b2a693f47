/** [J_i, J_j] = iε_{ijk}J_k and [x, p] = i as a text gives them: ħ is one in it. */
import { hbar, one } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";
import { partsOf } from "./facts";

const unit: Fact = { kind: "definition", head: hbar, body: one };

export function withStatedUnits(claim: Claim): Claim {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  if (written.some((part) => some(part, (node) => node === hbar))) return claim;
  if (!claim.given.some(({ facts }) => facts.some(isQuantumAlgebra))) return claim;
  return {
    ...claim,
    given: claim.given.map((premise) =>
      premise.facts.some(isQuantumAlgebra)
        ? { ...premise, facts: [...premise.facts, unit] }
        : premise,
    ),
  };
}

const isQuantumAlgebra = (fact: Fact): boolean =>
  fact.kind === "algebra" &&
  fact.left.kind === "bracket" &&
  [fact.left.left, fact.left.right].every((side) => some(side, isOfQuanta));

const isOfQuanta = (node: Expr): boolean =>
  node.kind === "symbol" &&
  (node.role === "angular-momentum" ||
    node.role === "momentum-operator" ||
    node.role === "position-operator");
