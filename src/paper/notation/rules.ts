/** All notation rules, in the order in which they are tried on a token. */
import { absolute, barCommands } from "./absolute";
import { accent, brace } from "./accents";
import { constants, euler } from "./constants";
import { ellipsis } from "./ellipsis";
import { group, parentheses } from "./fences";
import { binomial, fraction, root } from "./fraction";
import { namedFunction } from "./functions";
import { crossProduct, dotProduct, outer, star } from "./joins";
import { factorial, number } from "./number";
import type { RuleTable } from "./reader";
import type { NotationRule } from "./rule";
import { slash } from "./slash";
import { symbolRule } from "./symbol";
import { tables } from "./tables";
import { trace } from "./trace";
import { words } from "./words";

export const rules: readonly NotationRule[] = [
  ellipsis,
  number,
  factorial,
  fraction,
  root,
  binomial,
  constants,
  euler,
  slash,
  trace,
  namedFunction,
  dotProduct,
  crossProduct,
  outer,
  star,
  absolute,
  barCommands,
  tables,
  parentheses,
  group,
  brace,
  accent,
  words,
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
