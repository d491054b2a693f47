/** λ_± = a ± b names two numbers, λ_+ and λ_−. */
import { minusOne, num, one, product } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";
import { mapFact } from "./facts";
import { choose } from "./plusMinus";

export function withSignedNames(claim: Claim): Claim {
  const given = claim.given.map((premise) => ({
    ...premise,
    facts: premise.facts.flatMap(bothSigns).map((fact) => mapFact(fact, numbered)),
  }));
  return { ...claim, left: numbered(claim.left), right: numbered(claim.right), given };
}

const bothSigns = (fact: Fact): readonly Fact[] =>
  fact.kind === "definition" && some(fact.head, ({ kind }) => kind === "plus-minus")
    ? (["+", "-"] as const).map((sign) => mapFact(fact, (part) => choose(part, sign)))
    : [fact];

/** The labels + and − as 1 and −1, so that neither stands for any other. */
const numbered = (side: Expr): Expr =>
  some(side, isPlus)
    ? transform(side, (node) => (isPlus(node) ? one : node === opposite ? num(-1) : node))
    : side;

const isPlus = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "label" && node.name === "+";

const opposite = product(minusOne, one);
