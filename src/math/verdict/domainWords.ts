/** Where a claim was sampled, in the words of a physicist. */
import type { Fact } from "../expr/claim";
import type { Domain, Expr } from "../expr/node";
import { freeSymbols, valued } from "./freeSymbols";

export function domainWords(sides: readonly Expr[], facts: readonly Fact[]): string {
  const stated = new Map(
    facts.flatMap((fact) => (fact.kind === "domain" ? [[fact.symbol, fact.domain] as const] : [])),
  );
  const byDomain = new Map<Domain, string[]>();
  const { names, bodies } = meanings(sides, facts);
  const values = valued(...sides, ...bodies);
  for (const s of freeSymbols(...sides, ...bodies)) {
    if (names.has(s.name) || !values.has(s)) continue;
    if (s.role !== undefined || (s.type !== "scalar" && s.type !== "label")) continue;
    const domain = stated.get(s) ?? s.domain ?? (s.type === "label" ? "natural" : "real");
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), s.name]);
  }
  return [...byDomain].map(([domain, names]) => `${names.join(", ")} ${words[domain]}`).join("; ");
}

/** What is given by an equation is not sampled; what its equation shows is. */
function meanings(
  sides: readonly Expr[],
  facts: readonly Fact[],
): { readonly names: ReadonlySet<string>; readonly bodies: readonly Expr[] } {
  const names = new Set<string>();
  const bodies: Expr[] = [];
  for (let grown = true; grown; ) {
    grown = false;
    const shown = new Set([...freeSymbols(...sides, ...bodies)].map(({ name }) => name));
    for (const fact of facts) {
      const head = fact.kind === "definition" ? nameOf(fact.head) : undefined;
      if (fact.kind !== "definition" || head === undefined) continue;
      if (!shown.has(head) || bodies.includes(fact.body)) continue;
      names.add(head);
      bodies.push(fact.body);
      grown = true;
    }
  }
  return { names, bodies };
}

/** x and C(t), not x₁, beside which other members may stand. */
const nameOf = (head: Expr): string | undefined => {
  if (head.kind === "symbol") return head.name;
  return head.kind === "call" && head.head.kind === "symbol" ? head.head.name : undefined;
};

const words: Readonly<Record<Domain, string>> = {
  complex: "complex",
  real: "real",
  nonzero: "≠ 0",
  positive: "> 0",
  nonnegative: "≥ 0",
  integer: "integer",
  natural: "= 0, 1, 2, …",
  spin: "= 1/2, 1, 3/2, …",
  small: "small",
};
