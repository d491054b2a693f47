/** What two statements about where a number lives say together. */
import type { Domain } from "./node";

/** All that contain a domain, nearest first. */
const within: Readonly<Record<Domain, readonly Domain[]>> = {
  complex: [],
  real: ["complex"],
  nonzero: ["real", "complex"],
  nonnegative: ["real", "complex"],
  positive: ["nonnegative", "nonzero", "real", "complex"],
  small: ["positive", "nonnegative", "nonzero", "real", "complex"],
  integer: ["real", "complex"],
  natural: ["integer", "spin", "positive", "nonnegative", "nonzero", "real", "complex"],
  spin: ["positive", "nonnegative", "nonzero", "real", "complex"],
};

/** The narrower of two; what is said last where neither contains the other, but for a positive integer. */
export function both(before: Domain | undefined, said: Domain): Domain {
  if (before === undefined || within[said].includes(before)) return said;
  if (within[before].includes(said)) return before;
  const pair = [before, said];
  return pair.includes("integer") && pair.includes("positive") ? "natural" : said;
}

/** Domains of masses, widths and counts: what nothing else moves. */
export const constantDomains = new Set([
  "positive",
  "nonnegative",
  "small",
  "integer",
  "natural",
  "spin",
]);
