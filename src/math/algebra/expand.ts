/** Products and powers of sums written out; everything linear taken term by term. */

import { dot, negate, num, power, product, quotient, sum } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr } from "../expr/node";
import { factorsOf, isBareDerivative, isNumeral, termsOf } from "../expr/questions";
import { isNumber } from "./isNumber";
import type { Law } from "./law";
import { wholeOf } from "./rational";

/** a(b+c) = ab + ac. */
export const distribute: Law = {
  name: "scalar.distribute",
  needs: ["sum"],
  forth: "expands",
  back: "factors",
  statement: "a(b+c) = ab + ac",
  rewrite(node) {
    if (node.kind === "quotient" && node.over.kind === "sum" && isNumber(node.under))
      return sum(...node.over.terms.map((term) => quotient(term, node.under)));
    if (node.kind === "product") return distributed(node.factors);
    return node.kind === "power" ? writtenOut(node.base, wholeOf(node.exponent)) : undefined;
  },
};

function distributed(factors: readonly Expr[]): Expr | undefined {
  if (!factors.some((factor) => factor.kind === "sum" || overSum(factor))) return undefined;
  let terms: readonly (readonly Expr[])[] = [[]];
  for (const factor of factors) {
    const choices = overSum(factor) ?? termsOf(factor);
    if (terms.length * choices.length > mostTerms) return undefined;
    terms = terms.flatMap((term) => choices.map((choice) => [...term, choice]));
  }
  return sum(...terms.map((term) => product(...term)));
}

/** (a+b)/c among other factors. */
const overSum = (factor: Expr): readonly Expr[] | undefined =>
  factor.kind === "quotient" && factor.over.kind === "sum"
    ? factor.over.terms.map((term) => quotient(term, factor.under))
    : undefined;

const mostTerms = 120;

/** (a+b)ⁿ: a binomial of numbers by its coefficients, anything else factor by factor. */
function writtenOut(base: Expr, exponent: number | undefined): Expr | undefined {
  if (base.kind !== "sum" || exponent === undefined || exponent < 2 || exponent > 8)
    return undefined;
  const [a, b] = base.terms;
  if (base.terms.length === 2 && a && b && isNumber(base))
    return sum(
      ...Array.from({ length: exponent + 1 }, (_, k) =>
        product(num(choose(exponent, k)), raise(a, exponent - k), raise(b, k)),
      ),
    );
  return distributed(Array.from({ length: exponent }, () => base));
}

const raise = (base: Expr, exponent: number): Expr =>
  exponent === 0 ? num(1) : power(base, num(exponent));

const choose = (n: number, k: number): number =>
  k === 0 ? 1 : Math.round((choose(n, k - 1) * (n - k + 1)) / k);

/** Tr, ∂, ∫, ∑, [·,·], a·b of a sum. */
export const linear: Law = {
  name: "scalar.linear",
  needs: [
    "trace",
    "expectation",
    "derivative",
    "integral",
    "slash",
    "bracket",
    "dot",
    "cross",
    "tensor",
  ],
  forth: "expands",
  back: "collects",
  statement: "L(αa+βb) = αL(a) + βL(b)",
  rewrite(node) {
    switch (node.kind) {
      case "trace":
      case "expectation":
        return over(node.operand, (operand) => intern({ ...node, operand }), isNumber);
      case "derivative":
        return node.operand && node.order.kind === "num"
          ? over(node.operand, (operand) => intern({ ...node, operand }), isNumeral)
          : undefined;
      case "integral":
        return over(node.integrand, (integrand) => intern({ ...node, integrand }), isNumeral);
      case "slash":
        return over(node.vector, (vector) => intern({ ...node, vector }), isNumber);
      case "tensor":
        return isNumber(node.head) || node.head.kind !== "sum"
          ? over(node.head, (head) => intern({ ...node, head }), isScalar)
          : undefined;
      case "bracket":
      case "dot":
      case "cross":
        return (
          squared(node) ??
          over(node.left, (left) => intern({ ...node, left }), isScalar) ??
          over(node.right, (right) => intern({ ...node, right }), isScalar)
        );
      default:
        return undefined;
    }
  },
};

/** What multiplies a vector or operator without being one. */
const isScalar = (node: Expr): boolean =>
  isNumber(node) && !isVector(node) && !["cross", "sum", "derivative"].includes(node.kind);

const isVector = (node: Expr): boolean =>
  node.kind === "labelled"
    ? isVector(node.head)
    : node.kind === "symbol" && node.type.endsWith("vector");

function over(
  operand: Expr,
  wrap: (part: Expr) => Expr,
  mayLeave: (factor: Expr) => boolean,
): Expr | undefined {
  if (operand.kind === "sum") return sum(...operand.terms.map(wrap));
  const factors = factorsOf(operand);
  const outside = factors.filter((factor) => mayLeave(factor));
  const inside = factors.filter((factor) => !mayLeave(factor));
  if (outside.length === 0 || factors.some(isBareDerivative)) return undefined;
  if (inside.length === 0) return undefined;
  return product(...outside, wrap(product(...inside)));
}

/** (p+k)² = p² + 2p·k + k² in one line. */
function squared(node: Expr): Expr | undefined {
  if (node.kind !== "dot" || node.left !== node.right || node.left.kind !== "sum") return undefined;
  const terms = node.left.terms;
  return sum(
    ...terms.map((term) => dot(term, term)),
    ...terms.flatMap((a, i) => terms.slice(i + 1).map((b) => product(num(2), dot(a, b)))),
  );
}

/** −(a − b) = b − a: a sign before parentheses. */
export const sign: Law = {
  name: "scalar.sign",
  needs: ["sum"],
  forth: "resolves a sign",
  back: "draws out a sign",
  statement: "−(a−b) = −a + b",
  minor: true,
  rewrite(node) {
    if (node.kind !== "product" || node.factors.length !== 2) return undefined;
    const [first, second] = node.factors;
    if (second?.kind !== "sum" || first?.kind !== "num" || first.numerator !== -1n)
      return undefined;
    return first.denominator === 1n ? sum(...second.terms.map(negate)) : undefined;
  },
};
