/** Exponentials and powers with symbols upstairs. */
import { constant, func, num, one, power, product, quotient, sum } from "../expr/build";
import type { Expr, Power } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { some } from "../expr/walk";
import { isNumber } from "./isNumber";
import type { Law } from "./law";
import { rationalOf } from "./rational";

const e = constant("e");

/** Powers with exponents that are no plain numbers, of commuting things. */
const symbolic = (node: Expr): node is Power =>
  node.kind === "power" && isNumber(node) && !rationalOf(node.exponent);

/** eᵃeᵇ = eᵃ⁺ᵇ. */
export const addExponents: Law = {
  name: "scalar.add-exponents",
  needs: ["power"],
  forth: "adds exponents",
  back: "splits an exponential",
  statement: "xᵃxᵇ = xᵃ⁺ᵇ",
  rewrite(node) {
    if (node.kind === "quotient") {
      const below = factorsOf(node.under).find(symbolic);
      if (!below) return undefined;
      const rest = factorsOf(node.under).filter((factor) => factor !== below);
      const lifted = power(below.base, product(num(-1), below.exponent));
      return rest.length > 0
        ? quotient(product(node.over, lifted), product(...rest))
        : product(node.over, lifted);
    }
    if (node.kind !== "product") return undefined;
    const first = node.factors.findIndex(symbolic);
    const a = node.factors[first];
    if (a?.kind !== "power") return undefined;
    const second = node.factors.findIndex(
      (factor, i) => i > first && isNumber(factor) && baseOf(factor) === a.base,
    );
    const b = node.factors[second];
    if (!b) return undefined;
    const rest = node.factors.filter((_, i) => i !== first && i !== second);
    return product(power(a.base, sum(a.exponent, b.kind === "power" ? b.exponent : one)), ...rest);
  },
};

/** e⁻ˣ/(1 − e⁻²ˣ) = 1/(eˣ − e⁻ˣ): an exponential above brought below. */
export const exponentialBelow: Law = {
  name: "scalar.exponential-below",
  needs: ["quotient"],
  forth: "divides by an exponential above and below",
  back: "multiplies by an exponential above and below",
  statement: "eˣ/(a+b) = 1/(e⁻ˣa + e⁻ˣb)",
  rewrite(node) {
    if (node.kind !== "quotient" || node.under.kind !== "sum") return undefined;
    const above = factorsOf(node.over).find((factor) => symbolic(factor) && factor.base === e);
    if (above?.kind !== "power") return undefined;
    const lowered = power(e, product(num(-1), above.exponent));
    return quotient(
      product(...factorsOf(node.over).filter((factor) => factor !== above)),
      sum(...node.under.terms.map((term) => product(term, lowered))),
    );
  },
};

const baseOf = (node: Expr): Expr => (node.kind === "power" ? node.base : node);

/** sinh x = (eˣ − e⁻ˣ)/2 and the like, where the other side has exponentials. */
export const exponentials: Law = {
  name: "scalar.hyperbolic",
  needs: ["sinh", "cosh", "tanh", "coth", "sin", "cos"],
  forth: "writes it by exponentials",
  back: "recognises a hyperbolic or trigonometric function",
  statement: "sinh x = (eˣ − e⁻ˣ)/2",
  rewrite(node, { target }) {
    if (node.kind !== "function" || !some(target, isExponential)) return undefined;
    const [x] = node.args;
    if (!x || node.args.length > 1) return undefined;
    const i = constant("i");
    const [up, down] = [power(e, x), power(e, product(num(-1), x))];
    const [turn, back] = [power(e, product(i, x)), power(e, product(num(-1), i, x))];
    switch (node.name) {
      case "sinh":
        return quotient(sum(up, product(num(-1), down)), num(2));
      case "cosh":
        return quotient(sum(up, down), num(2));
      case "tanh":
        return quotient(sum(up, product(num(-1), down)), sum(up, down));
      case "coth":
        return quotient(sum(up, down), sum(up, product(num(-1), down)));
      case "sin":
        return quotient(sum(turn, product(num(-1), back)), product(num(2), i));
      case "cos":
        return quotient(sum(turn, back), num(2));
      default:
        return undefined;
    }
  },
};

const isExponential = (node: Expr): boolean => node.kind === "power" && node.base === e;

/** (xᵃ)ᵇ = xᵃᵇ for exponentials, e⁰ = 1, ln eˣ = x. */
export const exponentOfPower: Law = {
  name: "scalar.power-of-exponential",
  needs: ["power"],
  forth: "multiplies exponents",
  back: "draws a power out",
  statement: "(eᵃ)ⁿ = eⁿᵃ",
  rewrite(node) {
    if (node.kind !== "power") return undefined;
    if (rationalOf(node.exponent)?.numerator === 0n) return one;
    const whole = rationalOf(node.exponent);
    if (!isExponential(node.base) || node.base.kind !== "power" || whole?.denominator !== 1n)
      return undefined;
    return power(e, product(node.exponent, node.base.exponent));
  },
};

/** ln(ab) = ln a + ln b of what is positive. */
export const logarithm: Law = {
  name: "scalar.logarithm",
  needs: ["ln", "log"],
  forth: "splits a logarithm",
  back: "joins logarithms",
  statement: "ln(ab) = ln a + ln b, ln aⁿ = n ln a",
  rewrite(node) {
    if (node.kind !== "function" || (node.name !== "ln" && node.name !== "log")) return undefined;
    const [x] = node.args;
    if (!x || node.args.length > 1 || node.parameters.length > 0) return undefined;
    if (x.kind === "product") return sum(...x.factors.map((factor) => func(node.name, [factor])));
    if (x.kind === "quotient")
      return sum(func(node.name, [x.over]), product(num(-1), func(node.name, [x.under])));
    if (x === one) return num(0);
    if (x.kind === "power")
      return x.base === e ? x.exponent : product(x.exponent, func(node.name, [x.base]));
    if (x.kind === "function" && x.name === "sqrt" && x.args[0])
      return product(quotient(one, num(2)), func(node.name, [x.args[0]]));
    return undefined;
  },
};
