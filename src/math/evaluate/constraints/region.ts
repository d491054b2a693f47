/** Whether a sample lies where the inequalities leave it. */
import type { Fact } from "../../expr/claim";
import { Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { scalarOf } from "../value";

type Inequality = Extract<Fact, { kind: "inequality" }>;

export const inRegion = <E>(scope: Scope<E>, inequalities: readonly Inequality[]): boolean =>
  inequalities.every((inequality) => satisfied(scope, inequality));

function satisfied<E>(scope: Scope<E>, { left, relation, right }: Inequality): boolean {
  const { field } = scope;
  const number = (side: Inequality["left"]): number | undefined => {
    if (side.kind === "constant" && side.name === "∞") return Number.POSITIVE_INFINITY;
    const [re, im] = field.toPair(
      scalarOf(field, valueIn(scope, side), "a number in an inequality"),
    );
    return Math.abs(im) > 1e-12 * Math.abs(re) ? undefined : re;
  };
  try {
    const [a, b] = [number(left), number(right)];
    if (a === undefined || b === undefined) return relation === "≠";
    switch (relation) {
      case "<":
        return a < b;
      case "≤":
        return a <= b;
      case ">":
        return a > b;
      case "≥":
        return a >= b;
      case "≠":
        return a !== b;
    }
  } catch (problem) {
    if (problem instanceof Undefined) return false;
    throw problem;
  }
}
