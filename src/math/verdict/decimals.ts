/** Decimals as intervals of half a unit of their last digit. */

import { distance, shown, worlds } from "../evaluate/evaluate";
import { constantName } from "../evaluate/scalar/constantName";
import { isConstant, relatesConstants } from "../evaluate/scalar/relation";
import { minus, rational } from "../expr/build";
import type { Expr, Num } from "../expr/node";
import { nodes, replace, some } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import { magnitude } from "./magnitude";
import type { Differs, Outcome } from "./outcome";
import { quoted } from "./quoted";
import { type Ground, sample } from "./sample";

/** A difference between numbers that the rounding of the decimals written explains is none. `whole`: integers are rounded, too. */
export function withinDecimals(
  writtenLeft: Expr,
  writtenRight: Expr,
  ground: Ground,
  difference: Differs,
  whole: boolean,
): Outcome {
  const [left, right] = [writtenLeft, writtenRight].map((side) => quoted(side, ground.facts)) as [
    Expr,
    Expr,
  ];
  const decimals = [
    ...new Set([left, right].flatMap((side) => [...nodes(side)].filter(isDecimal))),
  ];
  const rounded =
    decimals.length > 0 ? decimals : whole ? [left, right].flatMap(integer) : read(left, right);
  const related = relatesConstants([left, right]);
  const unknown = related
    ? [left, right].some((side) => some(side, isSum))
    : [...freeSymbols(left, right)].some((sym) => sym.role !== "physical-constant");
  if (rounded.length === 0 || unknown) return difference;
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
const isReciprocal = (node: Expr): boolean =>
  node.kind === "num" &&
  node.numerator === 1n &&
  node.denominator !== 1n &&
  node.decimals === undefined;
const integer = (side: Expr): readonly Num[] =>
  side.kind === "num" && (isInteger(side) || isReciprocal(side)) ? [side] : [];

/** The 3 of c = 3×10⁸ m/s, the 137 of 1/137: where constants are measured, a number of units is read off an instrument. */
function read(...sides: readonly Expr[]): readonly Num[] {
  if (!sides.some((side) => some(side, isNatural))) return [];
  return sides.flatMap((side) => [...integer(side), ...mantissa(side)]);
}

function mantissa(side: Expr): readonly Num[] {
  if (side.kind === "quotient") return mantissa(side.over);
  if (side.kind !== "product" || !side.factors.some(isUnit)) return [];
  return some(side, isNatural) ? [] : side.factors.filter(isInteger).slice(0, 1);
}

const isSum = (node: Expr): boolean => node.kind === "sum";
const isUnit = (node: Expr): boolean => node.kind === "unit";
const isNatural = (node: Expr): boolean =>
  (node.kind === "symbol" && (node.role === "physical-constant" || isConstant(node.name))) ||
  (node.kind === "labelled" && isConstant(constantName(node) ?? ""));

/** What makes a decimal a rounded number: a transcendental, a constant of nature, a unit, a root. */
const isMeasured = (node: Expr): boolean =>
  node.kind === "constant"
    ? node.name !== "i"
    : node.kind === "function" ||
      node.kind === "unit" ||
      isNatural(node) ||
      (node.kind === "power" && node.exponent.kind === "num" && node.exponent.denominator !== 1n);

const shifted = (number: Num): Num => {
  if (isReciprocal(number)) return rational(2n, 2n * number.denominator + 1n);
  const unit = 10n ** BigInt(number.decimals ?? 0);
  return rational(
    2n * number.numerator * unit + number.denominator,
    2n * number.denominator * unit,
  );
};

const significantDigits = (number: Num): number => {
  const ratio = Math.abs(Number(number.numerator) / Number(number.denominator));
  const size = isReciprocal(number) ? 1 / ratio : ratio;
  return Math.max(
    1,
    Math.floor(Math.log10(Math.max(size, Number.MIN_VALUE))) + 1 + (number.decimals ?? 0),
  );
};
