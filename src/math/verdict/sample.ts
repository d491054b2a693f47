/** One evaluation of several expressions at one point of one world, paid from the effort. */

import type { Made } from "../evaluate/changed";
import { evaluate, told } from "../evaluate/evaluate";
import type { Components, Evaluation, World } from "../evaluate/evaluation";
import type { NumberKind } from "../evaluate/number/field";
import type { Conventions, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import type { Effort } from "./effort";

/** What stays fixed while a claim is sampled. */
export interface Ground {
  readonly conventions: Conventions;
  readonly facts: readonly Fact[];
  readonly effort: Effort;
  /** Integrals count as linear functionals. */
  readonly formal?: boolean;
  /** Unknown functions are smooth from place to place. */
  readonly smooth?: boolean;
}

/** The ground on which an outcome was found. */
export const groundOf = ({ formal }: { readonly formal?: boolean }, ground: Ground): Ground =>
  formal ? { ...ground, formal } : ground;

/** A place where claims are sampled: the same spot gives the same sample for every expression. */
export interface Spot {
  readonly world: World;
  readonly number: NumberKind;
  readonly ordinal: number;
}

/** Many digits take four fifths of what is left at most, so that something else can be tried. */
export function sample(
  exprs: readonly Expr[],
  ground: Ground,
  spot: Spot,
  made?: Made,
): Evaluation {
  const { conventions, facts, effort, formal, smooth } = ground;
  if (effort.exhausted()) return { kind: "undefined", why: effort.reason(), cost: 0 };
  const { number, ordinal } = spot;
  const allowance = number === "digits" ? effort.allowance() * 0.8 : effort.allowance();
  const point = { number, seed: effort.seed, ordinal, allowance };
  const evaluation = evaluate(
    exprs,
    {
      conventions,
      facts,
      world: spot.world,
      ...(formal ? { formal } : {}),
      ...(smooth ? { smooth } : {}),
    },
    point,
    made,
  );
  effort.spend(evaluation.cost);
  return evaluation;
}

/** The components of both sides at a spot. */
export interface Found {
  readonly kind: "pair";
  readonly left: Components;
  readonly right: Components;
  readonly values: Extract<Evaluation, { kind: "values" }>["values"];
  readonly transcendental: boolean;
  /** The root of a negative difference was taken. */
  readonly leavesReals: boolean;
  /** Multiply-adds it took. */
  readonly cost: number;
}

export type Pair =
  | Found
  | { readonly kind: "undefined"; readonly why: string }
  | { readonly kind: "beyond"; readonly construct: string };

export function samplePair(left: Expr, right: Expr, ground: Ground, spot: Spot): Pair {
  const evaluation = sample([left, right], ground, spot);
  if (evaluation.kind !== "values") return evaluation;
  const [a, b] = evaluation.components;
  if (!a || !b) {
    const side = a ? right : left;
    const refusal = evaluation.refusals.get(side);
    return refusal ? told(refusal, 0) : alone(side, ground, spot);
  }
  const { values, transcendental, leavesReals, cost } = evaluation;
  return { kind: "pair", left: a, right: b, values, transcendental, leavesReals, cost };
}

/** Why a side has no value beside the other. */
function alone(side: Expr, ground: Ground, spot: Spot): Pair {
  const evaluation = sample([side], ground, spot);
  if (evaluation.kind !== "values") return evaluation;
  return { kind: "beyond", construct: "sides of different kinds" };
}
