/** The variation δ: by the product rule, through derivatives, down to the names δφ. */
import { plus } from "../algebra/rational";
import { minusOne, one, opaque } from "../expr/build";
import { intern } from "../expr/intern";
import type { Derivative, Expr, Num, Sym } from "../expr/node";
import { isConstantOfNature } from "./constants";
import { differentiated } from "./derivation";
import { add, type Element, isOpen, ofNumber, ofWord, Refused, scalar, type Term } from "./element";
import type { Form } from "./form";
import { letterOf } from "./linear";
import { apart, productOf } from "./multiply";

export function varied(element: Element, form: Form): Element {
  if (element.some(isOpen)) throw new Refused("the variation of an operator");
  return add(...element.map((term) => ofTerm(apart(term, form.habits), form)));
}

function ofTerm({ coefficient, numbers, word }: Term, form: Form): Element {
  const entries = [...numbers];
  const parts = [
    ...entries.map(([letter, exponent], at) => [
      [{ coefficient, numbers: new Map(entries.filter((_, other) => other !== at)), word: [] }],
      ofPower(letter, exponent, form),
      ofWord(...word),
    ]),
    ...word.map((letter, at) => [
      [{ coefficient, numbers, word: word.slice(0, at) }],
      ofLetter(letter, form),
      ofWord(...word.slice(at + 1)),
    ]),
  ];
  if (parts.length > 1) form.habits.used.add("the product rule");
  return add(...parts.map((factors) => productOf(factors, form.habits)));
}

function ofPower(letter: Expr, exponent: Num, form: Form): Element {
  const lowered = plus(exponent, minusOne);
  return productOf(
    [
      scalar(exponent),
      lowered.numerator === 0n ? scalar(one) : ofNumber(letter, lowered),
      ofLetter(letter, form),
    ],
    form.habits,
  );
}

function ofLetter(letter: Expr, form: Form): Element {
  switch (letter.kind) {
    case "num":
    case "constant":
      return [];
    case "symbol":
      return isConstantOfNature(letter) ? [] : letterOf(named(letter, form), form);
    case "labelled":
      return letterOf(intern({ ...letter, head: named(letter.head, form) }), form);
    case "tensor":
    case "call":
      if (letter.head.kind !== "symbol" || letter.head.role !== undefined) break;
      return letterOf(intern({ ...letter, head: named(letter.head, form) }), form);
    case "derivative":
      if (letter.operand && isOrdinary(letter))
        return differentiated(letter, varied(form.elementOf(letter.operand), form), form);
      break;
    default:
      break;
  }
  return letterOf(opaque("δ", letter), form);
}

const isOrdinary = ({ by }: Derivative): boolean =>
  by.kind === "index" ? !by.covariant : by.kind === "variable" && by.style !== "functional";

/** δφ, of the sort that the claim itself gives it. */
function named(symbol: Sym, { habits }: Form): Sym {
  const name = `δ${symbol.name}`;
  return habits.variations.get(name) ?? intern({ ...symbol, name });
}
