/** How an expression grows as parameters shrink: the slope of its logarithm from the third decade to the fourth. */

import { shown, worlds } from "../evaluate/evaluate";
import type { Evaluation } from "../evaluate/evaluation";
import { product, rational, zero } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { replace } from "../expr/walk";
import { mapFact } from "./facts";
import { magnitude } from "./magnitude";
import { type Undecided, undecided } from "./outcome";
import { type Ground, sample } from "./sample";

/** A parameter with the direction it goes: +1 to zero, −1 to infinity. */
export interface Shrinking {
  readonly parameter: Expr;
  readonly towards: 1 | -1;
}

const decades = [3, 4];

export interface Slopes {
  readonly kind: "slopes";
  /** Powers of ten by which the value grows while the parameters shrink by ten, at each point; −∞ for zero. */
  readonly list: readonly number[];
}

/** `isOrder`: what is left of terms that cancel is less than any order. */
export function slopes(
  expr: Expr,
  shrinking: readonly Shrinking[],
  ground: Ground,
  points: number,
  isEnough: (slope: number) => boolean = () => false,
  isOrder = false,
): Slopes | Undecided {
  const [world] = worlds([expr], ground.conventions, ground.facts);
  if (!world) return undecided("beyond", "no representation");
  const stages = decades.map((decade) => stage(expr, shrinking, ground, decade));
  const isOutward = shrinking.some(({ towards }) => towards < 0);
  const list: number[] = [];
  let why = "no value";
  for (let ordinal = 0; list.length < points; ordinal++) {
    if (ground.effort.exhausted()) return undecided("budget", ground.effort.reason());
    if (ordinal > 2 * points) return undecided("vacuous", why);
    const found = stages.map((one) =>
      sample([one.expr], one.ground, { world, number: "digits", ordinal }),
    );
    const beyond = found.find((one) => one.kind === "beyond");
    if (beyond) return undecided("beyond", beyond.construct);
    const slope =
      isOrder && found.every(isRounding)
        ? Number.NEGATIVE_INFINITY
        : lastSlope(found.map(sizeOf).map(isOutward ? withoutNoise : (size) => size));
    if (Number.isNaN(slope)) why = "no value as the parameter shrinks";
    else list.push(slope);
    if (isEnough(slope)) break;
  }
  return { kind: "slopes", list };
}

/** It goes on shrinking far out, where what only crossed zero on its way stays. */
export function staysSmall(expr: Expr, shrinking: readonly Shrinking[], ground: Ground): boolean {
  const [world] = worlds([expr], ground.conventions, ground.facts);
  if (!world) return false;
  const [near, far] = [7, 8].map((decade) => {
    const one = stage(expr, shrinking, ground, decade);
    return sizeOf(sample([one.expr], one.ground, { world, number: "digits", ordinal: 0 }));
  });
  return near === undefined || far === undefined || !(far > near / 2 && far > noise);
}

/** What quadrature leaves of terms that cancel. */
const noise = 1e-8;

/** A first look in doubles: the value does not shrink from the second decade to the third, by more than rounding. */
export function seemsToStay(expr: Expr, shrinking: readonly Shrinking[], ground: Ground): boolean {
  const [world] = worlds([expr], ground.conventions, ground.facts);
  if (!world) return false;
  const sizes = [2, 3].map((decade) => {
    const one = stage(expr, shrinking, ground, decade);
    const found = sample([one.expr], one.ground, { world, number: "double", ordinal: 0 });
    const [value] = found.kind === "values" ? found.components : [];
    const size = value ? magnitude(shown(value)) : Number.NaN;
    return value && size > rounding * value.scale ? size : Number.NaN;
  });
  return lastSlope(sizes) > -0.05;
}

/** What is left of terms that cancel counts above this fraction of them. */
const rounding = 1e-9;

/** Expression and premises with the parameters so many decades smaller; their samples stay the same. */
function stage(
  expr: Expr,
  shrinking: readonly Shrinking[],
  ground: Ground,
  decade: number,
): { readonly expr: Expr; readonly ground: Ground } {
  const scaled = new Map(
    shrinking.map(({ parameter, towards }) => [parameter, shrunk(parameter, towards * decade)]),
  );
  const put = (part: Expr): Expr => replace(part, scaled);
  const facts = ground.facts.map((fact) => (isOfSign(fact) ? fact : mapFact(fact, put)));
  return { expr: put(expr), ground: { ...ground, facts, smooth: true } };
}

/** x > 0 stays what it is for a tenth of x. */
const isOfSign = (fact: Fact): boolean =>
  fact.kind === "domain" ||
  (fact.kind === "inequality" && (fact.left === zero || fact.right === zero));

function sizeOf(evaluation: Evaluation): number {
  const [value] = evaluation.kind === "values" ? evaluation.components : [];
  return value ? magnitude(shown(value)) : Number.NaN;
}

/** Terms that cancel leave no more than the last of fifty digits. */
function isRounding(evaluation: Evaluation): boolean {
  const [value] = evaluation.kind === "values" ? evaluation.components : [];
  return value !== undefined && magnitude(shown(value)) <= 1e-44 * value.scale;
}

/** What falls exponentially is soon less than what fifty digits leave of terms that cancel. */
const withoutNoise = (size: number): number => (size < 1e-42 ? 0 : size);

function lastSlope(sizes: readonly number[]): number {
  const [third, fourth] = sizes.slice(-2);
  if (third === undefined || fourth === undefined) return Number.NaN;
  if (fourth === 0) return Number.NEGATIVE_INFINITY;
  return Math.log10(fourth / third);
}

const shrunk = (parameter: Expr, decade: number): Expr =>
  product(
    decade >= 0 ? rational(1n, 10n ** BigInt(decade)) : rational(10n ** BigInt(-decade)),
    parameter,
  );
