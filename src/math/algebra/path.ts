/** A way from one expression to another, one law at a time, found from both ends. */
import type { Expr } from "../expr/node";
import { isZero } from "../expr/questions";
import { apply, type Work } from "./apply";
import type { Law, Scene } from "./law";
import { laws } from "./laws";
import { formOf } from "./sameness";
import { sizeOf } from "./size";
import { tidy } from "./tidy";

/** One move: the law, its direction, and the expression it leads to. */
export interface Move {
  readonly law: Law;
  readonly way: "forth" | "back";
  readonly to: Expr;
}

/** An expression that laws lead to from one end. */
interface Spot {
  readonly expr: Expr;
  readonly cost: number;
  readonly law?: Law;
  readonly from?: Spot;
}

/** One end of the way, and what was reached from it. */
interface Front {
  readonly climb: Generator<Spot, void>;
  readonly reached: Map<Expr, Spot>;
  done: boolean;
}

type Meeting = readonly [Spot, Spot];

/** The moves from left to right, none where they differ in nothing but order and names; undefined where no way is found with `effort` nodes looked at. */
export function pathBetween(
  left: Expr,
  right: Expr,
  scene: Omit<Scene, "target">,
  effort: number,
): readonly Move[] | undefined {
  const work = { left: effort };
  const fronts: readonly [Front, Front] = [
    frontFrom(left, { ...scene, target: right }, work),
    frontFrom(right, { ...scene, target: left }, work),
  ];
  let best: Meeting | undefined;
  for (let further = extra; !fronts.every(({ done }) => done); ) {
    best = cheaper(best, forward(fronts[0], fronts[1], false), forward(fronts[1], fronts[0], true));
    if (best && (cost(best) <= 1 || further-- <= 0)) break;
  }
  return best && [...movesUp(best[0]), ...movesDown(best[1])];
}

/** Rounds after a way is found, for a shorter one. */
const extra = 10;

const frontFrom = (expr: Expr, scene: Scene, work: Work): Front => ({
  climb: climb(expr, scene, work),
  reached: new Map(),
  done: false,
});

/** Goes on by one spot; gives the meeting with the other front if this is one. */
function forward(own: Front, other: Front, turned: boolean): Meeting | undefined {
  if (own.done) return undefined;
  const { value: spot, done } = own.climb.next();
  if (done || !spot) {
    own.done = true;
    return undefined;
  }
  const form = formOf(spot.expr);
  if (!own.reached.has(form)) own.reached.set(form, spot);
  const met = other.reached.get(form);
  return met && (turned ? [met, spot] : [spot, met]);
}

const cost = ([a, b]: Meeting): number => a.cost + b.cost;

const cheaper = (...meetings: readonly (Meeting | undefined)[]): Meeting | undefined =>
  meetings.reduce((best, one) => (!best || (one && cost(one) < cost(best)) ? one : best));

/** The spots that laws lead to, cheapest first; what vanishes only where the other side does. */
function* climb(from: Expr, scene: Scene, work: Work): Generator<Spot, void> {
  const seen = new Set<Expr>();
  const waiting: Spot[] = [{ expr: tidy(from), cost: 0 }];
  while (waiting.length > 0 && work.left > 0) {
    waiting.sort((a, b) => a.cost - b.cost);
    const spot = waiting.shift() as Spot;
    if (seen.has(spot.expr)) continue;
    seen.add(spot.expr);
    yield spot;
    for (const [rank, law] of laws.entries()) {
      const expr = apply(law, spot.expr, scene, work);
      if (expr && !seen.has(expr) && (!isZero(expr) || isZero(scene.target)))
        waiting.push({ expr, law, from: spot, cost: spot.cost + priceOf(law, rank, expr) });
    }
  }
}

/** Moves count; between equals, what comes first in the list and what is shorter. */
const priceOf = (law: Law, rank: number, expr: Expr): number =>
  (law.minor ? 0.3 : 1) + rank / 500 + sizeOf(expr) / 2000;

function movesUp(end: Spot): readonly Move[] {
  const moves: Move[] = [];
  for (let spot = end; spot.from && spot.law; spot = spot.from)
    moves.unshift({ law: spot.law, way: "forth", to: spot.expr });
  return moves;
}

function movesDown(start: Spot): readonly Move[] {
  const moves: Move[] = [];
  for (let spot = start; spot.from && spot.law; spot = spot.from)
    moves.push({ law: spot.law, way: "back", to: spot.from.expr });
  return moves;
}
