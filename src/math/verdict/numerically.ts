/** Both sides compared in doubles over two decades, and in many digits before either answer is believed. */

import { distance, firstDifference, same, shown } from "../evaluate/evaluate";
import type { World } from "../evaluate/evaluation";
import type { Expr } from "../expr/node";
import { isAmongReals } from "./amongReals";
import { isComplexNumber } from "./magnitude";
import { type Differs, type Holds, type Undecided, undecided } from "./outcome";
import { type Ground, type Pair, samplePair } from "./sample";

type Found = Extract<Pair, { kind: "pair" }>;

/** A difference this large, relative to the largest term, needs no more digits to be believed. */
const plainDifference = 1e-6;
const wantedDigits = { closed: 30, analysed: 12 };

/** At least `points` places where both sides have a value, spread over the worlds. */
export function numerically(
  left: Expr,
  right: Expr,
  ground: Ground,
  worlds: readonly World[],
  points: number,
  settle: boolean,
): Holds | Differs | Undecided {
  const wanted = Math.max(points, worlds.length);
  const reasons = new Map<string, number>();
  let found = 0;
  let digits = Number.POSITIVE_INFINITY;
  let realOnly = false;
  const reals = isAmongReals(left, right);
  for (let ordinal = 0; found < wanted; ordinal++) {
    if (ground.effort.exhausted()) return undecided("budget", ground.effort.reason());
    if (ordinal >= (reals ? 16 : 3) * wanted + 8) return tooFew(found, reasons);
    const world = worlds[found % worlds.length];
    if (!world) return undecided("beyond", "no representation");
    const pair = samplePair(left, right, ground, { world, number: "double", ordinal });
    if (pair.kind === "beyond") return undecided("beyond", pair.construct);
    if (pair.kind === "undefined") {
      reasons.set(pair.why, (reasons.get(pair.why) ?? 0) + 1);
      continue;
    }
    if (reals && [pair.left, pair.right].some((side) => isComplexNumber(shown(side)))) {
      realOnly = true;
      reasons.set(noReal, (reasons.get(noReal) ?? 0) + 1);
      continue;
    }
    const here =
      settle || !same(pair.left, pair.right)
        ? settled(left, right, ground, world, ordinal, pair)
        : pair;
    if (!here) return undecided("budget", "the difference is too small to be told from rounding");
    if (!same(here.left, here.right)) return counterexample(here);
    digits = Math.min(digits, here.left.digits, here.right.digits);
    found++;
  }
  return {
    kind: "holds",
    error: undefined,
    points: found,
    digits,
    ...(realOnly ? { realOnly } : {}),
  };
}

const noReal = "a side is no real number";

/** Digits an agreement must reach: all of them for closed forms, fewer where a quadrature or a sum was done. */
export const digitsWanted = (analysed: boolean): number =>
  analysed ? wantedDigits.analysed : wantedDigits.closed;

/** The same place in many digits; in doubles where there is no such representation and doubles suffice. */
function settled(
  left: Expr,
  right: Expr,
  ground: Ground,
  world: World,
  ordinal: number,
  inDoubles: Found,
): Found | undefined {
  const equal = same(inDoubles.left, inDoubles.right);
  if (!equal && distance(inDoubles.left, inDoubles.right) > plainDifference) return inDoubles;
  const precise = samplePair(left, right, ground, { world, number: "digits", ordinal });
  if (precise.kind === "pair") return precise;
  return equal ? inDoubles : undefined;
}

const counterexample = (pair: Found): Differs => ({
  kind: "differs",
  values: pair.values,
  ...firstDifference(pair.left, pair.right),
});

/** No verdict comes from places where a side has no value. */
function tooFew(found: number, reasons: ReadonlyMap<string, number>): Undecided {
  const [why = "no value", count = 0] = [...reasons].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (why.startsWith("contradiction")) return undecided("contradiction", why);
  if (why.startsWith("constraint")) return undecided("premise", why);
  return undecided(
    "vacuous",
    found === 0 ? `${why}, at every sample` : `${why}, at ${count} samples of ${count + found}`,
  );
}
