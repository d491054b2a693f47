/** A product sorted into its number, what commutes, and the word of what does not. */

import {
  constant,
  func,
  minusOne,
  num,
  one,
  power,
  product,
  quotient,
  rational,
} from "../expr/build";
import type { Expr, Num } from "../expr/node";
import { isBareDerivative } from "../expr/questions";
import { indexCounts } from "./indices";
import { isNumber } from "./isNumber";
import { plus, raisedTo, rationalOf, times, wholeOf } from "./rational";

export interface Term {
  readonly coefficient: Num;
  /** Commuting factors with their powers, in the order they were met. */
  readonly powers: readonly (readonly [Expr, Num])[];
  /** Factors whose order counts. */
  readonly word: readonly Expr[];
}

interface Growing {
  coefficient: Num;
  powers: (readonly [Expr, Num])[];
  readonly word: Expr[];
}

export function termOf(node: Expr): Term {
  const growing: Growing = { coefficient: one, powers: [], word: [] };
  take(growing, node, one);
  reduceImaginary(growing);
  growing.powers = growing.powers.filter(([, exponent]) => exponent.numerator !== 0n);
  return growing;
}

/** Objects with indices stay apart, since an index may stand twice only. */
function multiply(into: Growing, base: Expr, exponent: Num): void {
  const at = indexCounts(base).size > 0 ? -1 : into.powers.findIndex(([known]) => known === base);
  const before = into.powers[at];
  if (before) into.powers[at] = [base, plus(before[1], exponent)];
  else into.powers.push([base, exponent]);
}

function take(into: Growing, node: Expr, exponent: Num): void {
  const value = rationalOf(node);
  const whole = wholeOf(exponent);
  if (value && whole !== undefined && (value.numerator !== 0n || whole > 0)) {
    into.coefficient = times(into.coefficient, raisedTo(value, whole));
    return;
  }
  if (isNumber(node)) takeNumber(into, node, exponent, whole);
  else takeOrdered(into, node, whole);
}

function takeNumber(into: Growing, node: Expr, exponent: Num, whole: number | undefined): void {
  switch (node.kind) {
    case "product":
      if (whole === undefined) break;
      for (const factor of node.factors) take(into, factor, exponent);
      return;
    case "quotient":
      if (whole === undefined) break;
      take(into, node.over, exponent);
      take(into, node.under, rational(-exponent.numerator, exponent.denominator));
      return;
    case "power": {
      const inner = rationalOf(node.exponent);
      if (!inner || (whole === undefined && inner.denominator === 1n)) break;
      take(into, node.base, times(inner, exponent));
      return;
    }
    case "function": {
      const [argument] = node.args;
      if (node.name !== "sqrt" || !argument || node.parameters.length > 0) break;
      if (whole === undefined || rationalOf(argument)) break;
      multiply(into, argument, times(rational(1n, 2n), exponent));
      return;
    }
    default:
      break;
  }
  multiply(into, node, exponent);
}

/** From a bare ∂ on everything keeps its place. */
function takeOrdered(into: Growing, node: Expr, whole: number | undefined): void {
  if (node.kind === "product" && whole === 1) {
    const at = node.factors.findIndex(isBareDerivative);
    const free = at < 0 ? node.factors : node.factors.slice(0, at);
    for (const factor of free) take(into, factor, one);
    if (at >= 0) into.word.push(...node.factors.slice(at));
    return;
  }
  if (node.kind === "quotient" && whole === 1 && isNumber(node.under)) {
    take(into, node.over, one);
    take(into, node.under, minusOne);
    return;
  }
  const repeated = node.kind === "power" ? wholeOf(node.exponent) : undefined;
  if (
    node.kind === "power" &&
    whole === 1 &&
    repeated !== undefined &&
    repeated > 0 &&
    repeated < 9
  ) {
    for (let i = 0; i < repeated; i++) takeOrdered(into, node.base, 1);
    return;
  }
  into.word.push(whole === 1 ? node : power(node, whole === undefined ? one : num(whole)));
}

/** i² = −1. */
function reduceImaginary(growing: Growing): void {
  const i = constant("i");
  const at = growing.powers.findIndex(([base]) => base === i);
  const exponent = growing.powers[at]?.[1];
  const whole = exponent && wholeOf(exponent);
  if (whole === undefined) return;
  const rest = ((whole % 4) + 4) % 4;
  growing.powers.splice(at, 1, ...(rest % 2 === 1 ? [[i, one] as const] : []));
  if (rest >= 2) growing.coefficient = times(growing.coefficient, minusOne);
}

/** Numbers first, then i and what commutes, then the word; negative powers stand below a bar. */
export function fromTerm({ coefficient, powers, word }: Term): Expr {
  if (coefficient.numerator === 0n) return num(0);
  const entries = [...powers].sort(([a], [b]) => Number(isConstant(b)) - Number(isConstant(a)));
  const above = entries.filter(([, exponent]) => exponent.numerator > 0n).map(raised);
  const below = entries
    .filter(([, exponent]) => exponent.numerator < 0n)
    .map(([base, exponent]) => raised([base, rational(-exponent.numerator, exponent.denominator)]));
  const behind = joined(word);
  if (below.length === 0) return product(coefficient, ...above, ...behind);
  const sign = coefficient.numerator < 0n ? [minusOne] : [];
  const size = coefficient.numerator < 0n ? times(coefficient, minusOne) : coefficient;
  const over = product(num(size.numerator), ...above);
  const under = product(num(size.denominator), ...below);
  return product(...sign, quotient(over, under), ...behind);
}

const isConstant = (node: Expr): boolean => node.kind === "constant";

const raised = ([base, exponent]: readonly [Expr, Num]): Expr =>
  exponent.numerator === 1n && exponent.denominator === 2n
    ? func("sqrt", [base])
    : power(base, exponent);

/** Equal neighbours as a power. */
function joined(word: readonly Expr[]): readonly Expr[] {
  const result: Expr[] = [];
  for (let at = 0; at < word.length; ) {
    const node = word[at] as Expr;
    let end = at + 1;
    while (
      word[end] === node &&
      !isBareDerivative(node) &&
      node.kind !== "tensor" &&
      node.kind !== "slash"
    )
      end++;
    result.push(end - at > 1 ? power(node, num(end - at)) : node);
    at = end;
  }
  return result;
}
