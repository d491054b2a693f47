/** A claim without a representation may still follow by the laws that hold whatever its names mean. */

import type { Claim } from "../expr/claim";
import { formallyEqual } from "../formal/equal";
import { isEquality } from "./comparison";
import { conjugatesNothing, isExchange } from "./exchange";
import { labelChoices } from "./kronecker";
import { signChoices } from "./plusMinus";
import type { Supported } from "./verdict";

export function formally({ left, relation, right }: Claim): Supported | undefined {
  if (!isEquality(relation) || left === right) return undefined;
  if (isExchange(left, right) || [left, right].some(conjugatesNothing)) return undefined;
  const laws = new Set<string>();
  for (const sides of signChoices([left, right]).flatMap(labelChoices)) {
    const found = formallyEqual(...sides);
    if (!found) return undefined;
    for (const law of found.laws) laws.add(law);
  }
  return { kind: "proved", evidence: { kind: "formal", laws: [...laws] }, premises: [] };
}
