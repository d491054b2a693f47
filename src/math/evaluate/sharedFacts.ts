/** One list for equal lists of facts, so that what was worked out for one is known for the others. */
import type { Fact } from "../expr/claim";
import { keyOf } from "../expr/intern";

const known = new Map<string, readonly Fact[]>();
const shared = new WeakMap<readonly Fact[], readonly Fact[]>();
const most = 500;

export function sharedFacts(facts: readonly Fact[]): readonly Fact[] {
  const before = shared.get(facts);
  if (before) return before;
  const key = keyOf(facts);
  const list = known.get(key) ?? facts;
  if (known.size >= most) known.clear();
  known.set(key, list);
  shared.set(facts, list);
  return list;
}
