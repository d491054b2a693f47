/** −ħ²ψ″/2m = Eψ beside a given ψ says what E is. */
import { quotient } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { withFacts } from "./facts";

export function withEigenvalues(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  if (!facts.some(isOfRates)) return claim;
  const known = new Set(
    facts.flatMap((fact) => (fact.kind === "definition" ? [nameOf(fact.head)] : [])),
  );
  const asked = new Set([claim.left, claim.right].flatMap((side) => [...nodes(side)]));
  return withFacts(claim, (fact) => {
    if (!isOfRates(fact) || fact.kind !== "constraint") return fact;
    return (
      eigenvalue(fact.left, fact.right, known, asked) ??
      eigenvalue(fact.right, fact.left, known, asked) ??
      fact
    );
  });
}

/** Differentiates something. */
const isOfRates = (fact: Fact): boolean =>
  fact.kind === "constraint" && [fact.left, fact.right].some((side) => some(side, isRate));

const isRate = (node: Expr): boolean => node.kind === "derivative";

/** E = (what stands on the other side)/ψ, of Eψ with a name that is asked for and a ψ that is given. */
function eigenvalue(
  side: Expr,
  other: Expr,
  known: ReadonlySet<string | undefined>,
  asked: ReadonlySet<Expr>,
): Fact | undefined {
  if (side.kind !== "product" || side.factors.length !== 2) return undefined;
  const [value, state] = side.factors;
  if (!value || !state || !known.has(nameOf(state)) || !asked.has(value)) return undefined;
  const isName = value.kind === "labelled" || (value.kind === "symbol" && value.type === "scalar");
  const isApart = isName && !known.has(nameOf(value)) && !some(other, (node) => node === value);
  return isApart ? { kind: "definition", head: value, body: quotient(other, state) } : undefined;
}

/** ψ in ψ and in ψ(x). */
const nameOf = (node: Expr): string | undefined => {
  if (node.kind === "call") return nameOf(node.head);
  return node.kind === "symbol" ? node.name : undefined;
};
