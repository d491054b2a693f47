/** Taylor coefficients of an analytic function, from its values on a circle. */
import type { Field } from "../number/field";
import { pi } from "./constants";
import { real } from "./estimate";

/** f^{(k)}(at)/k! for k = 0 … order; f has to be analytic in the disc of twice the radius. */
export function taylorCoefficients<E>(
  field: Field<E>,
  f: (x: E) => E,
  at: E,
  order: number,
  radius: number,
): readonly E[] {
  const points = field.kind === "digits" ? 128 + 2 * order : 40 + 2 * order;
  const turn = field.mul(
    field.i,
    field.div(field.mul(field.rational(2n, 1n), pi(field)), real(field, points)),
  );
  const root = field.func("exp", [], [turn]);
  const r = real(field, radius);
  const sums: E[] = Array.from({ length: order + 1 }, () => field.zero);
  let direction = field.one;
  for (let j = 0; j < points; j++) {
    const value = f(field.add(at, field.mul(r, direction)));
    const back = field.conj(direction);
    let phase = field.one;
    sums.forEach((sum, k) => {
      sums[k] = field.add(sum, field.mul(value, phase));
      phase = field.mul(phase, back);
    });
    direction = field.mul(direction, root);
  }
  let scale = real(field, points);
  return sums.map((sum) => {
    const coefficient = field.div(sum, scale);
    scale = field.mul(scale, r);
    return coefficient;
  });
}

/** The derivative of this order. */
export function derivativeAt<E>(
  field: Field<E>,
  f: (x: E) => E,
  at: E,
  order: number,
  radius = 0.05,
): E {
  const coefficient = taylorCoefficients(field, f, at, order, radius)[order] as E;
  let factorial = 1n;
  for (let k = 2n; k <= BigInt(order); k++) factorial *= k;
  return field.mul(coefficient, field.rational(factorial, 1n));
}
