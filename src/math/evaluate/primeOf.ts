/** The prime of a point: every ordinal has its own, in turn. */
import { primes } from "./number/prime";

export const primeOf = (ordinal: number): number => primes[ordinal % primes.length] ?? 33554383;
