/** Sizes of shown values: what growth, order and inequalities are read from. */
import type { Shown } from "../expr/shown";

/** The largest magnitude among the entries; NaN where one is no number. */
export function magnitude(value: Shown): number {
  if (typeof value === "number") return Math.abs(value);
  if (typeof value === "string") return Number.NaN;
  if (isComplex(value)) return Math.hypot(value[0], value[1]);
  return value.reduce<number>((largest, entry) => Math.max(largest, magnitude(entry)), 0);
}

/** A real number, where the value is one. */
export function realNumber(value: Shown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "string" || !isComplex(value)) return undefined;
  const [re, im] = value;
  return Math.abs(im) <= 1e-12 * Math.max(1, Math.abs(re)) ? re : undefined;
}

const isComplex = (value: readonly Shown[]): value is readonly [number, number] =>
  value.length === 2 && value.every((part) => typeof part === "number");

/** A number with an imaginary part worth the name, or one of the entries of this depth. */
export function isComplexNumber(value: Shown, depth: number): boolean {
  if (typeof value === "number" || typeof value === "string") return false;
  if (depth > 0) return value.some((entry) => isComplexNumber(entry, depth - 1));
  if (!isComplex(value)) return false;
  return Math.abs(value[1]) > 1e-9 * Math.hypot(value[0], value[1]);
}
