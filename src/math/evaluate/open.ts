/** Opens the scope of one sample: numbers, samples drawn by name, and the bill. */
import type { Domain } from "../expr/node";
import type { Shown } from "../expr/shown";
import { number } from "./compare";
import type { Point, Setting } from "./evaluation";
import { interpret } from "./interpret";
import { Beyond, type Field } from "./number/field";
import { generator, seedOf, spreadOf } from "./number/random";
import { type Scope, valueOf } from "./scope";
import { spacesOf } from "./spaces";
import type { Survey } from "./survey";
import { weightOf } from "./tensor/weights";

/** Multiply-adds one evaluation may spend. */
const most = 5_000_000;

export function openScope<E, R>(
  field: Field<E>,
  survey: Survey,
  setting: Setting,
  point: Point,
  use: <F>(scope: Scope<F>) => R,
): R {
  return use(plainScope(field, survey, setting, point));
}

function plainScope<E>(field: Field<E>, survey: Survey, setting: Setting, point: Point): Scope<E> {
  const { world, conventions } = setting;
  const values: Record<string, Shown> = {};
  const tally: Scope<E>["tally"] = {
    cost: 0,
    transcendental: false,
    digits: digitsOf[field.kind],
    fresh: 0,
    refusal: undefined,
    values,
  };
  const drawn = new Map<string, E>();
  return {
    field,
    world,
    conventions,
    given: survey.given,
    spaces: spacesOf(world, survey.matrixSpaces, survey.hasColour),
    tally,
    draw(key, domain) {
      const known = drawn.get(key);
      if (known !== undefined) return known;
      const entry = drawOne(field, point, key, domain);
      drawn.set(key, entry);
      if (field.kind !== "prime") record(values, key, number(field.toPair(entry)));
      return entry;
    },
    keyOf: (entry) => keyOf(field, entry),
    weight: (left, right) => weightOf({ field, conventions, world }, left, right),
    spend(work) {
      tally.cost += work;
      if (tally.cost > most) throw new Beyond("this many components");
    },
    bound: new Map(),
    inside: [],
    fixed: new Map(),
    memo: new Map(),
    taylor: undefined,
    interpret,
    top: valueOf,
  };
}

const digitsOf = { prime: Number.POSITIVE_INFINITY, double: 15, digits: 50 } as const;

const drawOne = <E>(field: Field<E>, point: Point, key: string, domain: Domain): E =>
  field.random(domain, generator(seedOf(point.seed, point.ordinal, key)), spreadOf(point.ordinal));

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
