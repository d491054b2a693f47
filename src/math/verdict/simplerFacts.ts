/** What is given in a roundabout way: (Δx)² = … says what the spread Δx is, √A = √B says A = B. */
import { func } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isTwo } from "../expr/questions";
import { some } from "../expr/walk";
import { withFacts } from "./facts";

export const withSimplerFacts = (claim: Claim): Claim =>
  withFacts(claim, (fact) => spread(fact) ?? withoutRoots(fact));

/** A spread is no negative number. */
function spread(fact: Fact): Fact | undefined {
  if (fact.kind !== "constraint" && fact.kind !== "definition") return undefined;
  const [left, right] =
    fact.kind === "constraint" ? [fact.left, fact.right] : [fact.head, fact.body];
  const head = left.kind === "power" && isTwo(left.exponent) ? left.base : undefined;
  const isSpread = head?.kind === "symbol" && head.type === "scalar" && /^[Δσ]./u.test(head.name);
  return head && isSpread && !some(right, (node) => node === head)
    ? { kind: "definition", head, body: func("sqrt", [right]) }
    : undefined;
}

function withoutRoots(fact: Fact): Fact {
  if (fact.kind !== "constraint") return fact;
  const [left, right] = [radicand(fact.left), radicand(fact.right)];
  return left && right ? { ...fact, left, right } : fact;
}

const radicand = (node: Expr): Expr | undefined =>
  node.kind === "function" && node.name === "sqrt" && node.parameters.length === 0
    ? node.args[0]
    : undefined;
