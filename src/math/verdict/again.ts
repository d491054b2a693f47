/** What was worked out for a claim a moment ago, with as much still to spend: found again at the same price. */
import type { Claim } from "../expr/claim";
import { keyOf } from "../expr/intern";
import type { Effort } from "./effort";

const kept = new Map<string, { readonly found: unknown; readonly spent: number }>();
/** A step is judged without a search and then with one. */
const most = 32;

/** `keep`: the same will be asked again. */
export function again<T>(claim: Claim, effort: Effort, keep: boolean, work: () => T): T {
  if (!keep && kept.size === 0) return work();
  const before = effort.allowance();
  const key = `${effort.seed} ${before} ${keyOf(claim)}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    effort.spendAgain(known.spent);
    return known.found as T;
  }
  const found = work();
  const isCutOff = effort.exhausted() && effort.allowance() > 0;
  if (!keep || isCutOff) return found;
  kept.set(key, { found, spent: before - effort.allowance() });
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > most) kept.delete(oldest);
  return found;
}
