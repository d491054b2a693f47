/** pV = NkT beside (∂p/∂V)_T: what the states obey says what one of their quantities is. */
import type { Claim, Fact } from "../expr/claim";
import { isNumber, isolate } from "../expr/isolate";
import type { Derivative, Expr } from "../expr/node";
import { nodes } from "../expr/walk";

export function withEquationsOfState(claim: Claim): Claim {
  const slopes = [claim.left, claim.right]
    .flatMap((side) => [...nodes(side)])
    .filter((node): node is Derivative => node.kind === "derivative" && isAlongStates(node));
  if (slopes.length === 0) return claim;
  const variables = slopes.flatMap(({ by }) =>
    by.kind === "variable" ? [by.variable, ...(by.held ?? [])] : [],
  );
  const names = new Set([...slopes.flatMap(({ operand }) => operand ?? []), ...variables]);
  const taken = new Set<Expr>();
  for (const fact of claim.given.flatMap(({ facts }) => facts))
    if (fact.kind === "definition") taken.add(fact.head);
  const solved = (fact: Fact): Fact => {
    if (fact.kind !== "constraint" || !isNumber(fact.left) || !isNumber(fact.right)) return fact;
    const count = (name: Expr, side: Expr): number =>
      [...nodes(side)].filter((node) => node === name).length;
    for (const name of names) {
      const [here, there] = [count(name, fact.left), count(name, fact.right)];
      if (taken.has(name) || name.kind !== "symbol" || here + there !== 1) continue;
      const body =
        here === 1 ? isolate(fact.left, fact.right, name) : isolate(fact.right, fact.left, name);
      if (!body) continue;
      taken.add(name);
      return { kind: "definition", head: name, body };
    }
    return fact;
  };
  return {
    ...claim,
    given: claim.given.map((premise) => {
      const facts = premise.facts.map(solved);
      return facts.every((fact, i) => fact === premise.facts[i]) ? premise : { ...premise, facts };
    }),
  };
}

/** (∂p/∂V)_T. */
const isAlongStates = ({ by }: Derivative): boolean =>
  by.kind === "variable" && (by.held?.length ?? 0) > 0;
