/** Both sides compared in doubles over two decades, and in many digits before either answer is believed. */
import { shown } from "../evaluate/evaluate";
import type { World } from "../evaluate/evaluation";
import { surveyed } from "../evaluate/survey";
import type { Expr } from "../expr/node";
import { isAmongReals } from "./amongReals";
import { isComplexNumber } from "./magnitude";
import { type Differs, type Holds, type Undecided, undecided } from "./outcome";
import { isHopeless } from "./patience";
import { type Found, type Ground, samplePair } from "./sample";
import { settle } from "./settle";

export interface Plan {
  /** Places where both sides must have a value. */
  readonly points: number;
  /** Digits that settle an agreement; none: an exact proof stands behind it. */
  readonly digits: number;
}

/** Places that are settled in many digits however dear they are, unless one of them could not be. */
const settledAtLeast = 3;
/** Multiply-adds above which further places are looked at in doubles only. */
const dear = 4000;

export function numerically(
  left: Expr,
  right: Expr,
  ground: Ground,
  worlds: readonly World[],
  plan: Plan,
): Holds | Differs | Undecided {
  const places = lookThrough(left, right, ground, worlds, Math.max(plan.points, worlds.length));
  let digits = Number.POSITIVE_INFINITY;
  let reached = Number.POSITIVE_INFINITY;
  let points = 0;
  for (;;) {
    const next = places.next();
    if (next.done) {
      const ended = next.value;
      if (ended.kind === "undecided") return ended;
      if (reached < plan.digits)
        return undecided("budget", `${reached} digits reached of ${plan.digits}`);
      return {
        kind: "holds",
        error: undefined,
        points,
        digits,
        ...(ended.realOnly ? { realOnly: true } : {}),
      };
    }
    const { spot, pair } = next.value;
    const isSettled = reached >= plan.digits && (points < settledAtLeast || pair.cost < dear);
    const here = settle(left, right, ground, spot, pair, isSettled ? plan.digits : 0);
    if (here.kind !== "equal") return here;
    digits = Math.min(digits, here.digits);
    if (here.digits > 15 || points < settledAtLeast) reached = Math.min(reached, here.digits);
    points++;
  }
}

interface Place {
  readonly spot: { readonly world: World; readonly ordinal: number };
  readonly pair: Found;
}

type Ended = Undecided | { readonly kind: "enough"; readonly realOnly: boolean };

/** As many places as wanted where both sides have values; among reals, real ones. */
function* lookThrough(
  left: Expr,
  right: Expr,
  ground: Ground,
  worlds: readonly World[],
  wanted: number,
): Generator<Place, Ended> {
  const reasons = new Map<string, number>();
  const miss = (why: string): void => void reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const reals = isAmongReals(surveyed([left, right], ground.facts).nodes);
  const tries = (reals ? 16 : 3) * wanted + 8;
  let found = 0;
  for (let ordinal = 0; found < wanted; ordinal++) {
    if (ground.effort.exhausted()) return undecided("budget", ground.effort.reason());
    const world = worlds[found % worlds.length];
    if (!world || ordinal >= tries || isHopeless(found, reasons)) return tooFew(found, reasons);
    const pair = samplePair(left, right, ground, { world, number: "double", ordinal });
    if (pair.kind === "beyond") return undecided("beyond", pair.construct);
    if (pair.kind === "undefined") miss(pair.why);
    else if (reals && (pair.leavesReals || !isReal(pair))) miss(noReal);
    else {
      yield { spot: { world, ordinal }, pair };
      found++;
    }
  }
  return { kind: "enough", realOnly: reasons.has(noReal) };
}

const noReal = "a side is no real number";

const isReal = ({ left, right }: Found): boolean =>
  ![left, right].some((side) => isComplexNumber(shown(side), side.shape.length));

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
