/** Means over a circle of the complex plane, by as many equal steps as it takes. */
import { type Field, Undefined } from "../number/field";
import { aims, digitsOf, type Estimate } from "./estimate";

const leastSteps = 16;
const mostSteps = 1024;

/** The mean of f over centre + radius·e^{iθ}: exponentially close where f is analytic on the circle (Trefethen and Weideman 2014). */
export function meanOverCircle<E>(
  field: Field<E>,
  f: (z: E) => E,
  centre: E,
  radius: E,
): Estimate<E> {
  const { halving, most } = aims[field.kind];
  let total = field.zero;
  let scale = 0;
  let before: E | undefined;
  for (let steps = leastSteps; steps <= mostSteps; steps *= 2) {
    for (let k = 0; k < steps; k++) {
      if (before !== undefined && k % 2 === 0) continue;
      const value = f(field.add(centre, field.mul(radius, turned(field, k, steps))));
      const size = field.magnitude(value);
      if (!Number.isFinite(size)) throw new Undefined("a pole on the circle");
      scale = Math.max(scale, size);
      total = field.add(total, value);
    }
    const mean = field.div(total, field.rational(BigInt(steps), 1n));
    if (before !== undefined) {
      const error = field.magnitude(field.sub(mean, before));
      if (error <= scale * 10 ** -halving)
        return { value: mean, scale, digits: digitsOf(error, scale, most) };
    }
    before = mean;
  }
  throw new Undefined("an integral over a circle that does not settle");
}

/** e^{2πik/n} = (−1)^{2k/n}. */
const turned = <E>(field: Field<E>, k: number, n: number): E =>
  field.power(field.neg(field.one), field.rational(BigInt(2 * k), BigInt(n)));
