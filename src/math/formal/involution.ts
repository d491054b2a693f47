/** †, *, ᵀ: sums term by term, products turned round. */

import { times } from "../algebra/rational";
import {
  bra,
  conjugate,
  constant,
  involution,
  ket,
  minusOne,
  one,
  power,
  trace,
} from "../expr/build";
import type { Expr, Involution, Num } from "../expr/node";
import { isPositive, isReal } from "./constants";
import { add, type Element, exprOf, isOpen, ofNumber, ofWord, Refused, scalar } from "./element";
import type { Form } from "./form";
import { canonical, multiply, productOf } from "./multiply";

export function involved(sort: Involution["sort"], element: Element, form: Form): Element {
  if (element.some(isOpen)) throw new Refused("the adjoint of a differential operator");
  if (element.length > 1) form.habits.used.add("linearity");
  return add(
    ...element.map(({ coefficient, numbers, word }) => {
      const outside = [...numbers].map(([letter, exponent]) =>
        sort === "transpose" ? ofNumber(letter, exponent) : starred(letter, exponent, form),
      );
      const letters = sort === "conjugate" ? word : [...word].reverse();
      if (sort === "transpose" && form.habits.grassmann && word.length > 1)
        throw new Refused("anticommuting factors turned round");
      if (word.length > 1) form.habits.used.add("adjoint of a product");
      const inside =
        sort === "bar"
          ? word.length > 0
            ? [
                wordOf(
                  involution(sort, exprOf([{ coefficient: one, numbers: new Map(), word }])),
                  form,
                ),
              ]
            : []
          : letters.map((letter) => wordOf(turned(sort, letter), form));
      return productOf([scalar(coefficient), ...outside, ...inside], form.habits);
    }),
  );
}

function wordOf(letter: Expr, form: Form): Element {
  const [term] = ofWord(letter);
  return term ? canonical(term, form.habits) : [];
}

const i = constant("i");

/** The complex conjugate of a number. */
function starred(letter: Expr, exponent: Num, form: Form): Element {
  if (letter === i) return multiply(scalar(minusOne), ofNumber(i), form.habits);
  if (exponent.denominator !== 1n && !isPositive(letter))
    throw new Refused("a root that may be on either side of its cut");
  if (isReal(letter)) return ofNumber(letter, exponent);
  if (letter.kind === "involution" && letter.sort === "conjugate")
    return ofNumber(letter.operand, exponent);
  if (letter.kind === "power" && letter.base.kind === "constant" && letter.base.name === "e") {
    const inner = involved("conjugate", form.elementOf(letter.exponent), form);
    return productOf(
      inner.map((term) => {
        const basis = exprOf([{ ...term, coefficient: one }]);
        return ofNumber(power(letter.base, basis), times(term.coefficient, exponent));
      }),
      form.habits,
    );
  }
  if (letter.kind === "trace") {
    const inner = involved("dagger", form.elementOf(letter.operand), form);
    return form.elementOf(trace(exprOf(inner), letter.space));
  }
  return ofNumber(conjugate(letter), exponent);
}

function turned(sort: Involution["sort"], letter: Expr): Expr {
  if (letter.kind === "involution" && letter.sort === sort) return letter.operand;
  if (sort === "dagger" && letter.kind === "ket") return bra(...letter.labels);
  if (sort === "dagger" && letter.kind === "bra") return ket(...letter.labels);
  if (sort === "dagger" && isHermitian(letter)) return letter;
  return involution(sort, letter);
}

/** σ_i, γ5, P_L, x, p: by their defining algebra. */
function isHermitian(letter: Expr): boolean {
  const head = letter.kind === "tensor" ? letter.head : letter;
  return head.kind === "symbol" && head.role !== undefined && hermitianRoles.has(head.role);
}

const hermitianRoles: ReadonlySet<string> = new Set([
  "pauli",
  "gamma5",
  "left-projector",
  "right-projector",
  "position-operator",
  "momentum-operator",
  "number-operator",
  "identity",
]);
