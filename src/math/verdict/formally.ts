/** A claim without a representation may still follow by the laws that hold whatever its names mean. */
import { worlds } from "../evaluate/evaluate";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { abstracted } from "../formal/abstract";
import { formalSides } from "../formal/equal";
import { compare, isEquality } from "./comparison";
import type { Effort } from "./effort";
import { conjugatesNothing, isExchange } from "./exchange";
import { vacuity } from "./guard";
import { held } from "./held";
import { labelChoices } from "./kronecker";
import { signChoices } from "./plusMinus";
import { type Ground, sample } from "./sample";
import type { Supported } from "./verdict";

export function formally(claim: Claim, effort: Effort): Supported | undefined {
  const { left, relation, right } = claim;
  if (!isEquality(relation) || left === right) return undefined;
  if (isExchange(left, right) || [left, right].some(conjugatesNothing)) return undefined;
  const laws = new Set<string>();
  const choices = signChoices([left, right]).flatMap(labelChoices);
  for (const sides of choices) {
    const found = formalSides(...sides);
    if (!found) return undefined;
    if (!found.equal)
      return choices.length === 1 ? withNames(claim, [found.left, found.right], effort) : undefined;
    for (const law of found.laws) laws.add(law);
  }
  return { kind: "proved", evidence: { kind: "formal", laws: [...laws] }, premises: [] };
}

/** Evaluated with a name of its own for everything out of reach. */
function withNames(
  claim: Claim,
  sides: Parameters<typeof abstracted>[0],
  effort: Effort,
): Supported | undefined {
  const ground: Ground = { conventions: claim.conventions, facts: [], effort };
  const [left, right] = abstracted(sides, (letter) => isOutOfReach(letter, ground)) ?? [];
  if (!left || !right) return undefined;
  const named: Claim = { ...claim, left, right, given: [] };
  const outcome = compare(named, ground);
  if (outcome.kind !== "holds" || vacuity(named, ground)) return undefined;
  return held(named, outcome, ground, []);
}

function isOutOfReach(letter: Expr, ground: Ground): boolean {
  const [world] = worlds([letter], ground.conventions, []);
  if (!world) return true;
  const found = sample([letter], ground, { world, number: "double", ordinal: 0 });
  return found.kind === "beyond" || (found.kind === "values" && found.refusals.size > 0);
}
