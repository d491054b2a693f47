/** [A, B] = C: a capital beside operators names an operator, unless it is said to be a number. */
import { symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Sym } from "../expr/node";
import { replace } from "../expr/walk";
import { mapClaim } from "./facts";

export function withNamedCommutators(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const numbers = new Set(facts.flatMap((fact) => (fact.kind === "domain" ? [fact.symbol] : [])));
  const named = facts.flatMap(commutatorIn).filter((name) => !numbers.has(name));
  if (named.length === 0) return claim;
  const put = new Map(named.map((name) => [name, symbol(name.name, "operator")] as const));
  return mapClaim(claim, (part) => replace(part, put));
}

function commutatorIn(fact: Fact): readonly Sym[] {
  if (fact.kind !== "algebra" && fact.kind !== "constraint") return [];
  const { left, right } = fact;
  const isCommutator = left.kind === "bracket" && left.sort === "commutator";
  return isCommutator && right.kind === "symbol" && isCapital(right) ? [right] : [];
}

const isCapital = ({ name, type, role }: Sym): boolean =>
  type === "scalar" && role === undefined && /^[A-Z]$/.test(name);
