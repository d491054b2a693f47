/** λ_± = a ± b names two numbers, λ_+ and λ_−. */
import { minusOne, num, one, product } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";
import { mapFact } from "./facts";
import { choose } from "./plusMinus";

export function withSignedNames(claim: Claim): Claim {
  if (!claim.given.some(({ facts }) => facts.some(isOfBothSigns))) return claim;
  const given = claim.given.map((premise) => ({
    ...premise,
    facts: premise.facts.flatMap(bothSigns).map((fact) => mapFact(fact, numbered)),
  }));
  return { ...claim, left: numbered(claim.left), right: numbered(claim.right), given };
}

const isOfBothSigns = (fact: Fact): boolean =>
  fact.kind === "definition" &&
  fact.head.kind === "labelled" &&
  fact.head.head.role === undefined &&
  some(fact.head, ({ kind }) => kind === "plus-minus");

const bothSigns = (fact: Fact): readonly Fact[] =>
  isOfBothSigns(fact)
    ? (["+", "-"] as const).map((sign) => mapFact(fact, (part) => choose(part, sign)))
    : [fact];

/** The labels + and − of a number as 1 and −1, so that neither stands for any other. */
const numbered = (side: Expr): Expr =>
  transform(side, (node) =>
    node.kind === "labelled" && node.head.role === undefined
      ? intern({ ...node, labels: node.labels.map(asNumber) })
      : node,
  );

const asNumber = (label: Expr): Expr =>
  transform(label, (node) => (isPlus(node) ? one : node === opposite ? num(-1) : node));

const isPlus = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "label" && node.name === "+";

const opposite = product(minusOne, one);
