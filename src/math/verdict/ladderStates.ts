/** a|n⟩ = √n|n − 1⟩: what takes a numbered state to its neighbour is the ladder operator of an oscillator. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Ket, Sym } from "../expr/node";
import { isMinusOne, isOne } from "../expr/questions";
import { nodes, replace } from "../expr/walk";
import { mapClaim } from "./facts";

export function withLadderStates(claim: Claim): Claim {
  const lowered = [
    [claim.left, claim.right],
    [claim.right, claim.left],
  ].flatMap(([side, other]) => {
    const [ladder, state] = side?.kind === "product" ? side.factors.slice(-2) : [];
    return isLadder(ladder) && state?.kind === "ket" && other && reaches(state, other)
      ? [ladder]
      : [];
  });
  const [found] = lowered;
  if (!found) return claim;
  const operator = symbol(found.name, "operator", { role: "lowering" });
  return mapClaim(claim, (part) => replace(part, new Map<Expr, Expr>([[found, operator]])));
}

/** a, where nothing says that it is a number. */
const isLadder = (node: Expr | undefined): node is Sym =>
  node?.kind === "symbol" &&
  /^â?$|^a$/u.test(node.name.normalize("NFC")) &&
  node.role === undefined &&
  /^(scalar|operator)$/.test(node.type);

/** |n⟩ on one side and nothing but |n − 1⟩ or |n + 1⟩ on the other. */
function reaches({ labels: [n, more] }: Ket, other: Expr): boolean {
  const kets = [...nodes(other)].filter((node): node is Ket => node.kind === "ket");
  const [ket, another] = kets;
  if (n?.kind !== "symbol" || more || !ket || another) return false;
  const [label, second] = ket.labels;
  return (
    !second &&
    label?.kind === "sum" &&
    label.terms.length === 2 &&
    label.terms.includes(n) &&
    label.terms.some((term) => isOne(term) || isMinusOne(term))
  );
}
