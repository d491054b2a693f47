/** Opens the scope of one sample: numbers, samples drawn by name, and the bill. */
import type { Domain, Expr, Sym } from "../expr/node";
import type { Shown } from "../expr/shown";
import { type Bill, charge, weights } from "./bill";
import { pairedValue } from "./calculus/distribution";
import { sourceValue } from "./calculus/source";
import { admissible } from "./constraints/admissible";
import { obeying, price } from "./constraints/motions";
import type { Point, Setting } from "./evaluation";
import { nameKey } from "./given";
import { interpret } from "./interpret";
import { representationOf } from "./matrix/representation";
import { type Affine, affineField, type Curving } from "./number/affine";
import { Beyond, type Field } from "./number/field";
import { act } from "./operators/act";
import { testFunction } from "./operators/testFunction";
import { apply } from "./scalar/function";
import { bind, type Scope, valueIn } from "./scope";
import { spacesOf } from "./spaces";
import type { Survey } from "./survey";
import { howMany, monomials } from "./taylor/monomials";
import { planFor } from "./taylor/plan";
import { seriesField } from "./taylor/seriesField";
import { type Taylor, taylorOver } from "./taylor/taylor";
import { tiltCurved } from "./tensor/curved";
import { weightOf } from "./tensor/weights";
import type { Value } from "./value";
import { functional } from "./words/functional";
import { gradedSamples } from "./words/graded";
import { alphabet } from "./words/letters";
import { elementOf } from "./words/read";

/** Coefficients a power series may have. */
const longest = 1000;

export function openScope<E, R>(
  base: Field<E>,
  survey: Survey,
  setting: Setting,
  point: Point,
  bill: Bill,
  use: <F>(scope: Scope<F>) => R,
): R {
  if (survey.unplaced) throw new Beyond(survey.unplaced);
  const spend = (work: number): void => charge(bill, work * weights[base.kind]);
  const numbers = admissible(base, survey, setting, point, (trial) =>
    scopeOver(
      base,
      survey,
      setting,
      {},
      {
        draw: trial.draw,
        keyOf: (entry) => keyOf(base, entry),
        realRoot: trial.realRoot,
        taylor: undefined,
        spend,
      },
    ),
  );
  const { draw, values } = numbers;
  const spaces = spacesOf(
    setting.world,
    survey,
    representationOf(survey.given, setting.conventions) !== undefined,
  );
  const chart = survey.given.lineElement?.coordinates ?? [];
  const plan = planFor(survey.targets, setting.world, spaces, chart);
  const own = {
    draw,
    keyOf: (entry: E) => keyOf(base, entry),
    realRoot: numbers.realRoot,
    taylor: undefined,
    spend,
  };
  if (!plan) return use(scopeOver(base, survey, setting, values, own));
  if (howMany(plan.count, plan.order, plan.shallow) > longest)
    throw new Beyond("derivatives of this order in so many variables");
  const all = monomials(plan.count, plan.order, plan.shallow);
  const seriesOf = <F>(numbers: Field<F>, plainly: (entry: F) => E) => {
    const field = seriesField(numbers, all, plan.conjugates);
    return (drawn: (key: string, domain: Domain) => F, paid: (work: number) => void) =>
      scopeOver(field, survey, setting, values, {
        draw: (key, domain) => [drawn(key, domain)],
        keyOf: ([centre]) => keyOf(base, plainly(centre ?? numbers.zero)),
        realRoot: () => undefined,
        taylor: taylorOver(numbers, field, all, plan, drawn),
        spend: (work) => paid(work * all.list.length),
      });
  };
  const over = seriesOf(base, (entry) => entry);
  const affine =
    (curving: Curving) =>
    (drawn: (key: string, domain: Domain) => Affine<E>, paid: (work: number) => void) =>
      seriesOf(affineField(base, curving, paid), ({ value }) => value)(drawn, paid);
  const drawn = obeying(base, survey, all, setting, point, draw, over, affine);
  if (drawn !== draw) spend(price * all.list.length);
  const scope = over(drawn, spend);
  return use(bind(scope, gradedSamples(scope, survey.nodes)));
}

interface Own<E> {
  readonly draw: (key: string, domain: Domain) => E;
  readonly keyOf: (entry: E) => string;
  readonly realRoot: (square: E) => E | undefined;
  readonly taylor: Taylor<E> | undefined;
  readonly spend: (work: number) => void;
}

function scopeOver<E>(
  field: Field<E>,
  survey: Survey,
  setting: Setting,
  values: Record<string, Shown>,
  own: Own<E>,
): Scope<E> {
  const { world, conventions, formal = false, smooth = false } = setting;
  const representation = representationOf(survey.given, conventions);
  const tally: Scope<E>["tally"] = {
    refusals: new Map(),
    transcendental: false,
    leavesReals: false,
    digits: digitsOf[field.kind],
    fresh: 0,
    depth: 0,
    pairing: false,
    values,
  };
  return {
    field,
    world,
    conventions,
    given: survey.given,
    spaces: spacesOf(world, survey, representation !== undefined),
    representation,
    tally,
    ...own,
    weight: (left, right) =>
      weightOf({ field, conventions, world, given: survey.given }, left, right),
    cache: new Map(),
    bound: new Map(),
    nested: false,
    inside: [],
    fixed: new Map(survey.given.lineElement?.coordinates.map((one, i) => [nameKey(one), i])),
    memo: new Map(),
    isOperator: survey.isOperator,
    formal,
    analysed: smooth || (formal ? survey.followed : survey.analysed),
    place: "",
    shown: true,
    outside: survey.outside,
    bracketed: survey.bracketed,
    labels: survey.labels,
    labelsOutside: survey.labelsOutside,
    loweringNames: survey.loweringNames,
    hasUnits: survey.hasUnits,
    relatesConstants: survey.relatesConstants,
    hasQuanta: survey.hasQuanta,
    hasRotations: survey.hasRotations,
    massOf: survey.massOf,
    shownArguments: survey.shownArguments,
    onlyVariable: survey.onlyVariable,
    domainOf: survey.domainOf,
    canonical: survey.canonical,
    countsDimensions: survey.countsDimensions,
    fourVectorNamed: (name) => survey.fourVectors.get(name),
    vectorOfLetter: (letter) => survey.vectors.get(letter),
    modes: new Map(),
    random: survey.random,
    words: survey.words,
    alphabet: alphabet(),
    element: elementOf,
    interpret,
    apply,
    tilt: tiltCurved,
    top: survey.words
      ? functional
      : survey.actsOnTest
        ? onTest
        : survey.paired && !formal
          ? paired(survey.paired)
          : survey.source
            ? sourced(survey.source)
            : valueIn,
  };
}

/** Distributions and their equals are integrated with one test function. */
const paired =
  (variable: Expr) =>
  <E>(scope: Scope<E>, expr: Expr): Value<E> =>
    pairedValue(scope, expr, variable);

const sourced =
  (place: Sym) =>
  <E>(scope: Scope<E>, expr: Expr): Value<E> =>
    sourceValue(scope, expr, place);

/** Operators and their equals act on one test function. */
function onTest<E>(scope: Scope<E>, expr: Expr): Value<E> {
  return act(scope, expr, testFunction(scope));
}

const digitsOf = { prime: Number.POSITIVE_INFINITY, double: 15, digits: 50 } as const;

/** Equal keys for numbers that are equal, up to rounding. */
function keyOf<E>(field: Field<E>, entry: E): string {
  if (field.kind === "prime") return JSON.stringify(entry);
  return field
    .toPair(entry)
    .map((part) => (Math.abs(part) < 1e-12 ? "0" : part.toPrecision(9)))
    .join("+i");
}
