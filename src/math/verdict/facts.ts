/** Going through facts as one goes through expressions. */
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";

export function partsOf(fact: Fact): readonly Expr[] {
  switch (fact.kind) {
    case "definition":
      return [fact.head, fact.body];
    case "constraint":
    case "algebra":
    case "inequality":
      return [fact.left, fact.right];
    case "domain":
      return [fact.symbol];
    case "property":
      return fact.of;
    case "line-element":
      return [...fact.coordinates, ...fact.components.flat()];
  }
}

/** The fact with every expression in it changed. */
export function mapFact(fact: Fact, change: (part: Expr) => Expr): Fact {
  switch (fact.kind) {
    case "definition":
      return { ...fact, head: change(fact.head), body: change(fact.body) };
    case "constraint":
    case "algebra":
    case "inequality":
      return { ...fact, left: change(fact.left), right: change(fact.right) };
    case "domain":
      return { ...fact, symbol: change(fact.symbol) };
    case "property":
      return { ...fact, of: fact.of.map(change) };
    case "line-element":
      return {
        ...fact,
        coordinates: fact.coordinates.map(change),
        components: fact.components.map((row) => row.map(change)),
      };
  }
}

/** The claim with every expression in it and in what is given changed; a premise whose facts stay the same stays the one it is. */
export const mapClaim = (claim: Claim, change: (part: Expr) => Expr): Claim => ({
  ...claim,
  left: change(claim.left),
  right: change(claim.right),
  given: claim.given.map((premise) => {
    const facts = premise.facts.map((fact) => mapFact(fact, change));
    const isSame = premise.facts.every((fact, n) =>
      partsOf(fact).every((part, k) => part === partsOf(facts[n] ?? fact)[k]),
    );
    return isSame ? premise : { ...premise, facts };
  }),
});

/** The claim with its facts changed one by one; a premise whose facts stay the same stays the one it is. */
export function withFacts(claim: Claim, change: (fact: Fact) => Fact): Claim {
  const given = claim.given.map((premise) => {
    const facts = premise.facts.map(change);
    return facts.some((fact, n) => fact !== premise.facts[n]) ? { ...premise, facts } : premise;
  });
  return given.some((premise, n) => premise !== claim.given[n]) ? { ...claim, given } : claim;
}

/** The claim without the facts that are told by other means. */
export const withoutFacts = (claim: Claim, isTold: (fact: Fact) => boolean): Claim => ({
  ...claim,
  given: claim.given.map((premise) => {
    const facts = premise.facts.filter((fact) => !isTold(fact));
    return facts.length === premise.facts.length ? premise : { ...premise, facts };
  }),
});

/** The two sides a fact makes equal, where it does. */
export function equated(fact: Fact): readonly [Expr, Expr] | undefined {
  switch (fact.kind) {
    case "definition":
      return [fact.head, fact.body];
    case "constraint":
    case "algebra":
      return [fact.left, fact.right];
    default:
      return undefined;
  }
}
