/** Whether two sides are equal by linearity, product rules, orders that may be changed and names that do not matter. */
import { plus } from "../algebra/rational";
import { rational, zero } from "../expr/build";
import type { Expr, Num } from "../expr/node";
import { add, type Element, exprOf, isOpen, negated, ofNumber, Refused, unit } from "./element";
import type { Form } from "./form";
import { type Habits, habitsOf } from "./habits";
import { compositeOf, multiply } from "./multiply";
import { formWith } from "./normal";
import { inOneSpace } from "./oneSpace";
import { prenex } from "./prenex";
import { ofOneOperator } from "./single";

/** Two sides in their form. */
export interface FormalSides {
  readonly left: Element;
  readonly right: Element;
  readonly equal: boolean;
  /** The laws used to bring them to their form, in words. */
  readonly laws: readonly string[];
}

/** Undefined where nothing certain can be said of them. */
export function formalSides(...written: readonly [Expr, Expr]): FormalSides | undefined {
  try {
    const [left, right] = inOneSpace(written);
    const found = sidesIn(left, right, habitsOf([left, right]));
    if (found && !found.equal && isOfOneOperator(left, right))
      return { ...found, equal: true, laws: ["functions of one operator commute"] };
    const vanish = found?.left.length === 0 || found?.right.length === 0;
    if (!found || !vanish || left === zero || right === zero) return found;
    const apart = sidesIn(left, right, habitsOf([left, right], true));
    return apart?.equal && apart.left.length > 0 ? found : undefined;
  } catch (error) {
    if (error instanceof Refused || error instanceof RangeError) return undefined;
    throw error;
  }
}

function isOfOneOperator(left: Expr, right: Expr): boolean {
  const [a, b] = ofOneOperator([left, right]) ?? [];
  const found = a && b && sidesIn(a, b, habitsOf([a, b]));
  return found?.equal === true && found.left.length > 0;
}

function sidesIn(left: Expr, right: Expr, habits: Habits): FormalSides | undefined {
  const form = formWith(habits);
  const [a, b] = [left, right].map((side) => prenex(form.elementOf(side), form)) as [
    Element,
    Element,
  ];
  if (habits.used.has("acts") && [...a, ...b].some(isOpen)) return undefined;
  return {
    left: a,
    right: b,
    equal: exprOf(a) === exprOf(b) || vanishes(add(a, negated(b)), form),
    laws: [...habits.used].filter((law) => law !== "acts"),
  };
}

/** With all denominators that are sums, and all roots, multiplied out. */
function vanishes(difference: Element, { habits }: Form): boolean {
  let rest = difference;
  for (let round = 0; round < 4 && rest.length > 0; round++) {
    const letter = composite(rest);
    if (!letter) return false;
    const exponents = rest.map(({ numbers }) => numbers.get(letter) ?? zero);
    const lowest = exponents.reduce((least, one) => (isLess(one, least) ? one : least));
    const lift = rational(-lowest.numerator, lowest.denominator);
    rest = add(
      ...rest.map((term) => {
        const numbers = new Map(term.numbers);
        const exponent = plus(numbers.get(letter) ?? zero, lift);
        numbers.delete(letter);
        return multiply(
          [{ ...term, numbers }],
          exponent.numerator === 0n ? unit : ofNumber(letter, exponent),
          habits,
        );
      }),
    );
    if (rest.some(({ numbers }) => numbers.has(letter))) return false;
  }
  return rest.length === 0;
}

const isLess = (a: Num, b: Num): boolean =>
  a.numerator * b.denominator < b.numerator * a.denominator;

/** A sum below a bar or under a root. */
const composite = (element: Element): Expr | undefined =>
  element.flatMap(({ numbers }) => [...numbers.keys()]).find((letter) => compositeOf(letter));
