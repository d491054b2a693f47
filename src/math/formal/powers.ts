/** Powers, inverses, roots and exponentials. */
import { rationalOf, wholeOf } from "../algebra/rational";
import { constant, func, minusOne, one, power, rational } from "../expr/build";
import type { Expr, Num } from "../expr/node";
import {
  type Element,
  exprOf,
  isOpen,
  negated,
  ofNumber,
  ofWord,
  Refused,
  scalar,
  scaled,
} from "./element";
import type { Form } from "./form";
import { freeIn } from "./indices";
import { inverseLetter, rememberFamily, rememberOpposite } from "./inverse";
import { letterOf } from "./linear";
import { productOf, raised, raisedTerm, remember } from "./multiply";

const e = constant("e");

export function raisedTo(base: Element, exponent: Expr, form: Form): Element {
  if (base.some(isOpen)) throw new Refused("a power of a differential operator");
  const [only, more] = base;
  if (only && !more && isE(exprOf(base))) return exponential(form.elementOf(exponent), form);
  const value = rationalOf(exponent);
  if (value) return raisedExactly(base, value, form);
  const letter = power(exprOf(base), form.partOf(exponent));
  return letterOf(letter, form);
}

const isE = (node: Expr): boolean => node === e;

function raisedExactly(base: Element, exponent: Num, form: Form): Element {
  const whole = wholeOf(exponent);
  if (whole !== undefined && whole >= 0) return raised(base, whole, form.habits);
  if (whole !== undefined) return raised(inverted(base, form), -whole, form.habits);
  if (base.some(({ word }) => word.length > 0)) return ofWord(power(exprOf(base), exponent));
  const [term, more] = base;
  if (!term) throw new Refused("a root of nothing");
  const [entry, others] = [...term.numbers];
  // e^{iθ/2} is e^{iθ} to the half; the root of e^{iθ} is one of two.
  if (term.numbers.size > 0 && [...term.numbers.keys()].some(isExponential))
    return ofNumber(func("root", [exprOf(base), exponent]));
  if (!more && entry && !others && isOne(term.coefficient) && isOne(entry[1]))
    return entry[0].kind === "power"
      ? ofNumber(power(entry[0], exponent))
      : ofNumber(entry[0], exponent);
  const letter = exprOf(base);
  if (letter.kind !== "num") remember(letter, base);
  return ofNumber(letter, exponent);
}

const isExponential = (letter: Expr): boolean => letter.kind === "power" && isE(letter.base);

const isOne = (value: Num): boolean => value.numerator === 1n && value.denominator === 1n;

/** 1/x; a sum stays together, with its first coefficient taken out. */
export function inverted(element: Element, form: Form): Element {
  const [first, more] = element;
  if (!first) throw new Refused("a quotient by zero");
  if (element.some(isOpen)) throw new Refused("the inverse of a differential operator");
  const isIndexed = [...first.numbers.keys()].some((letter) => freeIn(letter).size > 0);
  if (!more && first.word.length === 0 && !isIndexed) return [raisedTerm(first, -1)];
  if (!more && !isIndexed)
    return productOf(
      [
        [raisedTerm({ ...first, word: [] }, -1)],
        ...[...first.word].reverse().map((letter) => ofWord(inverseLetter(letter))),
      ],
      form.habits,
    );
  const factor = rational(first.coefficient.denominator, first.coefficient.numerator);
  const rest = scaled(element, factor);
  const letter = exprOf(rest);
  if (rest.some(({ word }) => word.length > 0))
    return scaled(ofWord(power(letter, minusOne)), factor);
  remember(letter, rest);
  return scaled(ofNumber(letter, minusOne), factor);
}

/** e^{a+b} = e^a e^b of numbers; of anything else it stays together. */
export function exponential(exponent: Element, form: Form): Element {
  if (exponent.length === 0) return scalar(one);
  if (exponent.some(isOpen)) throw new Refused("the exponential of a differential operator");
  if (exponent.every(({ word }) => word.length === 0))
    return productOf(
      exponent.map((term): Element => {
        const basis = exprOf([{ ...term, coefficient: one }]);
        return basis === one
          ? ofNumber(e, term.coefficient)
          : ofNumber(power(e, basis), term.coefficient);
      }),
      form.habits,
    );
  const operators = new Set(
    exponent.map(({ word }) => exprOf([{ coefficient: one, numbers: new Map(), word }])),
  );
  const [operator, more] = operators;
  if (operator === undefined || more !== undefined || exponent.length === 0)
    return exponentialLetter(exponent);
  return productOf(
    exponent.map((term) => exponentialLetter([term], operator)),
    form.habits,
  );
}

function exponentialLetter(exponent: Element, operator?: Expr): Element {
  const [shown, opposite] = [exprOf(exponent), exprOf(negated(exponent))];
  rememberOpposite(shown, opposite);
  if (operator) for (const one of [shown, opposite]) rememberFamily(one, operator);
  return ofWord(power(e, shown));
}

/** √x and the like. */
const half = rational(1n, 2n);

export const root = (element: Element, form: Form): Element => raisedExactly(element, half, form);
