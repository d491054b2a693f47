/** The door of the evaluator: expressions in, components at one sample out. */
import type { Conventions, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { aligned } from "./align";
import { openBill } from "./bill";
import type { Made } from "./changed";
import type { Components, Evaluation, Point, Refused, Setting, World } from "./evaluation";
import { digitsField } from "./number/digits";
import { doubleField } from "./number/double";
import { Beyond, Exhausted, type Field, Undefined } from "./number/field";
import { primeField } from "./number/prime";
import { openScope } from "./open";
import { primeOf } from "./primeOf";
import { surveyed } from "./survey";
import { worldsFor } from "./worlds";

export { distance, firstDifference, same, shown } from "./compare";

/** The representations in which a claim about these expressions is to be tried. */
export function worlds(
  exprs: readonly Expr[],
  conventions: Conventions,
  facts: readonly Fact[],
): readonly World[] {
  return worldsFor(exprs, conventions, facts);
}

/** All expressions at one and the same sample, and after them what is made of their parts. */
export function evaluate(
  exprs: readonly Expr[],
  setting: Setting,
  point: Point,
  made: Made = nothing,
): Evaluation {
  switch (point.number) {
    case "prime":
      return over(primeFor(point.ordinal), exprs, setting, point, made);
    case "double":
      return over(doubleField, exprs, setting, point, made);
    case "digits":
      return over(digitsField, exprs, setting, point, made);
  }
}

const nothing: Made = { parts: [], changes: [], numbers: [] };

const fields = new Map<number, ReturnType<typeof primeField>>();

function primeFor(ordinal: number): ReturnType<typeof primeField> {
  const p = primeOf(ordinal);
  const field = fields.get(p) ?? primeField(p);
  fields.set(p, field);
  return field;
}

function over<E>(
  field: Field<E>,
  exprs: readonly Expr[],
  setting: Setting,
  point: Point,
  made: Made,
): Evaluation {
  const bill = openBill(point.allowance);
  try {
    const survey = surveyed(exprs, setting.facts);
    return openScope(field, survey, setting, point, bill, (scope) => {
      const components: (Components | undefined)[] = aligned(
        scope,
        [...exprs, ...made.parts],
        made,
      );
      const { values, transcendental, leavesReals, refusals } = scope.tally;
      const { cost } = bill;
      return { kind: "values", components, values, cost, transcendental, leavesReals, refusals };
    });
  } catch (problem) {
    const { cost } = bill;
    if (problem instanceof Exhausted) return { kind: "undefined", why: problem.message, cost };
    if (problem instanceof Undefined || problem instanceof Beyond) return told(problem, cost);
    throw problem;
  }
}

/** A refusal as an outcome. */
export const told = (refusal: Undefined | Beyond, cost: number): Refused =>
  refusal instanceof Undefined
    ? { kind: "undefined", why: refusal.why, cost }
    : { kind: "beyond", construct: refusal.construct, cost };
