/** Inequalities: one point refutes them, samples can only support them. */

import { shown, worlds } from "../evaluate/evaluate";
import { minus } from "../expr/build";
import type { Expr } from "../expr/node";
import { realNumber } from "./magnitude";
import { type Outcome, undecided } from "./outcome";
import { type Ground, sample } from "./sample";

export type Order = "<" | "≤" | ">" | "≥";

const points = 24;
/** Sides closer than this, relative to their terms, are not told apart. */
const resolution = 1e-9;

export function ordering(left: Expr, order: Order, right: Expr, ground: Ground): Outcome {
  const [small, large] = order === "<" || order === "≤" ? [left, right] : [right, left];
  const list = worlds([left, right], ground.conventions, ground.facts);
  let found = 0;
  let equal = 0;
  let why = "no value";
  for (let ordinal = 0; found < points && ordinal < 2 * points; ordinal++) {
    if (ground.effort.exhausted()) return undecided("budget", ground.effort.reason());
    const world = list[ordinal % list.length];
    if (!world) return undecided("beyond", "no representation");
    const result = sample([minus(large, small), left, right], ground, {
      world,
      number: "double",
      ordinal,
    });
    if (result.kind === "beyond") return undecided("beyond", result.construct);
    if (result.kind === "undefined") {
      why = result.why;
      continue;
    }
    const [gap, a, b] = result.components;
    const size = gap ? realNumber(shown(gap)) : undefined;
    if (!gap || !a || !b || size === undefined) {
      why = "a side is no real number";
      continue;
    }
    if (size < -resolution * gap.scale)
      return { kind: "differs", values: result.values, left: shown(a), right: shown(b) };
    if (size <= resolution * gap.scale) equal++;
    found++;
  }
  if (found < 8) return undecided("vacuous", why);
  const strict = order === "<" || order === ">";
  if (strict && equal === found) return undecided("differs", "the sides are equal at every sample");
  return { kind: "holds", error: undefined, points: found, digits: 15 };
}
