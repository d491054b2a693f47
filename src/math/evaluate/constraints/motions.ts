/** Samples of fields that obey the equations of motion given. */
import { identity } from "../../expr/intern";
import { isMotion } from "../../expr/motion";
import type { Domain } from "../../expr/node";
import type { Point, Setting } from "../evaluation";
import type { Field } from "../number/field";
import { type Scope, valueIn } from "../scope";
import type { Survey } from "../survey";
import type { Monomials } from "../taylor/monomials";
import type { Series } from "../taylor/series";
import { orderOf } from "../taylor/targets";
import { type Equation, equations } from "./equations";
import { imposed } from "./motion";

const remembered = new WeakMap<readonly unknown[], Map<string, Map<string, unknown>>>();

/** What a solution counts in the bill, whether it was known or not. */
export const price = 500;

/** Samples in which the coefficients of the fields obey the equations of motion. */
export function obeying<E>(
  base: Field<E>,
  survey: Survey,
  all: Monomials,
  { facts, world, conventions }: Setting,
  point: Point,
  draw: (key: string, domain: Domain) => E,
  open: (draw: (key: string, domain: Domain) => E) => Scope<Series<E>>,
): (key: string, domain: Domain) => E {
  const motions = motionsOf(survey);
  if (motions.length === 0) return draw;
  const table = remembered.get(facts) ?? new Map<string, Map<string, unknown>>();
  remembered.set(facts, table);
  const key = [
    point.number,
    point.seed,
    point.ordinal,
    ...Object.values(world),
    conventions.metric,
    all.variables,
    all.order,
    JSON.stringify(open(draw).taylor?.plan),
    ...motions.map(({ residual }) => identity(residual)),
  ].join();
  const found = (table.get(key) ?? solved(base, survey, all, motions, draw, open)) as Map<
    string,
    E
  >;
  if (table.size > 500) table.clear();
  table.set(key, found);
  return (name, domain) => found.get(name) ?? draw(name, domain);
}

const motionsOf = (survey: Survey): readonly Equation[] =>
  equations(survey, survey.given.constraints.filter(isMotion));

function solved<E>(
  base: Field<E>,
  survey: Survey,
  all: Monomials,
  motions: readonly Equation[],
  draw: (key: string, domain: Domain) => E,
  open: (draw: (key: string, domain: Domain) => E) => Scope<Series<E>>,
): Map<string, E> {
  const values = new Map<string, E>();
  const met = new Map<string, Domain>();
  const drawn = (name: string, domain: Domain): E => {
    if (!name.includes("|?")) return draw(name, domain);
    met.set(name, domain);
    const value = values.get(name) ?? draw(name, domain);
    values.set(name, value);
    return value;
  };
  imposed(
    base,
    all,
    motions.map(({ residual }) => ({
      order: orderOf(residual, survey.given),
      residual: () => valueIn(open(drawn), residual).entries,
    })),
    {
      all: () => [...met].map(([name, domain]) => ({ name, complex: domain === "complex" })),
      get: (name) => values.get(name) as E,
      set: (name, value) => values.set(name, value),
    },
  );
  return values;
}
