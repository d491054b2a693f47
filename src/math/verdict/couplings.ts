/** g′ beside g in √(g² + g′²) is a second coupling, no derivative. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isTwo } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withCouplings(claim: Claim): Claim {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const primed = new Set(
    written.flatMap((part) => [...nodes(part)].flatMap((node) => secondIn(node) ?? [])),
  );
  if (primed.size === 0) return claim;
  const isDifferentiated = (node: Expr): boolean =>
    node.kind === "derivative" && node.operand !== undefined && primed.has(node.operand);
  if (written.some((part) => some(part, isDifferentiated))) return claim;
  const named = (node: Expr): Expr =>
    primed.has(node) && node.kind === "primed" && node.head.kind === "symbol"
      ? symbol(`${node.head.name}′`, "scalar")
      : node;
  return mapClaim(claim, (part) => transform(part, named));
}

/** g′ in g² + g′². */
function secondIn(node: Expr): Expr | undefined {
  if (node.kind !== "sum") return undefined;
  const bases = node.terms.flatMap((term) =>
    term.kind === "power" && isTwo(term.exponent) ? [term.base] : [],
  );
  return bases.find(
    (base) =>
      base.kind === "primed" &&
      base.order === 1 &&
      base.head.kind === "symbol" &&
      base.head.name === "g" &&
      bases.includes(base.head),
  );
}
