/** Does a paper write a sum as one index up and one down, or does it sum over indices at equal heights? */
import { openIndices, usesBothHeights } from "../math/verdict/indices";
import type { Paper } from "../paper/derivation/paper";

/** Equal heights in several formulas, and in one of four, are a habit; fewer are slips. */
const several = 3;
const habit = 1 / 4;

export function keepsHeights({ bothHeights, displays }: Paper): boolean {
  if (!bothHeights) return false;
  const sides = new Set(
    displays
      .flatMap(({ steps }) => steps)
      .flatMap(({ readings }) => readings.slice(0, 1))
      .flatMap(({ left, right }) => [left, right]),
  );
  let level = 0;
  let apart = 0;
  for (const side of sides)
    if (openIndices(side, true).fault?.what === "position") level++;
    else if (usesBothHeights(side)) apart++;
  return level < several || level < habit * (level + apart);
}
