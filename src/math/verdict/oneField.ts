/** 𝐀 under ∇× and 𝐀 in what is given are one field: what varies in one place varies in all. */
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withOneField(claim: Claim): Claim {
  if (claim.given.length === 0) return claim;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const names = new Set<Sym>();
  // 𝐄₀ of 𝐄 = 𝐄₀e^{i𝐤·𝐫} is another thing than 𝐄.
  const families = new Set<Expr>();
  for (const part of [claim.left, claim.right, ...facts.flatMap(partsOf)])
    for (const node of nodes(part)) {
      if (node.kind === "symbol" && isPlain(node)) names.add(node);
      if (node.kind === "labelled") families.add(node.head);
    }
  const varying = new Map(
    [...names].flatMap((name) => (name.dependsOn ? [[keyOf(name), name] as const] : [])),
  );
  const put = new Map<Expr, Expr>();
  for (const name of names) {
    const field = varying.get(keyOf(name));
    if (field && !name.dependsOn && !name.domain && !families.has(name)) put.set(name, field);
  }
  return put.size === 0 ? claim : mapClaim(claim, (part) => replace(part, put));
}

const keyOf = ({ name, type }: Sym): string => `${type} ${name}`;

const isPlain = ({ type, role }: Sym): boolean =>
  role === undefined && /^(scalar|three-vector|four-vector)$/.test(type);
