/** π = φ̇: what an equation gives the value of is a momentum, not the number. */
import { constant, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import { some, transform } from "../expr/walk";
import { equated, mapClaim, withFacts } from "./facts";

export function withMomentumPi(claim: Claim): Claim {
  const isGiven = claim.given.some(({ facts }) =>
    facts.some((fact) => equated(fact)?.[0] === number),
  );
  if (!isGiven) return claim;
  const named = mapClaim(claim, (part) =>
    transform(part, (node) => (node === number ? momentum : node)),
  );
  return withFacts(named, (fact) =>
    fact.kind === "constraint" &&
    fact.left === momentum &&
    !some(fact.right, (node) => node === momentum)
      ? { kind: "definition", head: momentum, body: fact.right }
      : fact,
  );
}

const number = constant("π");
const momentum = symbol("π", "scalar");
