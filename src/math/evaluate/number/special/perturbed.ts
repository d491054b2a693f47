/** Values at degenerate parameters, as the mean of two values next to them. */
import type { Complexes } from "../complexes";

/** (f(δ) + f(−δ))/2 is right to δ²; a third of the digits goes into δ. */
export function perturbed<E>(c: Complexes<E>, f: (shift: E) => E): E {
  const third = Math.ceil(c.digits / 3);
  const shift = c.rational(1n, 10n ** BigInt(third));
  const above = f(shift);
  const below = f(c.neg(shift));
  c.loss = Math.max(c.loss, third + 3);
  return c.scale(c.add(above, below), 0.5);
}
