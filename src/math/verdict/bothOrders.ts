/** AB + BA = 2AB: nobody adds both orders of factors that commute, so the claim has to hold for factors that do not. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Sym } from "../expr/node";
import { symbolsOf, transform } from "../expr/walk";
import { inBothOrders } from "./exchange";
import { mapClaim } from "./facts";

/** The claim with the names that stand in both orders as operators; undefined where none do. */
export function withOrderedNames(claim: Claim): Claim | undefined {
  const terms = [claim.left, claim.right].flatMap((side) => [...inBothOrders(side)]);
  const names = new Set(terms.flatMap((term) => [...symbolsOf(term)].filter(mayBeOperator)));
  if (names.size < 2) return undefined;
  return mapClaim(claim, (part) =>
    transform(part, (node) =>
      node.kind === "symbol" && names.has(node) ? asOperator(node) : node,
    ),
  );
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
