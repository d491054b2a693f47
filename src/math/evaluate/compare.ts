/** Comparing components: exactly in prime fields, relative to the largest term everywhere else. */
import type { Shown } from "../expr/shown";
import type { Components } from "./evaluation";

export function same(a: Components, b: Components): boolean {
  if (a.entries.length !== b.entries.length) return false;
  const { field } = a;
  if (field.kind === "prime")
    return a.entries.every((entry, i) => field.isZero(field.sub(entry, b.entries[i])));
  return distance(a, b) <= tolerance(Math.min(a.digits, b.digits));
}

/** Largest difference of two components, in units of the largest term; in exact arithmetic 0 or 1. */
export function distance(a: Components, b: Components): number {
  const { field } = a;
  let most = 0;
  a.entries.forEach((entry, i) => {
    const gap = field.magnitude(field.sub(entry, b.entries[i]));
    if (Number.isNaN(gap)) most = Number.POSITIVE_INFINITY;
    most = Math.max(most, gap);
  });
  const scale = Math.max(a.scale, b.scale);
  return most === 0 ? 0 : scale > 0 ? most / scale : Number.POSITIVE_INFINITY;
}

/** A third of the digits, ten at most, are left to rounding. */
const tolerance = (digits: number): number =>
  10 ** -(digits - Math.max(2, Math.min(10, digits / 3)));

/** The components as people see them; where there are very many, the first of them. */
export function shown(components: Components): Shown {
  const { shape, entries, field } = components;
  const numbers = entries.slice(0, mostShown).map((entry) => number(field.toPair(entry)));
  if (shape.length === 0) return numbers[0] ?? 0;
  return entries.length > mostShown ? numbers : nested(numbers, shape);
}

const mostShown = 256;

/** The pair of components that differ most. */
export function firstDifference(a: Components, b: Components): { left: Shown; right: Shown } {
  if (a.shape.length === 0) return { left: shown(a), right: shown(b) };
  const { field } = a;
  let at = 0;
  let most = -1;
  a.entries.forEach((entry, i) => {
    const gap = field.magnitude(field.sub(entry, b.entries[i]));
    if (gap > most) [most, at] = [gap, i];
  });
  return { left: number(field.toPair(a.entries[at])), right: number(field.toPair(b.entries[at])) };
}

export const number = ([re, im]: readonly [number, number]): Shown =>
  im === 0 || Math.abs(im) <= 1e-14 * Math.abs(re) ? re : [re, im];

function nested(flat: readonly Shown[], shape: readonly number[]): Shown {
  const [size, ...inner] = shape;
  if (size === undefined) return flat[0] ?? 0;
  if (inner.length === 0) return flat;
  const step = flat.length / size;
  return Array.from({ length: size }, (_, i) =>
    nested(flat.slice(i * step, (i + 1) * step), inner),
  );
}
