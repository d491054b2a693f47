/** Notions that are linear in what they apply to: sums are taken apart, and what is certainly a number comes out. */
import { one } from "../expr/build";
import type { Expr, Num } from "../expr/node";
import { commutes } from "./commutes";
import { isFixedNumber } from "./constants";
import { add, type Element, exprOf, ofNumber, ofWord, scalar, type Term } from "./element";
import type { Form } from "./form";
import { canonical, multiply, productOf } from "./multiply";

/** What may come out: everything that commutes, only coefficients, only exact numbers. */
export type Outside = "numbers" | "coefficients" | "exact" | ((letter: Expr) => boolean);

export function linearIn(
  element: Element,
  outside: Outside,
  form: Form,
  make: (part: Expr) => Expr,
): Element {
  if (element.length > 1) form.habits.used.add("linearity");
  return add(
    ...element.map((term) => {
      const [before, inner] = divided(term, outside);
      const image =
        underIntegral(inner, form, (body) => linearIn(body, outside, form, make)) ??
        letterOf(make(exprOf([inner])), form);
      return multiply([before], image, form.habits);
    }),
  );
}

/** What is linear goes under the one integral of a term. */
function underIntegral(
  { coefficient, numbers, word }: Term,
  form: Form,
  apply: (body: Element) => Element,
): Element | undefined {
  const [range, more] = [...numbers.keys(), ...word].filter(({ kind }) => kind === "integral");
  if (!range || more || (numbers.get(range) ?? one) !== one) return undefined;
  const within = form.opened(range);
  if (!within) return undefined;
  const at = word.indexOf(range);
  const rest = new Map([...numbers].filter(([letter]) => letter !== range));
  form.habits.used.add("linearity");
  return within.close(
    apply(
      productOf(
        [
          [{ coefficient, numbers: rest, word: word.slice(0, Math.max(at, 0)) }],
          within.body,
          ofWord(...word.slice(at + 1)),
        ],
        form.habits,
      ),
    ),
  );
}

/** Linear in each of several places. */
export function multilinear(
  parts: readonly Expr[],
  outside: Outside,
  form: Form,
  make: (parts: readonly Expr[]) => Expr,
): Element {
  const choices = parts.map((part) => form.elementOf(part).map((term) => divided(term, outside)));
  if (choices.some((terms) => terms.length > 1)) form.habits.used.add("linearity");
  const result: Element[] = [];
  const visit = (at: number, before: Element, inner: readonly Expr[]): void => {
    const terms = choices[at];
    if (!terms) {
      result.push(multiply(before, letterOf(make(inner), form), form.habits));
      return;
    }
    for (const [outer, rest] of terms)
      visit(at + 1, multiply(before, [outer], form.habits), [...inner, exprOf([rest])]);
  };
  visit(0, scalar(one), []);
  return add(...result);
}

/** A multiple comes out of it, a sum stays together. */
export function additive(element: Element, form: Form, make: (part: Expr) => Expr): Element {
  const [term, more] = element;
  if (!term || more) return letterOf(make(exprOf(element)), form);
  const [before, inner] = divided(term, "exact");
  return multiply([before], letterOf(make(exprOf([inner])), form), form.habits);
}

/** What comes out of a term and what stays. */
function divided(term: Term, outside: Outside): readonly [Term, Term] {
  const numbers = [...term.numbers];
  const leaves = ([letter]: readonly [Expr, Num]): boolean => {
    if (typeof outside === "function") return outside(letter);
    return outside === "numbers"
      ? term.word.length > 0
      : outside === "coefficients" && isFixedNumber(letter);
  };
  const out = numbers.filter(leaves);
  const stay = numbers.filter((entry) => !leaves(entry));
  const nothing = stay.length === 0 && term.word.length === 0;
  return nothing && outside !== "exact"
    ? [
        { coefficient: term.coefficient, numbers: new Map(), word: [] },
        { ...term, coefficient: one },
      ]
    : [
        { coefficient: term.coefficient, numbers: new Map(out), word: [] },
        { coefficient: one, numbers: new Map(stay), word: term.word },
      ];
}

/** A letter as an element of its own. */
export function letterOf(letter: Expr, form: Form): Element {
  const [term] = commutes(letter, form.habits) ? ofNumber(letter) : ofWord(letter);
  return term ? canonical(term, form.habits) : [];
}
