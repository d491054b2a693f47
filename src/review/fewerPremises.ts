/** Facts that get in each other's way: two definitions that lead back to one another, laws that nothing found obeys. */
import type { Fact, Premise } from "../math/expr/claim";
import type { Expr } from "../math/expr/node";
import { nodes } from "../math/expr/walk";
import type { Verdict } from "../math/verdict/verdict";
import { headOf } from "../paper/derivation/head";

/** True where it is the facts together that leave nothing to compare. */
export const isInTheWay = (verdict: Verdict): verdict is Extract<Verdict, { kind: "open" }> =>
  verdict.kind === "open" &&
  /^(a definition that uses itself|constraint: )/.test(verdict.detail ?? "");

/** What is left without the later of two definitions that lead back to one another, and without laws: a step that holds by fewer facts holds by all. */
export function fewerPremises(
  given: readonly Premise[],
  { detail }: Extract<Verdict, { kind: "open" }>,
): readonly (readonly Premise[])[] {
  const straight = withoutCircles(given);
  const plain = straight.filter(({ facts }) => facts.every(({ kind }) => kind !== "constraint"));
  const lists = detail?.startsWith("constraint") ? [plain] : [straight, plain];
  return lists.filter(
    (some, i) => some.length < given.length && some.length !== lists[i - 1]?.length,
  );
}

/** W = cos θ Z + sin θ A, where it was said before what Z and A are made of. */
function withoutCircles(given: readonly Premise[]): readonly Premise[] {
  const leads = new Map<Expr, ReadonlySet<Expr>>();
  return given.filter(({ facts }) => {
    const links = facts.flatMap(linkOf);
    if (links.some(({ head, shows }) => reaches(shows, head, leads))) return false;
    for (const { head, shows } of links)
      leads.set(head, new Set([...(leads.get(head) ?? []), ...shows]));
    return true;
  });
}

interface Link {
  readonly head: Expr;
  readonly shows: ReadonlySet<Expr>;
}

function linkOf(fact: Fact): readonly Link[] {
  const head = fact.kind === "definition" ? headOf(fact.head) : undefined;
  if (fact.kind !== "definition" || !head) return [];
  return [{ head, shows: new Set([...nodes(fact.body)].flatMap((node) => headOf(node) ?? [])) }];
}

function reaches(
  from: ReadonlySet<Expr>,
  goal: Expr,
  leads: ReadonlyMap<Expr, ReadonlySet<Expr>>,
): boolean {
  const seen = new Set(from);
  for (const name of seen) {
    if (name === goal) return true;
    for (const next of leads.get(name) ?? []) seen.add(next);
  }
  return false;
}
