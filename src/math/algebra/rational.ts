/** Arithmetic of exact numbers. */
import { rational } from "../expr/build";
import type { Expr, Num } from "../expr/node";

export const plus = (a: Num, b: Num): Num =>
  rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );

export const times = (a: Num, b: Num): Num =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

/** A small whole number. */
export function wholeOf(node: Expr): number | undefined {
  const value = rationalOf(node);
  return value && value.denominator === 1n && value.numerator < 1000n && value.numerator > -1000n
    ? Number(value.numerator)
    : undefined;
}

/** The number a node is, where it is made of exact numbers alone. */
export function rationalOf(node: Expr): Num | undefined {
  switch (node.kind) {
    case "num":
      return node.decimals === undefined ? node : undefined;
    case "quotient": {
      const [over, under] = [rationalOf(node.over), rationalOf(node.under)];
      return over && under && under.numerator !== 0n ? times(over, inverted(under)) : undefined;
    }
    case "product":
      return fold(node.factors, times, rational(1n));
    case "sum":
      return fold(node.terms, plus, rational(0n));
    default:
      return undefined;
  }
}

const inverted = (a: Num): Num => rational(a.denominator, a.numerator);

function fold(parts: readonly Expr[], join: (a: Num, b: Num) => Num, start: Num): Num | undefined {
  let result = start;
  for (const part of parts) {
    const value = rationalOf(part);
    if (!value) return undefined;
    result = join(result, value);
  }
  return result;
}

/** A whole power of an exact number. */
export function raisedTo(base: Num, exponent: number): Num {
  const size = BigInt(Math.abs(exponent));
  const [over, under] = [base.numerator ** size, base.denominator ** size];
  return exponent < 0 ? rational(under, over) : rational(over, under);
}
