/** Where a claim was sampled, in the words of a physicist. */
import type { Fact } from "../expr/claim";
import type { Domain, Expr } from "../expr/node";
import { freeSymbols } from "./freeSymbols";

export function domainWords(sides: readonly Expr[], facts: readonly Fact[]): string {
  const stated = new Map(
    facts.flatMap((fact) => (fact.kind === "domain" ? [[fact.symbol, fact.domain] as const] : [])),
  );
  const byDomain = new Map<Domain, string[]>();
  for (const s of freeSymbols(...sides)) {
    if (s.role !== undefined || (s.type !== "scalar" && s.type !== "label")) continue;
    const domain = stated.get(s) ?? s.domain ?? (s.type === "label" ? "natural" : "real");
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), s.name]);
  }
  return [...byDomain].map(([domain, names]) => `${names.join(", ")} ${words[domain]}`).join("; ");
}

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
