/** g₀₀ = 1 + 2Φ of the text: this entry of the metric, in place of the flat one. */
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { replace, some } from "../expr/walk";
import type { Written } from "./written";

export function withMetricEntries(claim: Claim): Claim | Written {
  const put = new Map<Expr, Expr>();
  const used = claim.given.filter(({ facts }) => {
    const entries = facts.filter((fact) => fact.kind === "definition" && isEntry(fact.head));
    for (const fact of entries) if (fact.kind === "definition") put.set(fact.head, fact.body);
    return entries.length > 0;
  });
  const shows = [claim.left, claim.right].some((side) => some(side, (node) => put.has(node)));
  if (!shows) return claim;
  return {
    claim: {
      ...claim,
      left: replace(claim.left, put),
      right: replace(claim.right, put),
      given: claim.given.filter((premise) => !used.includes(premise)),
    },
    used,
  };
}

/** g₀₀, each of whose indices has a value. */
const isEntry = (head: Expr): boolean =>
  head.kind === "tensor" &&
  head.head.kind === "symbol" &&
  head.head.role === "metric" &&
  head.indices.every(({ value }) => value !== undefined);
