/** Form before value: indices in balance on every term and both sides, sums of one sort. */

import { zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";
import { type Fault, openIndices, unbalanced, usesBothHeights } from "./indices";
import { signChoices } from "./plusMinus";
import { clashAmong, clashIn } from "./sorts";

/** What is wrong with the form of a claim, if anything. */
export function fault(claim: Claim, bothHeights: boolean | undefined): Fault | undefined {
  const [sides] = signChoices([claim.left, claim.right]);
  if (!sides) return undefined;
  const [left, right] = sides;
  const strict =
    claim.conventions.metric !== "euclidean" && (bothHeights ?? usesBothHeights(left, right));
  const [a, b] = [openIndices(left, strict), openIndices(right, strict)];
  if (a.fault) return a.fault;
  if (b.fault) return b.fault;
  const clash =
    clashIn(left) ??
    clashIn(right) ??
    (claim.relation === "=" ? clashAmong([left, right]) : undefined);
  if (clash) return { name: clash.name, what: "free" };
  if (
    !a.open ||
    !b.open ||
    left === zero ||
    right === zero ||
    claim.relation === "∝" ||
    claim.relation === "∼"
  )
    return undefined;
  const name = unbalanced(a.open, b.open);
  if (name && isLabelToo(name, left, right)) return undefined;
  if (name) return { name, what: "free" };
  if (!strict) return undefined;
  for (const [shared, index] of a.open)
    if (index.space === "lorentz" && b.open.get(shared)?.place !== index.place)
      return { name: shared, what: "position" };
  return undefined;
}

/** The same letter numbers something else, so that it may be a label throughout. */
const isLabelToo = (name: string, ...sides: readonly Expr[]): boolean =>
  sides.some((side) =>
    some(side, (node) => node.kind === "symbol" && node.name === name && node.type !== "tensor"),
  );
