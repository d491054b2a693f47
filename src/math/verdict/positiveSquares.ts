/** ω² = c²k² of positive ω, c and k is ω = ck: exact arithmetic, which knows no sign, could not tell the root. */
import { minus, product, rational } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isZero } from "../expr/questions";
import { domainPremise } from "./conventionsUsed";
import { withFacts } from "./facts";
import { coreOf, type Monomial, monomials } from "./monomial";
import type { Written } from "./written";

export function withPositiveSquares(claim: Claim): Claim | Written {
  const positive = claim.given.flatMap(({ facts }) => facts.flatMap(positiveIn));
  const unsaid = new Set<string>();
  const isPositive = (base: Expr): boolean =>
    positive.includes(base) || (base.kind === "symbol" && base.domain === "positive");
  const rooted = withFacts(claim, (fact) => {
    if (fact.kind !== "constraint") return fact;
    const [one, other, ...more] = monomials(minus(fact.left, fact.right));
    if (!one || !other || more.length > 0) return fact;
    const isDifference = one.coefficient.over > 0n !== other.coefficient.over > 0n;
    const [left, right] = [one, other].map((side) => rootOf(side, isPositive));
    if (!isDifference || !left || !right) return fact;
    for (const { base } of [...one.factors, ...other.factors])
      if (base.kind === "symbol" && !positive.includes(base)) unsaid.add(base.name);
    return { kind: "constraint", left, right };
  });
  if (unsaid.size === 0) return rooted;
  const premise = domainPremise("positive", [...unsaid].join(", "));
  return { claim: rooted, used: [{ ...premise, source: "convention", facts: [] }] };
}

/** k of k > 0, and of “k is positive”. */
function positiveIn(fact: Fact): readonly Expr[] {
  if (fact.kind === "domain") return fact.domain === "positive" ? [fact.symbol] : [];
  if (fact.kind !== "inequality") return [];
  if (fact.relation === ">" && isZero(fact.right)) return [fact.left];
  return fact.relation === "<" && isZero(fact.left) ? [fact.right] : [];
}

/** ck of c²k²; undefined of what is no square, or not positive. */
function rootOf(
  { factors, coefficient: { over, under } }: Monomial,
  isPositive: (base: Expr) => boolean,
): Expr | undefined {
  if (!factors.every(({ base, times }) => times % 2 === 0 && isPositive(base))) return undefined;
  const [above, below] = [wholeRoot(over < 0n ? -over : over), wholeRoot(under)];
  const halved = factors.map(({ base, times }) => ({ base, times: times / 2 }));
  return above && below ? product(rational(above, below), coreOf(halved)) : undefined;
}

function wholeRoot(square: bigint): bigint | undefined {
  const root = BigInt(Math.round(Math.sqrt(Number(square))));
  return root * root === square ? root : undefined;
}
