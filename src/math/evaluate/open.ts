/** Opens the scope of one sample: numbers, samples drawn by name, and the bill. */
import type { Domain, Expr } from "../expr/node";
import type { Shown } from "../expr/shown";
import { number } from "./compare";
import type { Point, Setting } from "./evaluation";
import { interpret } from "./interpret";
import { Beyond, type Field } from "./number/field";
import { generator, seedOf, spreadOf } from "./number/random";
import { act } from "./operators/act";
import { testFunction } from "./operators/testFunction";
import { type Scope, valueIn } from "./scope";
import { spacesOf } from "./spaces";
import type { Survey } from "./survey";
import { monomials } from "./taylor/monomials";
import { planFor } from "./taylor/plan";
import { seriesField } from "./taylor/seriesField";
import { type Taylor, taylorOver } from "./taylor/taylor";
import { weightOf } from "./tensor/weights";
import type { Value } from "./value";

/** Multiply-adds one evaluation may spend. */
const most = 5_000_000;

/** Coefficients a power series may have. */
const longest = 1000;

export function openScope<E, R>(
  base: Field<E>,
  survey: Survey,
  setting: Setting,
  point: Point,
  use: <F>(scope: Scope<F>) => R,
): R {
  const values: Record<string, Shown> = {};
  const draw = drawing(base, point, values);
  const spaces = spacesOf(setting.world, survey.matrixSpaces, survey.hasColour);
  const plan = planFor(survey.targets, setting.world, spaces);
  if (!plan)
    return use(
      scopeOver(base, survey, setting, values, {
        draw,
        keyOf: (entry) => keyOf(base, entry),
        taylor: undefined,
      }),
    );
  const all = monomials(plan.count, Math.min(plan.order, 12));
  if (all.list.length > longest) throw new Beyond("derivatives of this order in so many variables");
  const field = seriesField(base, all);
  return use(
    scopeOver(field, survey, setting, values, {
      draw: (key, domain) => [draw(key, domain)],
      keyOf: (series) => keyOf(base, series[0] ?? base.zero),
      taylor: taylorOver(base, field, all, plan, draw),
    }),
  );
}

interface Own<E> {
  readonly draw: (key: string, domain: Domain) => E;
  readonly keyOf: (entry: E) => string;
  readonly taylor: Taylor<E> | undefined;
}

function scopeOver<E>(
  field: Field<E>,
  survey: Survey,
  setting: Setting,
  values: Record<string, Shown>,
  own: Own<E>,
): Scope<E> {
  const { world, conventions } = setting;
  const tally: Scope<E>["tally"] = {
    cost: 0,
    transcendental: false,
    digits: digitsOf[field.kind],
    fresh: 0,
    refusal: undefined,
    values,
  };
  return {
    field,
    world,
    conventions,
    given: survey.given,
    spaces: spacesOf(world, survey.matrixSpaces, survey.hasColour),
    tally,
    ...own,
    weight: (left, right) => weightOf({ field, conventions, world }, left, right),
    spend(work) {
      tally.cost += work;
      if (tally.cost > most) throw new Beyond("this many components");
    },
    bound: new Map(),
    inside: [],
    fixed: new Map(),
    memo: new Map(),
    isOperator: survey.isOperator,
    analysed: survey.analysed,
    loweringNames: survey.loweringNames,
    modes: new Map(),
    interpret,
    top: survey.actsOnTest ? onTest : valueIn,
  };
}

/** Operators and their equals act on one test function. */
function onTest<E>(scope: Scope<E>, expr: Expr): Value<E> {
  return act(scope, expr, testFunction(scope));
}

const digitsOf = { prime: Number.POSITIVE_INFINITY, double: 15, digits: 50 } as const;

/** Samples by name; those of inexact kinds are kept for evidence. */
function drawing<E>(
  field: Field<E>,
  point: Point,
  values: Record<string, Shown>,
): (key: string, domain: Domain) => E {
  const drawn = new Map<string, E>();
  return (key, domain) => {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const random = generator(seedOf(point.seed, point.ordinal, key));
    const entry = field.random(domain, random, spreadOf(point.ordinal));
    drawn.set(key, entry);
    if (field.kind !== "prime") record(values, key, number(field.toPair(entry)));
    return entry;
  };
}

/** Equal keys for numbers that are equal, up to rounding. */
function keyOf<E>(field: Field<E>, entry: E): string {
  if (field.kind === "prime") return JSON.stringify(entry);
  return field
    .toPair(entry)
    .map((part) => (Math.abs(part) < 1e-12 ? "0" : part.toPrecision(9)))
    .join("+i");
}

/** Samples as people see them: components of one name in one list. */
function record(values: Record<string, Shown>, key: string, value: Shown): void {
  const [, name, place] = /^(.*?)_?\((\d+)\)$/.exec(key) ?? [];
  if (name === undefined || place === undefined) {
    if (!/[(?]/.test(key) && !key.startsWith("constant ")) values[key] = value;
    return;
  }
  const list = Array.isArray(values[name]) ? [...values[name]] : [];
  list[Number(place)] = value;
  for (let i = 0; i < list.length; i++) list[i] ??= 0;
  values[name] = list;
}
