/** L = ½ml²θ̇² + mgl cos θ is given: what moves by it obeys its equation of motion. */
import { zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { equationsOfMotion } from "../expr/eulerLagrange";
import type { Expr } from "../expr/node";
import { isNamed } from "../expr/questions";
import { some } from "../expr/walk";
import type { JudgeOptions } from "./options";
import type { Written } from "./written";

export function withLagrangianGiven(claim: Claim, { mode }: JudgeOptions): Claim | Written {
  const sides = [claim.left, claim.right];
  const moves = sides.some((side) => some(side, ({ kind }) => kind === "derivative"));
  if (mode !== "verify" || !moves) return claim;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const lagrangian = facts.find(isLagrangian);
  if (lagrangian?.kind !== "definition") return claim;
  if (sides.some((side) => some(side, (node) => node === lagrangian.head))) return claim;
  const moved = equationsOfMotion(lagrangian.body).filter(({ field }) =>
    sides.some((side) =>
      some(side, (node) => node.kind === "derivative" && node.operand === field),
    ),
  );
  if (moved.length === 0) return claim;
  const premise: Premise = {
    id: "equation-of-motion",
    name: "the equation of motion of the given Lagrangian",
    latex: "\\delta S=0",
    source: "convention",
    facts: moved.map(({ vanishing }) => ({ kind: "constraint", left: vanishing, right: zero })),
  };
  return { claim: { ...claim, given: [...claim.given, premise] }, used: [] };
}

const isLagrangian = (fact: Fact): boolean =>
  fact.kind === "definition" && ["L", "ℒ"].some((name) => isNamed(headOf(fact.head), name));

const headOf = (node: Expr): Expr =>
  node.kind === "call" || node.kind === "labelled" ? node.head : node;
