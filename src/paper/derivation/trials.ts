/** A differential equation and what is tried for its field, put to use together: “inserting (2) into (1) gives ω² = k² + m²”. */

import { acted } from "../../math/expr/apply";
import type { Fact, Premise } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { isArithmetic, isTime } from "../../math/expr/questions";
import { nodes, some } from "../../math/expr/walk";
import type { Earlier, Past, Places } from "./earlier";
import type { Equation } from "./eliminate";
import { headKey } from "./head";
import type { Reading } from "./paper";
import { isCited, isNear, isSaidAgain, type Put, said } from "./put";
import { citedIn, type Scope } from "./reach";
import type { StatedEquation, StatedPremise } from "./stated";

/** Equations tried for one step. */
const most = 3;

export function trialUses(
  scope: Scope,
  readings: readonly Reading[],
  past: Past,
  places: Places,
  defined: readonly StatedPremise[],
): readonly Put[] {
  const { page, statement } = scope;
  const known = past.within(page.chapter, [...page.cites, ...citedIn(statement)]);
  const inReach = known.filter(
    (other) => isNear(other, scope) || isCited(other, scope) || other.section === page.section,
  );
  return lastDifferential(inReach).flatMap((other) => {
    const { equation } = other;
    if (!equation || readings.some((one) => isSaidAgain(one, equation))) return [];
    const { left, right } = equation;
    const tried = fieldsIn(equation).flatMap((field) => trialOf(field, inReach, defined) ?? []);
    const [trial] = tried;
    if (!trial) return [];
    const shown = said(trial.from ? [other, trial.from] : [other], places);
    const latex = trial.from ? shown.latex : `${shown.latex}, ${trial.latex}`;
    const facts: readonly Fact[] = [trial.fact, { kind: "constraint", left, right }];
    return [
      {
        premise: { ...shown, name: latex, latex, facts },
        from: [...other.steps, ...(trial.from?.steps ?? [])],
        lenient: isCited(other, scope) || other.section === page.section,
        readings,
      },
    ];
  });
}

/** The last equations that differentiate a field, found from behind. */
function lastDifferential(known: readonly Earlier[]): readonly Earlier[] {
  const found: Earlier[] = [];
  for (let at = known.length - 1; at >= 0 && found.length < most; at--) {
    const other = known[at];
    if (other?.equation && fieldsIn(other.equation).length > 0) found.unshift(other);
  }
  return found;
}

/** Ḣ = −4πG(ρ + p) where what stands above says what H² and ρ̇ are: all of it, to be differentiated by time. */
export function rateUses(
  scope: Scope,
  readings: readonly Reading[],
  past: Past,
  places: Places,
): readonly Put[] {
  const rates = readings.flatMap(fieldsIn);
  if (rates.length === 0 || !readings.every(isOfRates)) return [];
  const last = past.last()?.display;
  const above = past
    .recent()
    .filter(
      (other) =>
        isNear(other, scope) ||
        ((other.display === last || isCited(other, scope)) && other.section === scope.page.section),
    )
    .flatMap((other) =>
      other.equation && isOfRates(other.equation) ? [{ other, equation: other.equation }] : [],
    )
    .filter(({ equation }) => !readings.some((one) => isSaidAgain(one, equation)))
    .slice(-most);
  const isDifferentiated = above.some(({ equation }) =>
    [equation.left, equation.right].some((side) =>
      some(side, (node) => rates.some((rate) => node === rate)),
    ),
  );
  if (!isDifferentiated) return [];
  const facts = above.map(
    ({ equation: { left, right } }): Fact => ({ kind: "constraint", left, right }),
  );
  const shown = said(
    above.map(({ other }) => other),
    places,
  );
  const from = above.flatMap(({ other }) => other.steps);
  return [{ premise: { ...shown, facts }, from, lenient: true, readings }];
}

/** N(t) = N₀e^{−λt} where the text gives Ṅ = −λN and N(0) = N₀: the equation of the name itself and where it starts. */
export function solutionUses(
  scope: Scope,
  readings: readonly Reading[],
  past: Past,
  places: Places,
  stated: readonly StatedEquation[],
  defined: readonly StatedPremise[],
): readonly Put[] {
  const [first] = readings;
  const head = first && headKey(first.left)?.head;
  if (!head) return [];
  const last = past.last()?.display;
  const above = past
    .recent()
    .filter((other) => isNear(other, scope) || other.display === last)
    .flatMap((other) => (other.equation ? [{ ...other.equation, other }] : []));
  const inProse = [
    ...stated.map(({ equation, premise }) => ({ ...equation, premise })),
    ...defined.flatMap(({ premise }) =>
      premise.facts.flatMap((fact) => {
        if (fact.kind === "definition") return [{ left: fact.head, right: fact.body, premise }];
        return fact.kind === "constraint" ? [{ ...fact, premise }] : [];
      }),
    ),
  ];
  const all: readonly (Equation & { readonly other?: Earlier; readonly premise?: Premise })[] = [
    ...inProse,
    ...above,
  ];
  const equation = all.findLast((one) => fieldsIn(one).includes(head) && !startsOf(one, head));
  const starts = all.filter((one) => startsOf(one, head));
  if (!equation || starts.length === 0) return [];
  const used = [equation, ...starts];
  const earlier = used.flatMap(({ other }) => other ?? []);
  const latex = [...new Set(used.map(({ other, premise }) => (other ?? premise)?.latex))].join(
    ", ",
  );
  return [
    {
      premise: {
        ...said(earlier, places),
        name: latex,
        latex,
        facts: used.map(({ left, right }): Fact => ({ kind: "constraint", left, right })),
      },
      from: earlier.flatMap(({ steps }) => steps),
      lenient: true,
      readings,
    },
  ];
}

/** N(0) = N₀, ẋ(0) = 0. */
const startsOf = ({ left, right }: Equation, head: Expr): boolean =>
  [left, right].some((side) => {
    const at = side.kind === "derivative" && side.operand ? side.operand : side;
    return at.kind === "call" && at.head === head && at.args.every(({ kind }) => kind === "num");
  });

/** Numbers and their rates in time. */
const isOfRates = ({ left, right }: Equation): boolean =>
  [left, right].every((side) =>
    [...nodes(side)].every(
      (node) =>
        isArithmetic(node) ||
        (node.kind === "derivative" && node.by.kind === "variable" && isTime(node.by.variable)),
    ),
  );

/** Names an equation differentiates, also by an operator in front of them. */
const fieldsIn = ({ left, right }: Equation): readonly Expr[] => [
  ...new Set([left, right].flatMap(fieldsOf)),
];

/** Found once for each side. */
function fieldsOf(side: Expr): readonly Expr[] {
  const known = fields.get(side);
  if (known) return known;
  const found = [...nodes(side)]
    .flatMap((node) => [...nodes(acted(node))])
    .flatMap((node) => {
      const key = node.kind === "derivative" && node.operand ? headKey(node.operand) : undefined;
      return key ? [key.head] : [];
    });
  const distinct = [...new Set(found)];
  fields.set(side, distinct);
  return distinct;
}

const fields = new WeakMap<Expr, readonly Expr[]>();

interface Trial {
  readonly fact: Fact;
  readonly latex: string;
  readonly from?: Earlier;
}

/** What was last said the field is, by an equation or in the prose. */
function trialOf(
  field: Expr,
  known: readonly Earlier[],
  defined: readonly StatedPremise[],
): Trial | undefined {
  const isOfField = (fact: Fact | undefined): fact is Fact =>
    fact?.kind === "definition" && headKey(fact.head)?.head === field && some(fact.body, isWave);
  for (const { premise } of defined.toReversed()) {
    const fact = premise.facts.find(isOfField);
    if (fact) return { fact, latex: premise.latex };
  }
  const from = known.findLast(({ fact }) => isOfField(fact));
  return from?.fact && { fact: from.fact, latex: from.latex, from };
}

/** e^{…}, sin and cos. */
const isWave = (node: Expr): boolean =>
  (node.kind === "power" && node.base.kind === "constant" && node.base.name === "e") ||
  (node.kind === "function" && /^(?:exp|sin|cos)$/.test(node.name));
