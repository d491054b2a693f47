/** An element of the free algebra: a sum of terms, each an exact number times what commutes times a word in which order counts. */

import { plus, times } from "../algebra/rational";
import { num, one, power, product, sum, zero } from "../expr/build";
import { identity } from "../expr/intern";
import type { Expr, Num } from "../expr/node";

export interface Term {
  readonly coefficient: Num;
  /** What commutes with everything, with its powers. */
  readonly numbers: ReadonlyMap<Expr, Num>;
  readonly word: readonly Expr[];
}

/** No two terms are alike, none vanishes. */
export type Element = readonly Term[];

/** Nothing certain can be said: the claim is left alone. */
export class Refused extends Error {}

/** Terms an element may have. */
const most = 600;

const noNumbers: ReadonlyMap<Expr, Num> = new Map();

export const scalar = (coefficient: Num): Element =>
  coefficient.numerator === 0n ? [] : [{ coefficient, numbers: noNumbers, word: [] }];

export const unit: Element = scalar(one);

export const ofNumber = (letter: Expr, exponent: Num = one): Element => [
  { coefficient: one, numbers: new Map([[letter, exponent]]), word: [] },
];

export const ofWord = (...word: Expr[]): Element => [
  { coefficient: one, numbers: noNumbers, word },
];

/** Ends with a differential operator that acts on nothing yet. */
export const isOpen = ({ word }: Term): boolean => {
  const last: Expr | undefined = word.at(-1);
  return last?.kind === "derivative" && last.operand === undefined;
};

/** Alike terms joined; the terms are in canonical form already. */
export function collected(terms: Iterable<Term>): Element {
  const found = new Map<string, Term>();
  for (const term of terms) {
    const key = keyOf(term);
    const before = found.get(key);
    const coefficient = before ? plus(before.coefficient, term.coefficient) : term.coefficient;
    if (coefficient.numerator === 0n) {
      if (before && isUnbounded(term)) throw new Refused("a difference of what has no bound");
      found.delete(key);
    } else found.set(key, before ? { ...before, coefficient } : term);
    if (found.size > most) throw new Refused("too many terms");
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);
}

export const add = (...elements: readonly Element[]): Element => collected(elements.flat());

export const scaled = (element: Element, factor: Num): Element =>
  factor.numerator === 0n
    ? []
    : element.map((term) => ({ ...term, coefficient: times(term.coefficient, factor) }));

export const negated = (element: Element): Element => scaled(element, num(-1));

/** ∞ − ∞ and O(x) − O(x) are not zero. */
const isUnbounded = ({ numbers, word }: Term): boolean =>
  [...numbers.keys(), ...word].some(
    (letter) => isRemainder(letter) || (letter.kind === "constant" && letter.name === "∞"),
  );

/** O(ε²), o(ε). */
export const isRemainder = (letter: Expr): boolean =>
  letter.kind === "order" ||
  (letter.kind === "call" && letter.head.kind === "symbol" && /^[oO]$/u.test(letter.head.name));

/** What two terms share exactly when they differ in their coefficient only. */
function keyOf({ numbers, word }: Term): string {
  const letters = [...numbers].map(
    ([letter, { numerator, denominator }]) => `${identity(letter)}^${numerator}/${denominator}`,
  );
  return `${letters.sort().join(" ")}|${word.map(identity).join(" ")}`;
}

const known = new WeakMap<Element, Expr>();

/** The one expression for an element. */
export function exprOf(element: Element): Expr {
  const before = known.get(element);
  if (before) return before;
  const result = element.length === 0 ? zero : sum(...element.map(exprOfTerm));
  known.set(element, result);
  return result;
}

function exprOfTerm({ coefficient, numbers, word }: Term): Expr {
  const letters = [...numbers].sort(([a], [b]) => identity(a) - identity(b));
  return product(
    coefficient,
    ...letters.map(([letter, exponent]) => power(letter, exponent)),
    ...word,
  );
}
