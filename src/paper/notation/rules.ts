/** All notation rules, in the order in which they are tried on a token. */
import { absolute, barCommands } from "./absolute";
import { accent, brace } from "./accents";
import { barBehind, barPair, evalMacro, heldFixed, squareBar } from "./bars";
import { bracketMacros } from "./brackets";
import { braketMacros } from "./braketMacros";
import { braket, ketRule } from "./brakets";
import { constants, euler } from "./constants";
import { derivativeInLine, derivativeMacros, derivativeRatio } from "./derivatives";
import { dirac, heaviside, remainder } from "./distributions";
import { timeDots } from "./dots";
import { ellipsis } from "./ellipsis";
import { exchange } from "./exchange";
import { group, parentheses, setMacro } from "./fences";
import { differential, hodge } from "./forms";
import { binomial, fraction, root } from "./fraction";
import { namedFunction } from "./functions";
import { lieGroup } from "./groups";
import { hypergeometric } from "./hypergeometric";
import { integral } from "./integrals";
import { crossProduct, dotProduct, loneSign, otherOperation, outer, star } from "./joins";
import { extremum, limit } from "./limits";
import { nabla, vectorMacros } from "./nabla";
import { normalOrder } from "./normalOrder";
import { factorial, number } from "./number";
import { numberOf } from "./numberOf";
import { ordering } from "./ordering";
import { box, partial } from "./partials";
import { derivativeAtPlace } from "./places";
import { prescript } from "./prescripts";
import { principal } from "./principal";
import { ranges } from "./ranges";
import type { RuleTable } from "./reader";
import type { NotationRule } from "./rule";
import { bigOperators, series } from "./series";
import { oneSided, signNames } from "./signNames";
import { slash } from "./slash";
import { squaredGradient } from "./spacetimeGradient";
import { specialFunction } from "./specialFunctions";
import { symbolRule } from "./symbol";
import { tables } from "./tables";
import { trace } from "./trace";
import { siunitx, writtenUnit } from "./units";
import { variation } from "./variations";
import { wick } from "./wick";
import { words } from "./words";

export const rules: readonly NotationRule[] = [
  ellipsis,
  number,
  factorial,
  derivativeRatio,
  derivativeInLine,
  derivativeMacros,
  partial,
  box,
  nabla,
  vectorMacros,
  timeDots,
  integral,
  series,
  bigOperators,
  signNames,
  oneSided,
  numberOf,
  limit,
  extremum,
  ranges,
  heldFixed,
  derivativeAtPlace,
  exchange,
  squaredGradient,
  squareBar,
  barPair,
  barBehind,
  evalMacro,
  braket,
  ketRule,
  braketMacros,
  bracketMacros,
  variation,
  dirac,
  heaviside,
  remainder,
  prescript,
  hypergeometric,
  siunitx,
  writtenUnit,
  differential,
  hodge,
  principal,
  specialFunction,
  fraction,
  root,
  binomial,
  lieGroup,
  constants,
  euler,
  slash,
  trace,
  namedFunction,
  dotProduct,
  crossProduct,
  otherOperation,
  loneSign,
  outer,
  star,
  absolute,
  barCommands,
  tables,
  parentheses,
  setMacro,
  group,
  brace,
  accent,
  words,
  normalOrder,
  ordering,
  wick,
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
