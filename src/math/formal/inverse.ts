/** Inverses of letters whose order counts. */
import { minusOne, power } from "../expr/build";
import type { Expr } from "../expr/node";

/** A A⁻¹ = 1, e^X e^{−X} = 1. */
export function isInversePair(a: Expr, b: Expr): boolean {
  if (isInverseOf(a, b) || isInverseOf(b, a)) return true;
  return (
    a.kind === "power" &&
    b.kind === "power" &&
    a.base === b.base &&
    a.base.kind === "constant" &&
    opposite.get(a.exponent) === b.exponent
  );
}

const isInverseOf = (a: Expr, b: Expr): boolean =>
  b.kind === "power" && b.base === a && b.exponent === minusOne;

/** The letter for A⁻¹. */
export const inverseLetter = (letter: Expr): Expr =>
  letter.kind === "power" && letter.exponent === minusOne ? letter.base : power(letter, minusOne);

/** Exponents and what they are with the other sign, in canonical form. */
const opposite = new WeakMap<Expr, Expr>();

export function rememberOpposite(exponent: Expr, other: Expr): void {
  opposite.set(exponent, other);
  opposite.set(other, exponent);
}
