/** How fast a remainder vanishes: the exponent of its leading power, and of a logarithm beside it. */
import { type Field, Undefined } from "../number/field";
import { real } from "./estimate";

export interface VanishingOrder {
  /** r(x) ~ x^power (log x)^logs as x → 0⁺; ∞ where r is zero as far as can be seen. */
  readonly power: number;
  readonly logs: number;
  /** How well the last slopes agree; a claim should keep clear of it. */
  readonly uncertainty: number;
}

/** The order of r as x → 0⁺. `noise` is the size below which r counts as zero, for terms of order one. */
export function vanishingOrder<E>(
  field: Field<E>,
  r: (x: E) => E,
  noise: number = field.kind === "digits" ? 1e-46 : 1e-14,
): VanishingOrder {
  const exponents = field.kind === "digits" ? [5, 6, 7, 8, 9, 10, 11, 12] : [2, 2.5, 3, 3.5, 4];
  const points: { log: number; size: number }[] = [];
  for (const exponent of exponents) {
    const x = 2 ** -Math.round(exponent * 3.3219);
    const size = field.magnitude(r(real(field, x)));
    if (!Number.isFinite(size)) throw new Undefined("the remainder grows");
    if (size > noise) points.push({ log: Math.log(x), size: Math.log(size) });
  }
  if (points.length === 0) return { power: Number.POSITIVE_INFINITY, logs: 0, uncertainty: 0 };
  if (points.length < 3) throw new Undefined("the remainder is lost in rounding");
  const slopes = points.slice(1).map((point, k) => {
    const before = points[k] as { log: number; size: number };
    const middle = (point.log + before.log) / 2;
    return { slope: (point.size - before.size) / (point.log - before.log), middle };
  });
  const last = slopes.at(-1) as { slope: number; middle: number };
  const first = slopes[0] as { slope: number; middle: number };
  const previous = slopes.at(-2) ?? first;
  const plain = Math.abs(last.slope - first.slope) < 0.01;
  const fitted = (last.slope - first.slope) / (1 / last.middle - 1 / first.middle);
  const logs = Math.round(fitted);
  if (plain || logs === 0 || Math.abs(fitted - logs) > 0.15) {
    const uncertainty = 2 * Math.abs(last.slope - previous.slope) + 0.01;
    return { power: last.slope, logs: 0, uncertainty };
  }
  const power = last.slope - logs / last.middle;
  const uncertainty = Math.abs(previous.slope - logs / previous.middle - power) + 0.01;
  return { power, logs, uncertainty };
}

/** Does f/g tend to 1 as x → 0⁺, and how far is it from 1 on the way? */
export function ratioTendsToOne<E>(
  field: Field<E>,
  f: (x: E) => E,
  g: (x: E) => E,
): { readonly holds: boolean; readonly distance: number } {
  const exponents = field.kind === "digits" ? [6, 8, 10, 12] : [2, 3, 4, 5];
  const distances = exponents.map((exponent) => {
    const x = real(field, 2 ** -Math.round(exponent * 3.3219));
    const ratio = field.div(f(x), g(x));
    return field.magnitude(field.sub(ratio, field.one));
  });
  const [first = 0, ...rest] = distances;
  const last = rest.at(-1) ?? first;
  const falls = rest.every((distance, k) => distance <= Math.max(0.9 * (distances[k] ?? 0), 1e-9));
  return { holds: falls && last < 0.02, distance: last };
}
