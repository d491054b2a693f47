/** Whether two sides are equal by linearity, product rules, orders that may be changed and names that do not matter. */
import { zero } from "../expr/build";
import type { Expr } from "../expr/node";
import { add, type Element, exprOf, isOpen, negated, Refused } from "./element";
import type { Form } from "./form";
import { habitsOf } from "./habits";
import { compositeOf, multiply, raised } from "./multiply";
import { formWith } from "./normal";
import { prenex } from "./prenex";

/** Two sides in their form. */
export interface FormalSides {
  readonly left: Element;
  readonly right: Element;
  readonly equal: boolean;
  /** The laws used to bring them to their form, in words. */
  readonly laws: readonly string[];
}

/** Undefined where nothing certain can be said of them. */
export function formalSides(left: Expr, right: Expr): FormalSides | undefined {
  try {
    const habits = habitsOf([left, right]);
    const form = formWith(habits);
    const [a, b] = [left, right].map((side) => prenex(form.elementOf(side), form)) as [
      Element,
      Element,
    ];
    if (habits.used.has("acts") && [...a, ...b].some(isOpen)) return undefined;
    if ((a.length === 0 || b.length === 0) && left !== zero && right !== zero) return undefined;
    return {
      left: a,
      right: b,
      equal: exprOf(a) === exprOf(b) || vanishes(add(a, negated(b)), form),
      laws: [...habits.used].filter((law) => law !== "acts"),
    };
  } catch (error) {
    if (error instanceof Refused || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** With all denominators that are sums multiplied out. */
function vanishes(difference: Element, { habits }: Form): boolean {
  let rest = difference;
  for (let round = 0; round < 4 && rest.length > 0; round++) {
    const [below] = denominators(rest);
    const value = below && compositeOf(below);
    if (!below || !value) return false;
    const lowest = Math.min(
      ...rest.map(({ numbers }) => Number(numbers.get(below)?.numerator ?? 0n)),
    );
    rest = add(
      ...rest.map((term) => {
        const numbers = new Map(term.numbers);
        const exponent = Number(numbers.get(below)?.numerator ?? 0n);
        numbers.delete(below);
        return multiply([{ ...term, numbers }], raised(value, exponent - lowest, habits), habits);
      }),
    );
  }
  return rest.length === 0;
}

const denominators = (element: Element): readonly Expr[] =>
  element.flatMap(({ numbers }) =>
    [...numbers].flatMap(([letter, { numerator, denominator }]) =>
      numerator < 0n && denominator === 1n && compositeOf(letter) ? [letter] : [],
    ),
  );
