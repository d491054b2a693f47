/** The door of the evaluator: expressions in, components at one sample out. */
import type { Conventions, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { aligned } from "./align";
import type { Components, Evaluation, Point, Setting, World } from "./evaluation";
import { digitsField } from "./number/digits";
import { doubleField } from "./number/double";
import { Beyond, type Field, Undefined } from "./number/field";
import { primeField } from "./number/prime";
import { openScope } from "./open";
import { primeOf } from "./primeOf";
import { surveyed } from "./survey";
import { worldsFor } from "./worlds";

export { distance, firstDifference, isZero, same, shown } from "./compare";

/** The representations in which a claim about these expressions is to be tried. */
export function worlds(
  exprs: readonly Expr[],
  conventions: Conventions,
  facts: readonly Fact[],
): readonly World[] {
  return worldsFor(exprs, conventions, facts);
}

/** All expressions at one and the same sample. */
export function evaluate(exprs: readonly Expr[], setting: Setting, point: Point): Evaluation {
  switch (point.number) {
    case "prime":
      return over(primeFor(point.ordinal), exprs, setting, point);
    case "double":
      return over(doubleField, exprs, setting, point);
    case "digits":
      return over(digitsField, exprs, setting, point);
  }
}

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
): Evaluation {
  try {
    const survey = surveyed(exprs, setting.facts);
    return openScope(field, survey, setting, point, (scope) => {
      const components: (Components | undefined)[] = aligned(scope, exprs);
      const { values, cost, transcendental } = scope.tally;
      return { kind: "values", components, values, cost, transcendental };
    });
  } catch (problem) {
    if (problem instanceof Undefined) return { kind: "undefined", why: problem.why };
    if (problem instanceof Beyond) return { kind: "beyond", construct: problem.construct };
    throw problem;
  }
}
