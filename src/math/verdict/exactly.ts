/** Both sides compared in prime fields, in every world. */

import { same } from "../evaluate/evaluate";
import type { World } from "../evaluate/evaluation";
import type { Expr } from "../expr/node";
import { algebraic } from "./algebraic";
import { pointsNeeded } from "./degree";
import { type Ground, samplePair } from "./sample";

export type Exact =
  | {
      readonly kind: "equal";
      readonly points: number;
      readonly error: number;
      readonly rational: boolean;
    }
  | { readonly kind: "different"; readonly rational: boolean }
  | { readonly kind: "unavailable" };

const unavailable: Exact = { kind: "unavailable" };

/** `rational`: nothing was taken as an independent symbol, so that a difference is one, too. */
export function exactly(left: Expr, right: Expr, ground: Ground, worlds: readonly World[]): Exact {
  const { exprs, replaced } = algebraic([left, right], ground.facts.length === 0);
  const [a = left, b = right] = exprs;
  const needed = pointsNeeded(a, b);
  let rational = !replaced;
  for (const world of worlds) {
    let found = 0;
    for (let ordinal = 0; found < needed.points; ordinal++) {
      if (ordinal >= needed.points + 6 || ground.effort.exhausted()) return unavailable;
      const pair = samplePair(a, b, ground, { world, number: "prime", ordinal });
      if (pair.kind === "beyond") return unavailable;
      if (pair.kind === "undefined") continue;
      if (pair.transcendental) rational = false;
      if (!same(pair.left, pair.right)) return { kind: "different", rational };
      found++;
    }
  }
  return { kind: "equal", points: needed.points * worlds.length, error: needed.error, rational };
}
