/** Numbers and sampled values in the few digits a sentence bears. */
import type { Shown } from "../math/expr/shown";

/** `1.2`, `0.83 − 0.5i`, `(1.2, 0.3, 0, 0)`; long lists are cut. */
export function show(value: Shown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return real(value);
  const [re, im] = value;
  if (value.length === 2 && typeof re === "number" && typeof im === "number")
    return complex(re, im);
  const shown = value.slice(0, 6).map(show);
  return `(${shown.join(", ")}${value.length > 6 ? ", …" : ""})`;
}

/** `p = (1.2, 0.3, 0, 0), m = 0.7`; at most `limit` names. */
export function showValues(values: Readonly<Record<string, Shown>>, limit = 4): string {
  const names = Object.keys(values);
  const shown = names.slice(0, limit).map((name) => `${name} = ${show(values[name] ?? "")}`);
  return names.length > limit ? `${shown.join(", ")}, …` : shown.join(", ");
}

function real(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return value.toExponential(2).replace("-", "−");
  return String(Number(value.toPrecision(4))).replace("-", "−");
}

function complex(re: number, im: number): string {
  if (im === 0 || Math.abs(im) < 1e-14 * Math.abs(re)) return real(re);
  if (re === 0 || Math.abs(re) < 1e-14 * Math.abs(im)) return imaginary(im);
  return `${real(re)} ${im < 0 ? "−" : "+"} ${imaginary(Math.abs(im))}`;
}

/** i, −i, 2i. */
const imaginary = (im: number): string =>
  Math.abs(im) === 1 ? (im < 0 ? "−i" : "i") : `${real(im)}i`;
