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

/** The operator an exponential is of, where there is only one. */
const families = new WeakMap<Expr, Expr>();

export function rememberFamily(exponent: Expr, operator: Expr): void {
  families.set(exponent, operator);
}

/** e^{aX} and e^{bX}, X and e^{aX} may change places. */
export function areOfOneFamily(a: Expr, b: Expr): boolean {
  const [one, other] = [familyOf(a), familyOf(b)];
  return one !== undefined && one === other && (a !== one || b !== one);
}

const familyOf = (letter: Expr): Expr | undefined =>
  letter.kind === "power" && letter.base.kind === "constant"
    ? families.get(letter.exponent)
    : letter;

/** Exponents and what they are with the other sign, in canonical form. */
const opposite = new WeakMap<Expr, Expr>();

export function rememberOpposite(exponent: Expr, other: Expr): void {
  opposite.set(exponent, other);
  opposite.set(other, exponent);
}
