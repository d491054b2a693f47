/** Integrals over several variables: nested, over the sphere, radial in any dimension, and Gaussian. */
import { type Field, Undefined } from "../number/field";
import { pi, sphereArea } from "./constants";
import { aims, counted, digitsOf, type Estimate, real } from "./estimate";
import { gaussNodes } from "./gauss";
import { type End, integrate } from "./quadrature";

/** Evaluations a nested integral may take. */
const evaluations = { double: 600000, digits: 30000, prime: 0 } as const;

/** ∫ … ∫ f, the first variable outermost; the range of each may depend on those before it. */
export function integrateNested<E>(
  field: Field<E>,
  f: (x: readonly E[]) => E,
  ranges: readonly ((outer: readonly E[]) => readonly [End<E>, End<E>])[],
): Estimate<E> {
  const counting = counted(f, evaluations[field.kind], "too many evaluations for this integral");
  let worst: number = aims[field.kind].most;
  const level = (outer: readonly E[]): Estimate<E> => {
    const range = ranges[outer.length];
    if (!range) return { value: counting(outer), digits: aims[field.kind].most, scale: 0 };
    const [lower, upper] = range(outer);
    return integrate(
      field,
      (x) => {
        const inner = level([...outer, x]);
        if (inner.digits < worst) worst = inner.digits;
        return inner.value;
      },
      lower,
      upper,
    );
  };
  const whole = level([]);
  const error = whole.scale * (10 ** -whole.digits + 10 ** -worst);
  return { ...whole, digits: digitsOf(error, whole.scale, aims[field.kind].most) };
}

/** ∫dΩ f(n̂) over the unit sphere in three dimensions. */
export function integrateSphere<E>(
  field: Field<E>,
  f: (direction: readonly [E, E, E]) => E,
): Estimate<E> {
  let before: E | undefined;
  for (const polar of [8, 12, 20, 32, 48]) {
    const { value, scale } = sphereRule(field, f, polar);
    if (before !== undefined) {
      const change = field.magnitude(field.sub(value, before));
      const digits = digitsOf(change, scale, aims[field.kind].most);
      if (digits >= 9) return { value, scale, digits };
    }
    before = value;
  }
  throw new Undefined("the integral does not settle");
}

/** Gauss–Legendre in cos θ, even steps in φ: exact for polynomials of n̂ below degree 2·polar. */
function sphereRule<E>(
  field: Field<E>,
  f: (direction: readonly [E, E, E]) => E,
  polar: number,
): { value: E; scale: number } {
  const steps = 2 * polar + 1;
  let total = field.zero;
  let scale = 0;
  for (const { x, weight } of gaussNodes(polar)) {
    const z = 2 * x - 1;
    const ring = Math.sqrt(1 - z * z);
    for (let k = 0; k < steps; k++) {
      const angle = (2 * Math.PI * (k + 0.31)) / steps;
      const value = f([
        real(field, ring * Math.cos(angle)),
        real(field, ring * Math.sin(angle)),
        real(field, z),
      ]);
      total = field.add(total, field.mul(value, real(field, weight / steps)));
      scale += (field.magnitude(value) * weight) / steps;
    }
  }
  const whole = field.mul(field.rational(4n, 1n), pi(field));
  return { value: field.mul(total, whole), scale: scale * 4 * Math.PI };
}

/** ∫d^dk f(|k|) over Euclidean space of any dimension with Re d > 0. */
export function integrateRadial<E>(field: Field<E>, f: (k: E) => E, d: E): Estimate<E> {
  const area = sphereArea(field, d);
  const power = field.sub(d, field.one);
  const radial = integrate(field, (k) => field.mul(field.power(k, power), f(k)), field.zero, "∞");
  return {
    value: field.mul(area, radial.value),
    digits: radial.digits,
    scale: radial.scale * field.magnitude(area),
  };
}

/** ∫dⁿx exp(−½ xᵀA x + bᵀx) = (2π)^{n/2} (det A)^{−½} exp(½ bᵀA⁻¹b) for symmetric A with positive real part. */
export function gaussianIntegral<E>(
  field: Field<E>,
  matrix: readonly (readonly E[])[],
  source: readonly E[],
): E {
  const rows = matrix.map((row) => [...row]);
  const b = [...source];
  const two = field.rational(2n, 1n);
  const root = (z: E) => field.func("sqrt", [], [z]);
  let norm = field.one;
  let exponent = field.zero;
  rows.forEach((row, k) => {
    const pivot = row[k] as E;
    if (!(field.toPair(pivot)[0] > 0)) throw new Undefined("divergent");
    norm = field.mul(norm, root(field.div(field.mul(two, pi(field)), pivot)));
    exponent = field.add(exponent, field.div(field.mul(b[k] as E, b[k] as E), pivot));
    for (let j = k + 1; j < rows.length; j++) {
      const factor = field.div((rows[j] as E[])[k] as E, pivot);
      rows[j] = (rows[j] as E[]).map((entry, l) =>
        field.sub(entry, field.mul(factor, row[l] as E)),
      );
      b[j] = field.sub(b[j] as E, field.mul(factor, b[k] as E));
    }
  });
  return field.mul(norm, field.func("exp", [], [field.div(exponent, two)]));
}
