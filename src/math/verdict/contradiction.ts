/** Premises that give one name two values, or one outside its domain. */
import { minus, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Domain, Expr, Relation } from "../expr/node";
import { compare } from "./comparison";
import { freeSymbols } from "./freeSymbols";
import type { Ground } from "./sample";

/** The name in question; undefined where the definitions leave room for one another. */
export function overdetermined(claim: Claim, ground: Ground): Expr | undefined {
  const values = new Map<Expr, Expr>();
  const given = claim.given.flatMap(({ facts }) => facts);
  for (const fact of given) {
    if (fact.kind !== "definition") continue;
    const before = values.get(fact.head);
    if (before && areDifferentNumbers(before, fact.body, ground)) return fact.head;
    values.set(fact.head, fact.body);
  }
  const outside = given.find(
    (fact) => fact.kind === "domain" && liesOutside(values.get(fact.symbol), fact.domain, ground),
  );
  return outside?.kind === "domain" ? outside.symbol : undefined;
}

/** A number that the domain said of its name does not hold. */
function liesOutside(value: Expr | undefined, domain: Domain, ground: Ground): boolean {
  const relation = relations[domain];
  if (!value || !relation || freeSymbols(value).size > 0) return false;
  return (
    compare({ left: value, relation, right: zero }, { ...ground, facts: [] }).kind === "differs"
  );
}

const relations: Partial<Record<Domain, Relation>> = {
  positive: ">",
  nonnegative: "≥",
  nonzero: "≠",
};

const areDifferentNumbers = (a: Expr, b: Expr, ground: Ground): boolean =>
  freeSymbols(a, b).size === 0 &&
  compare({ left: minus(a, b), relation: "=", right: zero }, { ...ground, facts: [] }).kind ===
    "differs";
