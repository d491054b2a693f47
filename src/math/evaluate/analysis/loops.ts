/** One-loop integrals in d dimensions in closed form. Peskin and Schroeder, appendix A.4; Smirnov, Analytic Tools, ch. 10. */
import { type Field, Undefined } from "../number/field";
import { pi } from "./constants";

/** Where the integral itself diverges: refused, or continued in d as in dimensional regularisation. */
export type Divergence = "refused" | "continued";

/** ∫ d^dk/(2π)^d (k²)^a / (k² + Δ)^n = (4π)^{−d/2} Γ(a+d/2) Γ(n−a−d/2) / (Γ(d/2) Γ(n)) Δ^{d/2+a−n}, Euclidean. */
export function euclideanTadpole<E>(
  field: Field<E>,
  d: E,
  numerator: E,
  n: E,
  Δ: E,
  divergence: Divergence,
): E {
  const half = field.div(d, field.rational(2n, 1n));
  const over = field.add(numerator, half);
  const rest = field.sub(n, over);
  if (divergence === "refused") {
    const real = (z: E) => field.toPair(z)[0];
    if (!(real(over) > 0) || !(real(rest) > 0)) throw new Undefined("divergent");
  }
  const gamma = (z: E) => field.func("Γ", [], [z]);
  const front = field.div(field.mul(gamma(over), gamma(rest)), field.mul(gamma(half), gamma(n)));
  const four = field.mul(field.rational(4n, 1n), pi(field));
  const measure = field.power(four, field.neg(half));
  return field.mul(field.mul(measure, front), field.power(Δ, field.neg(rest)));
}

/** ∫ d^dk/(2π)^d (k²)^a / (k² − Δ + i0)^n = i (−1)^{a+n} times the Euclidean one, mostly-minus metric, whole a and n. */
export function minkowskiTadpole<E>(
  field: Field<E>,
  d: E,
  numerator: number,
  n: number,
  Δ: E,
  divergence: Divergence,
): E {
  const whole = (k: number) => field.rational(BigInt(k), 1n);
  const value = euclideanTadpole(field, d, whole(numerator), whole(n), Δ, divergence);
  const turned = field.mul(field.i, value);
  return (numerator + n) % 2 === 0 ? turned : field.neg(turned);
}

/** k^{μ₁} … k^{μ_{2r}} → (k²)^r times this factor times the sum over all pairings of g: 1 / d (d+2) … (d+2r−2). */
export function tensorReduction<E>(field: Field<E>, d: E, pairs: number): E {
  let under = field.one;
  for (let k = 0; k < pairs; k++)
    under = field.mul(under, field.add(d, field.rational(BigInt(2 * k), 1n)));
  return field.div(field.one, under);
}

/** ∫ d^dk/(2π)^d 1/((k²)^a ((k+p)²)^b) = (4π)^{−d/2} G(a,b) (p²)^{d/2−a−b}, Euclidean. */
export function masslessBubble<E>(
  field: Field<E>,
  d: E,
  a: E,
  b: E,
  square: E,
  divergence: Divergence,
): E {
  const half = field.div(d, field.rational(2n, 1n));
  const excess = field.sub(field.add(a, b), half);
  const [left, right] = [field.sub(half, a), field.sub(half, b)];
  if (divergence === "refused" && ![excess, left, right].every((z) => field.toPair(z)[0] > 0))
    throw new Undefined("divergent");
  const gamma = (z: E) => field.func("Γ", [], [z]);
  const over = field.mul(gamma(excess), field.mul(gamma(left), gamma(right)));
  const last = gamma(field.sub(d, field.add(a, b)));
  const under = field.mul(field.mul(gamma(a), gamma(b)), last);
  const four = field.mul(field.rational(4n, 1n), pi(field));
  const measure = field.power(four, field.neg(half));
  return field.mul(
    field.mul(measure, field.div(over, under)),
    field.power(square, field.neg(excess)),
  );
}
