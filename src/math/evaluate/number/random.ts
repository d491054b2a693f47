/** Reproducible random numbers, and generic values of each domain with few decimals so that people can read them. */
import type { Domain } from "../../expr/node";
import type { Random } from "./field";

/** A generator in [0,1): the same seed gives the same sequence on every machine. */
export function generator(seed: number): Random {
  let state = mix(seed >>> 0, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One seed out of several numbers and words: for a sample that belongs to a name at a point. */
export function seedOf(...parts: readonly (number | string)[]): number {
  let seed = 0x811c9dc5;
  for (const part of parts)
    seed = typeof part === "number" ? mix(seed, part | 0) : mix(spelled(seed, part), 0);
  return seed >>> 0;
}

/** One after the other, the letters of a word. */
function spelled(start: number, word: string): number {
  let seed = start;
  for (let at = 0; at < word.length; at++) {
    const letter = word.codePointAt(at) ?? 0;
    if (letter > 0xffff) at++;
    seed = mix(seed, letter);
  }
  return seed;
}

/** Decades over which the magnitudes at the point number `ordinal` spread: half a decade first, two later on. */
export const spreadOf = (ordinal: number): number => [0.5, 1, 2][ordinal % 3] ?? 1;

/** Real and imaginary part of a generic element of the domain, magnitudes spread over `decades` around 1. */
export function sample(domain: Domain, random: Random, decades = 1): readonly [number, number] {
  switch (domain) {
    case "complex":
      return [signed(random, decades), signed(random, decades)];
    case "real":
    case "nonzero":
      return [signed(random, decades), 0];
    case "positive":
    case "nonnegative":
      return [size(random, decades), 0];
    case "integer":
      return [Math.floor(random() * 13) - 6, 0];
    case "natural":
      return [1 + Math.floor(random() * 7), 0];
    case "spin":
      return [(1 + Math.floor(random() * 7)) / 2, 0];
    case "small":
      return [short(0.02 * size(random, decades)), 0];
  }
}

const signed = (random: Random, decades: number): number =>
  (random() < 0.5 ? -1 : 1) * size(random, decades);

const size = (random: Random, decades: number): number => short(10 ** ((random() - 0.5) * decades));

/** Rounded to four significant digits. */
const short = (value: number): number => Number(value.toPrecision(4));

function mix(a: number, b: number): number {
  let h = Math.imul(a ^ b, 0x85ebca6b) + 0x632be5ab;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
