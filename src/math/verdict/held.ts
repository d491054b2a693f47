/** The verdict on a claim that holds: proved where exact arithmetic says so. */
import type { Claim, Premise } from "../expr/claim";
import { isEquality } from "./comparison";
import { conventionsUsed } from "./conventionsUsed";
import { domainWords } from "./domainWords";
import { asHeld, type Holds } from "./outcome";
import { type Ground, groundOf } from "./sample";
import type { Evidence, Supported } from "./verdict";

/** An agreement in exact arithmetic is a proof when the chance of an accident is below this. */
const accident = 1e-15;

export function held(
  claim: Claim,
  outcome: Holds,
  ground: Ground,
  premises: readonly Premise[],
): Supported {
  const { seed } = ground.effort;
  const { error, points, digits, realOnly } = outcome;
  const proved = isEquality(claim.relation) && !realOnly && error !== undefined && error < accident;
  const evidence: Evidence = proved
    ? { kind: "exact", points, error, seed }
    : {
        kind: "samples",
        points,
        digits,
        domain: domainWords([claim.left, claim.right], ground.facts),
        seed,
      };
  const leansOn = [
    ...premises,
    ...conventionsUsed(asHeld(claim, outcome), groundOf(outcome, ground)),
    ...(realOnly ? [realValues] : []),
  ];
  return { kind: proved ? "proved" : "agrees", evidence, premises: leansOn };
}

const realValues: Premise = {
  id: "real-parameters",
  name: "both sides real",
  latex: "\\text{both sides real}",
  source: "convention",
  facts: [],
};
