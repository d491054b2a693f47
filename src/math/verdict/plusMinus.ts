/** ± and ∓: a claim that holds one is two claims, and both must hold. */
import { negate } from "../expr/build";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";

export type Sides = readonly [left: Expr, right: Expr];

export function signChoices(sides: Sides): readonly Sides[] {
  const [left, right] = sides;
  if (![left, right].some((side) => some(side, (node) => node.kind === "plus-minus")))
    return [sides];
  return (["+", "-"] as const).map((chosen) => [choose(left, chosen), choose(right, chosen)]);
}

export const choose = (side: Expr, chosen: "+" | "-"): Expr =>
  transform(side, (node) => {
    if (node.kind !== "plus-minus") return node;
    return node.upper === chosen ? node.operand : negate(node.operand);
  });
