/** All notation rules, in the order in which they are tried on a token. */
import { constants, euler } from "./constants";
import { group, parentheses } from "./fences";
import { binomial, fraction, root } from "./fraction";
import { namedFunction } from "./functions";
import { crossProduct, dotProduct, outer, star } from "./joins";
import { factorial, number } from "./number";
import type { RuleTable } from "./reader";
import type { NotationRule } from "./rule";
import { symbolRule } from "./symbol";

export const rules: readonly NotationRule[] = [
  number,
  factorial,
  fraction,
  root,
  binomial,
  constants,
  euler,
  namedFunction,
  dotProduct,
  crossProduct,
  outer,
  star,
  parentheses,
  group,
];

export const table: RuleTable = {
  prefix: byToken((rule) => rule.begins),
  postfix: byToken((rule) => rule.follows),
  infix: byToken((rule) => rule.joins),
  name: symbolRule,
};

function byToken(
  tokens: (rule: NotationRule) => readonly string[] | undefined,
): ReadonlyMap<string, readonly NotationRule[]> {
  const found = new Map<string, NotationRule[]>();
  for (const rule of rules)
    for (const token of tokens(rule) ?? []) {
      const known = found.get(token);
      if (known) known.push(rule);
      else found.set(token, [rule]);
    }
  return found;
}
