/** What is given in a roundabout way: (Δx)² = … says what the spread Δx is, √A = √B says A = B. */
import { func, product } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isSpinor, isTwo, isVector } from "../expr/questions";
import { some, symbolsOf } from "../expr/walk";
import { withFacts } from "./facts";

export const withSimplerFacts = (claim: Claim): Claim =>
  withFacts(claim, (fact) => spread(fact) ?? withoutFields(withoutRoots(fact)));

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

/** m²A_μA^μ = e²v²A_μA^μ of a field that is not said to vanish says m² = e²v². */
function withoutFields(fact: Fact): Fact {
  if (fact.kind !== "constraint") return fact;
  const sides = [fact.left, fact.right].map((side) =>
    side.kind === "product" ? side.factors : [side],
  );
  const [ours = [], theirs = []] = sides;
  const common = ours.filter((factor) => isField(factor) && theirs.includes(factor));
  const [left, right] = sides.map((factors) =>
    product(...factors.filter((factor) => !common.includes(factor))),
  ) as [Expr, Expr];
  const isNumber = [left, right].every(
    (side) =>
      symbolsOf(side).size > 0 && [...symbolsOf(side)].every(({ type }) => type === "scalar"),
  );
  return common.length > 0 && isNumber ? { ...fact, left, right } : fact;
}

/** A_μ, a component or a vector of which nothing else is known. */
const isField = (node: Expr): boolean =>
  (node.kind === "tensor" && node.head.kind === "symbol" && node.head.role === undefined) ||
  (node.kind === "dot" && node.left === node.right) ||
  isVector(node) ||
  isSpinor(node);

const radicand = (node: Expr): Expr | undefined =>
  node.kind === "function" && node.name === "sqrt" && node.parameters.length === 0
    ? node.args[0]
    : undefined;
