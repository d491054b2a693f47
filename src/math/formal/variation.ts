/** The variations δ and δ_ε: by the product rule, through derivatives, down to the names δφ. */
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

export function varied(element: Element, form: Form, sign = "δ"): Element {
  if (element.some(isOpen)) throw new Refused("the variation of an operator");
  return add(...element.map((term) => ofTerm(apart(term, form.habits), form, sign)));
}

function ofTerm({ coefficient, numbers, word }: Term, form: Form, sign: string): Element {
  const entries = [...numbers];
  const parts = [
    ...entries.map(([letter, exponent], at) => [
      [{ coefficient, numbers: new Map(entries.filter((_, other) => other !== at)), word: [] }],
      ofPower(letter, exponent, form, sign),
      ofWord(...word),
    ]),
    ...word.map((letter, at) => [
      [{ coefficient, numbers, word: word.slice(0, at) }],
      ofLetter(letter, form, sign),
      ofWord(...word.slice(at + 1)),
    ]),
  ];
  if (parts.length > 1) form.habits.used.add("the product rule");
  return add(...parts.map((factors) => productOf(factors, form.habits)));
}

function ofPower(letter: Expr, exponent: Num, form: Form, sign: string): Element {
  const lowered = plus(exponent, minusOne);
  return productOf(
    [
      scalar(exponent),
      lowered.numerator === 0n ? scalar(one) : ofNumber(letter, lowered),
      ofLetter(letter, form, sign),
    ],
    form.habits,
  );
}

function ofLetter(letter: Expr, form: Form, sign: string): Element {
  const whole = letterOf(opaque(sign, letter), form);
  switch (letter.kind) {
    case "num":
    case "constant":
      return [];
    case "symbol":
      return isConstantOfNature(letter)
        ? []
        : sign === "δ"
          ? letterOf(named(letter, form), form)
          : whole;
    case "labelled":
      if (sign !== "δ") break;
      return letterOf(intern({ ...letter, head: named(letter.head, form) }), form);
    case "tensor":
    case "call":
      if (sign !== "δ" || letter.head.kind !== "symbol" || letter.head.role !== undefined) break;
      return letterOf(intern({ ...letter, head: named(letter.head, form) }), form);
    case "derivative":
      if (letter.operand && isOrdinary(letter))
        return differentiated(letter, varied(form.elementOf(letter.operand), form, sign), form);
      break;
    default:
      break;
  }
  return whole;
}

const isOrdinary = ({ by }: Derivative): boolean =>
  by.kind === "index" ? !by.covariant : by.kind === "variable" && by.style !== "functional";

/** δφ, of the sort that the claim itself gives it. */
function named(symbol: Sym, { habits }: Form): Sym {
  const name = `δ${symbol.name}`;
  return habits.variations.get(name) ?? intern({ ...symbol, name });
}
