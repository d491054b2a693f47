/** Earlier equations put to use in a step as they stand, or solved for something it shows: “inserting (5)”, “hence”. */

import { sum, zero } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import { isolate, isNumber as isScalar } from "../../math/expr/isolate";
import type { Expr } from "../../math/expr/node";
import { isDifferential, isNumeral, isTwo } from "../../math/expr/questions";
import { nodes, some } from "../../math/expr/walk";
import { differentiatedUses } from "./differentiated";
import type { Earlier, Past, Places } from "./earlier";
import { type Equation, eliminate } from "./eliminate";
import { headKey } from "./head";
import type { Reading, Use } from "./paper";
import { inserted, isCited, isNear, isSaidAgain, type Put, said } from "./put";
import { citedIn, type Reach, type Scope } from "./reach";
import { solved } from "./solved";
import type { StatedEquation, StatedPremise } from "./stated";
import { rateUses, solutionUses, trialUses } from "./trials";

/** Equations tried for one step. */
const atMost = 6;

export function usesFor(
  scope: Scope,
  readings: readonly Reading[],
  follows: boolean,
  reach: Reach,
  past: Past,
  places: Places,
  stated: readonly StatedEquation[],
  defined: readonly StatedPremise[],
  chain: readonly string[],
): readonly Use[] {
  const own = scope.read.readings[0]?.[0];
  if (!own || readings.length === 0) return [];
  const others = stated
    .filter(({ equation }) => equation.left !== own && equation.right !== own)
    .slice(-atMost);
  const said = others.flatMap((one) => putToUse(one, scope, readings));
  const known = past.within(scope.page.chapter, [...scope.page.cites, ...citedIn(scope.statement)]);
  const inserting = known.filter((other) => mayInsert(other, scope, own)).slice(-atMost);
  const isLenient = (other: Earlier): boolean => isCited(other, scope) || follows;
  const inserted = inserting.flatMap((other) =>
    insertion(other, readings, isLenient(other), places),
  );
  const closed = known
    .filter((other) => isNear(other, scope) && closes(other, own, readings))
    .slice(-atMost)
    .flatMap((other) => insertion(other, readings, false, places));
  const together = allInserted(inserting, own, readings, isLenient, places);
  const substituted = scope.first
    ? known
        .filter((other) => isCited(other, scope) || (follows && other === past.last()))
        .flatMap((other) => substitution(other, known, scope, readings, isLenient, places))
    : [];
  const meant = scope.first
    ? [
        ...stated.filter(({ passing }) => !passing).flatMap((one) => lawOf(own, one, readings)),
        ...defined.flatMap((one) => definitionOf(own, one, readings)),
      ]
    : [];
  const both = meant.flatMap((one) => stated.slice(-atMost).flatMap((law) => alsoPut(one, law)));
  const through = others.flatMap((one) => fromStart(one, scope, readings, chain));
  const along = differentiatedUses(scope, readings, past, places, stated);
  const near = [
    ...said,
    ...meant,
    ...both,
    ...inserted,
    ...closed,
    ...together,
    ...substituted,
    ...through,
    ...along,
  ];
  const cited = known.filter((other) => isCited(other, scope));
  const tried = scope.first
    ? [
        ...trialUses(scope, readings, past, places, defined),
        ...rateUses(scope, readings, past, places),
        ...solutionUses(scope, readings, past, places, stated, defined),
      ]
    : [];
  const all = [
    ...near,
    ...tried,
    ...solved(scope, readings, reach, past, places, cited, others, stated),
  ];
  return all.filter(isOfQuantities).map((use) => ({
    ...use,
    beside: reach
      .about([
        ...use.readings.flatMap(({ left, right }) => [left, right]),
        ...use.premise.facts.flatMap((fact) => (fact.kind === "definition" ? [fact.body] : [])),
      ])
      .filter(({ from }) => from === undefined || !use.from.includes(from)),
  }));
}

/** T = (dU + P dV)/dS tells nothing of a T that is no part of differentials. */
const isOfQuantities = ({ premise, readings }: Put): boolean =>
  !premise.facts.some((fact) => fact.kind === "definition" && some(fact.body, isDifferential)) ||
  readings.some(({ left, right }) => [left, right].some((side) => some(side, isDifferential)));

/** What the prose says: inserted, solved for a name, or case by case. */
function putToUse(
  { equation, premise }: StatedEquation,
  { read }: Scope,
  readings: readonly Reading[],
): readonly Put[] {
  const use = { premise, from: [], lenient: true };
  const put = inserted(equation, readings);
  if (put) return [{ ...use, readings: put }];
  const [squared] = squaresIn(equation).flatMap((one) => inserted(one, readings) ?? []);
  if (squared) return [{ ...use, readings: [squared] }];
  const cases = casesOf(equation);
  if (cases.length > 0)
    return [{ ...use, readings: cases.flatMap((one) => inserted(one, readings) ?? readings) }];
  const [sides = []] = read.readings;
  const own = sides[0] && headKey(sides[0])?.head;
  const facts = eliminate([equation], sides, new Set(own ? [own] : []));
  return facts.length > 0 ? [{ ...use, premise: { ...premise, facts }, readings }] : [];
}

/** ω₀² = ω² + γ² of ω² = ω₀² − γ². */
function squaresIn({ left, right }: Equation): readonly Equation[] {
  const squares = [...nodes(right)].filter(
    (part) => part.kind === "power" && isTwo(part.exponent) && part.base !== left,
  );
  return squares.flatMap((square) => {
    const value = isolate(right, left, square);
    return value ? [{ left: square, right: value }] : [];
  });
}

/** A = B = C, where what the prose says turns A itself into C. */
function fromStart(
  { equation, premise }: StatedEquation,
  { read }: Scope,
  readings: readonly Reading[],
  chain: readonly string[],
): readonly Put[] {
  const [start] = read.readings[0] ?? [];
  const [only, ...others] = readings;
  if (!start || !only || chain.length === 0 || others.length + read.readings.length > 1) return [];
  const put = inserted(equation, [{ left: start, right: start }]);
  return put
    ? [
        {
          premise,
          from: chain,
          lenient: false,
          readings: put.map(({ left }) => ({ left, right: only.right })),
        },
      ]
    : [];
}

/** What the prose defined the first side of a chain to be: another statement than the chain itself. */
const definitionOf = (
  own: Expr,
  { premise }: StatedPremise,
  readings: readonly Reading[],
): readonly Put[] =>
  premise.facts.flatMap((fact) => {
    if (fact.kind !== "definition" || fact.head !== own) return [];
    if (readings.some(({ right }) => premise.facts.some((one) => says(one, right)))) return [];
    const put = inserted({ left: fact.head, right: fact.body }, readings);
    return put
      ? [{ premise: { ...premise, facts: [] }, from: [], lenient: true, readings: put }]
      : [];
  });

/** The same chain once more: δL = [Q, ψ] = Δψ gives no reason for δL = Δψ. */
const says = (fact: Fact, side: Expr): boolean =>
  fact.kind === "definition"
    ? fact.body === side
    : fact.kind === "constraint" && (fact.left === side || fact.right === side);

/** The same for what the prose says of a first side that is no name: ρ̇ = −3H(ρ + p). */
const lawOf = (
  own: Expr,
  { equation, premise }: StatedEquation,
  readings: readonly Reading[],
): readonly Put[] =>
  equation.left === own && readings.every(({ right }) => right !== equation.right)
    ? [
        {
          premise,
          from: [],
          lenient: true,
          readings: readings.map(({ right }) => ({ left: equation.right, right })),
        },
      ]
    : [];

/** One more equation of the prose put into what another one made of a step: H = U + pV with pV = NkT. */
function alsoPut(first: Put, { equation, premise }: StatedEquation): readonly Put[] {
  const put = inserted(equation, first.readings);
  const latex = `${first.premise.latex}, ${premise.latex}`;
  return put && premise.latex !== first.premise.latex
    ? [{ ...first, premise: { ...first.premise, name: latex, latex }, readings: put }]
    : [];
}

/** ab = 0: a = 0 or b = 0, and what follows from it holds either way. */
function casesOf({ left, right }: Equation): readonly Equation[] {
  if (right !== zero || left.kind !== "product" || !isScalar(left)) return [];
  const factors = left.factors.filter((factor) => factor.kind !== "num");
  return factors.every((factor) => factor.kind === "symbol" || factor.kind === "labelled")
    ? factors.map((factor) => ({ left: factor, right: zero }))
    : [];
}

/** Equations of the derivation and its paragraph, and those cited; a chain never uses one about its own first side. */
function mayInsert(other: Earlier, scope: Scope, own: Expr): boolean {
  const { equation } = other;
  if (!equation) return false;
  if (!isNear(other, scope) && !isCited(other, scope)) return false;
  if (other.supposed && liftsSupposition.test(scope.page.lead)) return false;
  const isOwn = equation.left === own || equation.right === own;
  return scope.first
    ? isOwn || headKey(equation.left) === undefined
    : !isOwn && headKey(equation.left) === undefined;
}

const liftsSupposition = /\b(in general|generally|otherwise|in any case)\b/i;

/** L = T − V = ½mẋ² − V(x): what its last side says of a name, the other names worked out; a derivative of it must show what it is taken by. */
function closes(
  { equation, fact, steps }: Earlier,
  own: Expr,
  readings: readonly Reading[],
): boolean {
  if (fact?.kind !== "definition" || !equation || steps.length < 2) return false;
  const { head, body } = fact;
  if (equation.left !== head || equation.right === body || head === own) return false;
  const hides = (node: Expr): boolean =>
    node.kind === "derivative" &&
    node.operand !== undefined &&
    some(node.operand, (part) => part === head) &&
    node.by.kind !== "index" &&
    !(node.by.kind === "variable" && shows(equation.right, node.by.variable));
  return !readings.some(({ left, right }) => some(left, hides) || some(right, hides));
}

const shows = (side: Expr, name: Expr): boolean => some(side, (part) => part === name);

/** Several equations put in one after another, the one for the first side before the others. */
function allInserted(
  others: readonly Earlier[],
  own: Expr,
  readings: readonly Reading[],
  isLenient: (other: Earlier) => boolean,
  places: Places,
): readonly Put[] {
  const isOwn = ({ equation }: Earlier): boolean => equation?.left === own;
  const ordered = [...others.filter(isOwn), ...others.filter((other) => !isOwn(other))];
  const used: Earlier[] = [];
  let result = readings;
  for (const other of ordered) {
    const changed = other.equation && inserted(other.equation, result);
    if (!changed) continue;
    used.push(other);
    result = changed;
  }
  if (used.length < 2) return [];
  const from = used.flatMap(({ steps }) => steps);
  return [{ premise: said(used, places), from, lenient: used.every(isLenient), readings: result }];
}

/** “Substituting into (3)”: what the equation meant becomes with the others around put in is the step, up to what both sides gain. */
function substitution(
  meant: Earlier,
  known: readonly Earlier[],
  scope: Scope,
  readings: readonly Reading[],
  isLenient: (other: Earlier) => boolean,
  places: Places,
): readonly Put[] {
  const { equation } = meant;
  if (!equation) return [];
  const others = known
    .filter((other) => other !== meant && isNear(other, scope))
    .filter((other) => other.equation && headKey(other.equation.left) === undefined)
    .slice(-atMost);
  const used: Earlier[] = [meant];
  let put: readonly Reading[] = [equation];
  for (const other of others) {
    const changed = other.equation && inserted(other.equation, put);
    if (!changed) continue;
    used.push(other);
    put = changed;
  }
  const [result] = put;
  if (used.length < 2 || !result) return [];
  return [
    {
      premise: said(used, places),
      from: used.flatMap(({ steps }) => steps),
      lenient: used.every(isLenient),
      readings: readings.map(({ left, right }) => ({
        left: sum(left, result.right),
        right: sum(right, result.left),
      })),
    },
  ];
}

function insertion(
  other: Earlier,
  readings: readonly Reading[],
  lenient: boolean,
  places: Places,
): readonly Put[] {
  const { equation } = other;
  if (!equation || isNumeral(equation.left)) return [];
  const changed = inserted(equation, readings);
  const repeats = readings.some((one) => isSaidAgain(one, equation));
  return changed
    ? [
        {
          premise: said([other], places),
          from: other.steps,
          lenient: lenient && !repeats,
          readings: changed,
        },
      ]
    : [];
}
