/** AB + BA = 2AB: nobody adds both orders of factors that commute, so the claim has to hold for factors that do not. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, symbolsOf, transform } from "../expr/walk";
import { isExchange } from "./exchange";
import { mapClaim } from "./facts";

/** The claim with the names that stand in both orders as operators; undefined where none do. */
export function withOrderedNames(claim: Claim): Claim | undefined {
  const names = new Set([claim.left, claim.right].flatMap((side) => [...exchangedIn(side)]));
  if (names.size < 2) return undefined;
  return mapClaim(claim, (part) =>
    transform(part, (node) =>
      node.kind === "symbol" && names.has(node) ? asOperator(node) : node,
    ),
  );
}

function* exchangedIn(side: Expr): Generator<Sym> {
  for (const node of nodes(side)) {
    if (node.kind !== "sum") continue;
    for (const [at, term] of node.terms.entries())
      if (node.terms.slice(at + 1).some((other) => isExchange(term, other)))
        for (const name of symbolsOf(term)) if (mayBeOperator(name)) yield name;
  }
}

/** A capital, a place or a momentum. */
const mayBeOperator = ({ name, type, role }: Sym): boolean =>
  type === "scalar" && role === undefined && /^(?:[A-Z]|[xqp])$/.test(name);

const asOperator = ({ name }: Sym): Sym =>
  symbol(
    name,
    "operator",
    name === "p"
      ? { role: "momentum-operator" }
      : /^[xq]$/.test(name)
        ? { role: "position-operator" }
        : {},
  );
