/** S = 1 + iT is unitary: what a text says of a name that it also writes out is said of what is written. */
import { dagger, negate, one, product, sum } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { withFacts } from "./facts";

export function withDefinedProperties(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const bodies = new Map(
    facts.flatMap((fact) => (fact.kind === "definition" ? [[fact.head, fact.body] as const] : [])),
  );
  const shown = new Set([claim.left, claim.right].flatMap((side) => [...nodes(side)]));
  const isMeant = (body: Expr): boolean =>
    some(body, (node) => isOperator(node) && shown.has(node));
  let isMore = false;
  const given = claim.given.map((premise) => {
    const more = premise.facts.flatMap((fact) =>
      fact.kind === "property"
        ? fact.of.flatMap((name) => {
            const body = shown.has(name) ? undefined : bodies.get(name);
            return body && isMeant(body) ? relations(fact.property, body) : [];
          })
        : [],
    );
    if (more.length === 0) return premise;
    isMore = true;
    return { ...premise, facts: [...premise.facts, ...more] };
  });
  return isMore ? { ...claim, given } : claim;
}

/** det R = 1 of a matrix that is orthogonal or unitary. */
export function withDeterminants(claim: Claim): Claim {
  const shaped = new Set(
    claim.given.flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        fact.kind === "property" && /^(?:orthogonal|unitary)$/.test(fact.property) ? fact.of : [],
      ),
    ),
  );
  if (shaped.size === 0) return claim;
  return withFacts(claim, (fact) => {
    if (fact.kind !== "constraint" || fact.right !== one) return fact;
    const { left } = fact;
    const [of] = left.kind === "function" && left.name === "det" ? left.args : [];
    return of && shaped.has(of) ? { kind: "property", property: "special", of: [of] } : fact;
  });
}

function relations(property: string, body: Expr): readonly Fact[] {
  const equal = (left: Expr, right: Expr): Fact => ({ kind: "algebra", left, right });
  const slope = slopeOf(body);
  if (slope) return property === "unitary" ? [equal(dagger(slope), negate(slope))] : [];
  switch (property) {
    case "unitary":
      return [equal(product(dagger(body), body), one), equal(product(body, dagger(body)), one)];
    case "hermitian":
      return [equal(dagger(body), body)];
    default:
      return [];
  }
}

/** The X of 1 + εX, which goes no further than its first order. */
function slopeOf(body: Expr): Expr | undefined {
  if (body.kind !== "sum") return undefined;
  const terms = body.terms.filter((term) => term !== one);
  if (terms.length === body.terms.length || !terms.some((term) => some(term, isSmall)))
    return undefined;
  return sum(
    ...terms.map((term) =>
      term.kind === "product"
        ? product(...term.factors.filter((factor) => !isSmall(factor)))
        : term,
    ),
  );
}

/** ε, δt: what such a sum is expanded in. */
const isSmall = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "scalar" && /^(?:[εϵ]|[δd][a-zα-ω])$/u.test(node.name);

const isOperator = (node: Expr): boolean =>
  node.kind === "symbol" && (node.type === "operator" || node.type === "matrix");
