/** Decimals as intervals of half a unit of their last digit. */

import { distance, shown, worlds } from "../evaluate/evaluate";
import { minus, rational } from "../expr/build";
import type { Expr, Num } from "../expr/node";
import { nodes, replace, some } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import { magnitude } from "./magnitude";
import type { Differs, Outcome } from "./outcome";
import { type Ground, sample } from "./sample";

/** A difference between numbers that the rounding of the decimals written explains is none. `whole`: integers are rounded, too. */
export function withinDecimals(
  left: Expr,
  right: Expr,
  ground: Ground,
  difference: Differs,
  whole: boolean,
): Outcome {
  const decimals = [
    ...new Set([left, right].flatMap((side) => [...nodes(side)].filter(isDecimal))),
  ];
  const rounded = decimals.length > 0 ? decimals : whole ? [left, right].filter(isInteger) : [];
  const unknown = [...freeSymbols(left, right)].filter((s) => s.role !== "physical-constant");
  if (rounded.length === 0 || unknown.length > 0) return difference;
  if (!whole && ![left, right].some((side) => some(side, isMeasured))) return difference;
  const residual = minus(left, right);
  const moved = rounded.map((number) => {
    const swap = new Map([[number, shifted(number)]]);
    return minus(replace(left, swap), replace(right, swap));
  });
  const [world] = worlds([residual], ground.conventions, ground.facts);
  if (!world) return difference;
  const found = sample([residual, ...moved], ground, { world, number: "double", ordinal: 0 });
  if (found.kind !== "values") return difference;
  const [centre, ...ends] = found.components;
  if (!centre || ends.some((end) => !end)) return difference;
  const size = magnitude(shown(centre));
  const allowed = ends.reduce(
    (total, end) => total + (end ? distance(centre, end) * centre.scale : 0),
    0,
  );
  if (!(size <= allowed * (1 + 1e-6))) return difference;
  const digits = Math.min(...rounded.map(significantDigits));
  return { kind: "holds", error: undefined, points: 1, digits };
}

const isDecimal = (node: Expr): node is Num => node.kind === "num" && node.decimals !== undefined;
const isInteger = (node: Expr): node is Num => node.kind === "num" && node.denominator === 1n;

/** What makes a decimal a rounded number: a transcendental, a constant of nature, a unit, a root. */
const isMeasured = (node: Expr): boolean =>
  node.kind === "constant"
    ? node.name !== "i"
    : node.kind === "function" ||
      node.kind === "unit" ||
      (node.kind === "symbol" && node.role === "physical-constant") ||
      (node.kind === "power" && node.exponent.kind === "num" && node.exponent.denominator !== 1n);

const shifted = (number: Num): Num => {
  const unit = 10n ** BigInt(number.decimals ?? 0);
  return rational(
    2n * number.numerator * unit + number.denominator,
    2n * number.denominator * unit,
  );
};

const significantDigits = (number: Num): number => {
  const size = Math.abs(Number(number.numerator) / Number(number.denominator));
  return Math.max(
    1,
    Math.floor(Math.log10(Math.max(size, Number.MIN_VALUE))) + 1 + (number.decimals ?? 0),
  );
};
