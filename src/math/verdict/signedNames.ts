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

/** λ_+ and λ_− as names of their own, so that neither is λ_1 or stands for any other; among further labels as 1 and −1. */
const numbered = (side: Expr): Expr =>
  transform(side, (node) => {
    if (node.kind !== "labelled" || node.head.role !== undefined) return node;
    const [only, ...more] = node.labels;
    const sign = more.length === 0 && only ? signIn(only) : undefined;
    return sign
      ? intern({ ...node.head, name: `${node.head.name}${sign}` })
      : intern({ ...node, labels: node.labels.map(asNumber) });
  });

const signIn = (label: Expr): "₊" | "₋" | undefined =>
  isPlus(label) ? "₊" : label === opposite || isMinus(label) ? "₋" : undefined;

const asNumber = (label: Expr): Expr =>
  transform(label, (node) =>
    isPlus(node) ? one : node === opposite || isMinus(node) ? num(-1) : node,
  );

const isPlus = (node: Expr): boolean => isSign(node, "+");
const isMinus = (node: Expr): boolean => isSign(node, "-") || isSign(node, "−");

const isSign = (node: Expr, name: string): boolean =>
  node.kind === "symbol" && node.type === "label" && node.name === name;

const opposite = product(minusOne, one);
