/** Samples of a point that satisfy the constraints and lie in the region the inequalities leave. */
import type { Fact } from "../../expr/claim";
import { identity } from "../../expr/intern";
import type { Point, Setting } from "../evaluation";
import { Beyond, type Field, Undefined } from "../number/field";
import { type Samples, samples } from "../samples";
import type { Scope } from "../scope";
import { quantumNumbers } from "../states/quantumNumbers";
import type { Survey } from "../survey";
import { equalLabels } from "./equalLabels";
import { algebraic, equations } from "./equations";
import { inRegion } from "./region";
import { type Assignment, solved } from "./solve";

/** Draws until the region is met. */
const tries = 60;

/** Draws until equations have a real solution. */
const solutions = 8;

export function admissible<E>(
  field: Field<E>,
  survey: Survey,
  setting: Setting,
  point: Point,
  open: (numbers: Samples<E>) => Scope<E>,
): Samples<E> {
  const { inequalities } = survey.given;
  const constraints = algebraic(survey);
  const fresh = (attempt: number): Samples<E> => {
    const numbers = samples(field, point, attempt);
    for (const [name, value] of quantumNumbers(field, survey.nodes, setting.world, point.ordinal))
      numbers.assign(name, [value]);
    for (const [first, second] of equalLabels(survey.nodes, point.ordinal))
      numbers.assign(
        second.name,
        (first.type === "three-vector" ? ["(0)", "(1)", "(2)"] : [""]).map((component) =>
          numbers.draw(`${first.name}${component}`, survey.domainOf(first)),
        ),
      );
    return numbers;
  };
  if (constraints.length === 0 && inequalities.length === 0) return fresh(0);
  const table = tableOf<E>(setting.facts);
  const key = placeOf(survey, setting, point);
  const known = table.get(key);
  if (known?.problem) throw known.problem;
  if (known) return assigned(fresh(known.attempt), known.assignment);
  try {
    const found = search(field, survey, open, fresh);
    if (table.size > 2000) table.clear();
    table.set(key, found);
    return assigned(fresh(found.attempt), found.assignment);
  } catch (problem) {
    if (problem instanceof Undefined)
      table.set(key, { attempt: 0, assignment: new Map(), problem });
    throw problem;
  }
}

interface Found<E> {
  readonly attempt: number;
  readonly assignment: Assignment<E>;
  readonly problem?: Undefined;
}

function search<E>(
  field: Field<E>,
  survey: Survey,
  open: (numbers: Samples<E>) => Scope<E>,
  fresh: (attempt: number) => Samples<E>,
): Found<E> {
  let unsolved = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const numbers = fresh(attempt);
    const scope = open(numbers);
    try {
      const assignment = solved(scope, survey, () =>
        numbers.draw(`free ?${numbers.count++}`, "real"),
      );
      assigned(numbers, assignment);
      const inside = field.kind === "prime" || inRegion(open(numbers), survey.given.inequalities);
      if (inside) return { attempt, assignment };
    } catch (refusal) {
      if (refusal instanceof Beyond) throw new Undefined(`constraint: ${refusal.construct}`);
      if (!(refusal instanceof Undefined)) throw refusal;
      if (field.kind === "prime" || !/real solution/.test(refusal.why)) throw refusal;
      if (++unsolved >= solutions) throw refusal;
    }
  }
  throw new Undefined("constraint: no sample in the region given");
}

function assigned<E>(numbers: Samples<E>, assignment: Assignment<E>): Samples<E> {
  for (const [name, entries] of assignment) numbers.assign(name, entries);
  return numbers;
}

const remembered = new WeakMap<readonly Fact[], Map<string, unknown>>();

function tableOf<E>(facts: readonly Fact[]): Map<string, Found<E>> {
  const found = remembered.get(facts) ?? new Map<string, unknown>();
  remembered.set(facts, found);
  return found as Map<string, Found<E>>;
}

/** Everything a solution depends on. */
function placeOf(survey: Survey, { world, conventions }: Setting, point: Point): string {
  const residuals = equations(survey, algebraic(survey)).map(({ residual }) => identity(residual));
  return [
    point.number,
    point.seed,
    point.ordinal,
    ...Object.values(world),
    conventions.metric,
    conventions.epsilon,
    ...residuals,
  ].join(",");
}
