/** (ȧ/a)² = 8πGρ/3 beside H = ȧ/a says what H² is: a rate the text names is spoken of by its name where nothing else asks what it is a rate of. */
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { replace, some, symbolsOf } from "../expr/walk";
import { mapFact, partsOf, withFacts, withoutFacts } from "./facts";
import type { Written } from "./written";

export function withFoldedBodies(claim: Claim): Written {
  return claim.given.reduce<Written>(
    (so, premise) => {
      const next = premise.facts.filter(isRate).reduce(folded, so.claim);
      return next === so.claim ? so : { claim: next, used: [...so.used, premise] };
    },
    { claim, used: [] },
  );
}

type Rate = Extract<Fact, { kind: "definition" }> & { readonly head: Sym };

/** H = ȧ/a, but not v = ẋ. */
const isRate = (fact: Fact): fact is Rate =>
  fact.kind === "definition" &&
  fact.head.kind === "symbol" &&
  fact.body.kind !== "derivative" &&
  some(fact.body, ({ kind }) => kind === "derivative");

function folded(claim: Claim, rate: Rate): Claim {
  const by = new Map<Expr, Expr>([[rate.body, rate.head]]);
  const others = withoutFacts(claim, (fact) => fact === rate);
  const facts = others.given.flatMap((premise) => premise.facts);
  const speaks = facts.some((fact) =>
    partsOf(fact).some((part) => some(part, (node) => node === rate.body)),
  );
  if (!speaks) return claim;
  const named = withFacts(
    { ...others, left: replace(others.left, by), right: replace(others.right, by) },
    (fact) => mapFact(fact, (part) => replace(part, by)),
  );
  const own = symbolsOf(rate.body);
  const left = [
    named.left,
    named.right,
    ...named.given.flatMap((premise) => premise.facts.flatMap(partsOf)),
  ];
  const isAskedFor = left.some((part) =>
    some(part, (node) => node.kind === "symbol" && own.has(node)),
  );
  return isAskedFor ? claim : named;
}
