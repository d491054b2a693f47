/** iħ d|ψ⟩/dt = H|ψ⟩ put into d⟨ψ|A|ψ⟩/dt: states change as the text says, operators written without a time do not. */
import { acted } from "../expr/apply";
import { dagger, product, zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isRate, type StateMotion, stateMotion } from "../expr/stateMotion";
import { nodes, transform } from "../expr/walk";
import { equated, withoutFacts } from "./facts";
import { varyingIn, writtenOut } from "./leibniz";
import type { Written } from "./written";

export function withMovingStates(claim: Claim): Claim | Written {
  const laws = claim.given.flatMap((premise) =>
    premise.facts.flatMap((fact) => lawIn(fact, premise) ?? []),
  );
  if (laws.length === 0) return claim;
  const { left, right } = claim;
  const sides = [left, right].flatMap((side) => [...nodes(side)]);
  if (!sides.some(isRate)) return claim;
  const varies = varyingIn([left, right]);
  const used = new Set<Premise>();
  const told = withoutFacts(claim, (fact) => laws.some((law) => law.fact === fact));
  const put = (side: Expr): Expr =>
    transform(writtenOut(transform(side, acted), varies), (node) => rateOf(node, laws, used));
  const moved = { ...told, left: put(left), right: put(right) };
  return used.size > 0 ? { claim: moved, used: [...used] } : claim;
}

interface Law extends StateMotion {
  readonly fact: Fact;
  readonly premise: Premise;
}

function lawIn(fact: Fact, premise: Premise): Law | undefined {
  const sides = fact.kind === "inequality" ? undefined : equated(fact);
  const motion = sides && stateMotion(...sides);
  return motion && { ...motion, fact, premise };
}

function rateOf(node: Expr, laws: readonly Law[], used: Set<Premise>): Expr {
  if (!isRate(node)) return node;
  const { operand } = node;
  if (operand.kind === "symbol" && operand.type === "operator" && !operand.dependsOn) return zero;
  if (operand.kind !== "ket" && operand.kind !== "bra") return node;
  const law = laws.find(({ label }) => operand.labels.length === 1 && operand.labels[0] === label);
  if (!law) return node;
  used.add(law.premise);
  return operand.kind === "ket" ? product(law.rate, operand) : product(operand, dagger(law.rate));
}
