/** Samples of fields that obey the equations of motion given. */
import { identity, keyOf } from "../../expr/intern";
import { isMotion } from "../../expr/motion";
import type { Domain } from "../../expr/node";
import type { Point, Setting } from "../evaluation";
import { type Affine, type Curving, plain } from "../number/affine";
import { type Field, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import type { Survey } from "../survey";
import type { Monomials } from "../taylor/monomials";
import type { Series } from "../taylor/series";
import { orderOf } from "../taylor/targets";
import { type Equation, equations } from "./equations";
import { imposed, noSolution } from "./motion";

interface Memory {
  readonly solutions: Map<string, Map<string, unknown>>;
  /** How often in a row a problem had no solution. */
  readonly failures: Map<string, number>;
}

let remembered = new WeakMap<readonly unknown[], Memory>();

/** Multiply-adds spent in long attempts to impose these equations, whatever else was known: counted, so that the same equations are given up on every machine. */
const spent = new Map<string, number>();

/** Multiply-adds of attempts at one problem, with the same definitions, that found nothing. */
const fruitless = new Map<string, number>();

/** A review is to come out as if it were the first. */
export function forgetAttempts(): void {
  remembered = new WeakMap();
  spent.clear();
  fruitless.clear();
}

/** Multiply-adds without any success after which a problem counts as unsolvable, whatever else is given. */
const hope = 1_500_000;

/** An attempt of more multiply-adds than this is long. */
const long = 600_000;

/** Multiply-adds after which equations, such as those of a generic geometry, are too dear to impose: once, and in all long attempts together. */
const patience = { once: 2_000_000, together: 8_000_000 };

/** Why equations are not imposed. */
const tooDear = "constraint: the equations are too dear to impose";

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
  open: Opened<E>,
  openAffine: (curving: Curving) => Opened<Affine<E>>,
): (key: string, domain: Domain) => E {
  const motions = motionsOf(survey);
  if (motions.length === 0) return draw;
  const memory = remembered.get(facts) ?? { solutions: new Map(), failures: new Map() };
  remembered.set(facts, memory);
  const { solutions, failures } = memory;
  const imposing = motions.map(({ residual }) => identity(residual)).join();
  if ((spent.get(imposing) ?? 0) >= patience.together) throw new Undefined(tooDear);
  const problem = [
    base.kind,
    ...Object.values(world),
    conventions.metric,
    all.variables,
    all.order,
    JSON.stringify(open(draw, () => undefined).taylor?.plan),
    imposing,
  ].join();
  const here = `${problem} ${keyOf(facts.filter(({ kind }) => kind === "definition"))}`;
  if ((fruitless.get(here) ?? 0) >= hope) throw new Undefined(noSolution);
  const key = [point.number, point.seed, point.ordinal, problem].join();
  const known = solutions.get(key) as Map<string, E> | undefined;
  const failed = failures.get(problem) ?? 0;
  if (!known && failed >= attempts) throw new Undefined(noSolution);
  failures.set(problem, failed + 1);
  const found =
    known ??
    tried(imposing, here, (paid) =>
      solved(base, survey, all, motions, draw, {
        plain: (drawn) => open(drawn, paid),
        affine: (curving) => (drawn) => openAffine(curving)(drawn, paid),
      }),
    );
  failures.set(problem, 0);
  if (solutions.size > 500) solutions.clear();
  solutions.set(key, found);
  return (name, domain) => found.get(name) ?? draw(name, domain);
}

/** Attempts that led nowhere before a problem counts as unsolvable at every point. */
const attempts = 3;

/** The scope in which these samples are taken, and where its work is counted. */
type Opened<E> = (
  draw: (key: string, domain: Domain) => E,
  paid: (work: number) => void,
) => Scope<Series<E>>;

/** Runs an attempt, gives up where it takes too much work, and remembers how much the equations take. */
function tried<A>(imposing: string, here: string, attempt: (paid: (work: number) => void) => A): A {
  let total = 0;
  const before = fruitless.get(here) ?? 0;
  let found = false;
  try {
    const solution = attempt((work) => {
      total += work;
      if (total > patience.once) throw new Undefined(tooDear);
    });
    found = true;
    return solution;
  } finally {
    if (spent.size > 500) spent.clear();
    if (fruitless.size > 500) fruitless.clear();
    const isTooDear = total > patience.once;
    const sum = isTooDear ? patience.together : (spent.get(imposing) ?? 0) + total;
    if (total > long) spent.set(imposing, sum);
    fruitless.set(here, found ? 0 : before + total);
  }
}

const motionsOf = (survey: Survey): readonly Equation[] =>
  equations(survey, survey.given.constraints.filter(isMotion));

type Opening<E> = (draw: (key: string, domain: Domain) => E) => Scope<Series<E>>;

function solved<E>(
  base: Field<E>,
  survey: Survey,
  all: Monomials,
  motions: readonly Equation[],
  draw: (key: string, domain: Domain) => E,
  open: { readonly plain: Opening<E>; readonly affine: (curving: Curving) => Opening<Affine<E>> },
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
      residual: () => valueIn(open.plain(drawn), residual).entries,
      dependence: (here, curving) => {
        const moving = (name: string, domain: Domain): Affine<E> =>
          met.has(name) ? here(name) : plain(drawn(name, domain));
        return valueIn(open.affine(curving)(moving), residual).entries;
      },
    })),
    {
      all: () =>
        [...met].map(([name, domain]) => ({
          name,
          complex: domain === "complex",
          exponents: exponentsOf(name),
        })),
      get: (name) => values.get(name) as E,
      set: (name, value) => values.set(name, value),
    },
  );
  return values;
}

/** The powers at the end of the name of a sample. */
const exponentsOf = (name: string): readonly number[] =>
  name
    .slice(name.lastIndexOf("|?") + 2)
    .split(",")
    .map(Number);
