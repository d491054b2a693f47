/** π as an element, and the area of spheres. */
import type { Field } from "../number/field";

export const pi = <E>(field: Field<E>): E => field.func("arg", [], [field.neg(field.one)]);

/** Ω_d = 2 π^{d/2} / Γ(d/2): the area of the unit sphere in d dimensions. */
export function sphereArea<E>(field: Field<E>, d: E): E {
  const half = field.div(d, field.rational(2n, 1n));
  const over = field.mul(field.rational(2n, 1n), field.power(pi(field), half));
  return field.div(over, field.func("Γ", [], [half]));
}
