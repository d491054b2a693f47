/** A quick look whether a claim holds: enough to discard an idea, never enough for a verdict. */
import { same, worlds } from "../evaluate/evaluate";
import { type Assertion, compare, isEquality } from "./comparison";
import { isHopeless } from "./patience";
import { signChoices } from "./plusMinus";
import { hasRemainder } from "./remainder";
import { type Ground, samplePair } from "./sample";

/** Undefined where nothing could be evaluated. */
export function seemsToHold(claim: Assertion, ground: Ground, looks = 3): boolean | undefined {
  if (!isEquality(claim.relation) || hasRemainder(claim.left, claim.right)) {
    const outcome = compare(claim, ground);
    return outcome.kind === "undecided" ? undefined : outcome.kind === "holds";
  }
  let seen: boolean | undefined;
  for (const [left, right] of signChoices([claim.left, claim.right])) {
    const list = worlds([left, right], ground.conventions, ground.facts);
    const reasons = new Map<string, number>();
    for (let ordinal = 0, found = 0; found < looks && ordinal < 3 * looks; ordinal++) {
      const world = list[ordinal % list.length];
      if (!world || ground.effort.exhausted() || isHopeless(found, reasons)) return undefined;
      const pair = samplePair(left, right, ground, { world, number: "double", ordinal });
      if (pair.kind === "beyond") return undefined;
      if (pair.kind === "undefined") {
        reasons.set(pair.why, (reasons.get(pair.why) ?? 0) + 1);
        continue;
      }
      if (!same(pair.left, pair.right)) return false;
      seen = true;
      found++;
    }
  }
  return seen;
}
