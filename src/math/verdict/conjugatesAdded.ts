/** X + h.c. of one term is X + X†, X + c.c. is X + X*. */
import { involution, sum } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { transform } from "../expr/walk";

export function withConjugatesAdded(claim: Claim): Claim {
  const [left, right] = [claim.left, claim.right].map((side) => transform(side, added)) as [
    Expr,
    Expr,
  ];
  return left === claim.left && right === claim.right ? claim : { ...claim, left, right };
}

/** Of several terms it would not be said how many are meant. */
function added(node: Expr): Expr {
  if (node.kind !== "sum" || node.terms.length !== 2) return node;
  const [term, rest] = node.terms;
  if (!term || rest?.kind !== "opaque" || rest.parts.length > 0) return node;
  if (rest.what === "h.c.") return sum(term, involution("dagger", term));
  return rest.what === "c.c." ? sum(term, involution("conjugate", term)) : node;
}
