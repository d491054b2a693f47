/** Factors in the order written: a differential operator acts on what stands behind it. */

import { intern } from "../expr/intern";
import type { Derivative } from "../expr/node";
import { isBareDerivative } from "../expr/questions";
import { differentiated } from "./derivation";
import { add, type Element, isOpen, Refused } from "./element";
import type { Form } from "./form";
import { multiply } from "./multiply";

export function acting(factors: readonly Element[], form: Form): Element {
  return factors
    .slice(0, -1)
    .reduceRight<Element>((right, left) => acted(left, right, form), factors.at(-1) ?? []);
}

function acted(left: Element, right: Element, form: Form): Element {
  const open = left.filter(isOpen);
  if (open.length === 0) return multiply(left, right, form.habits);
  if (right.some(isOpen)) throw new Refused("differential operators multiplied");
  form.habits.used.add("acts");
  const parts = open.map((term) => {
    const last = term.word.findLastIndex((letter) => !isBareDerivative(letter));
    const operators = term.word.slice(last + 1) as readonly Derivative[];
    const image = operators.reduceRight(
      (on, operator) => differentiated(operator, on, form),
      right,
    );
    return multiply([{ ...term, word: term.word.slice(0, last + 1) }], image, form.habits);
  });
  const closed = left.filter((term) => !isOpen(term));
  return add(multiply(closed, right, form.habits), ...parts);
}

/** ∂_μ ∂_ν before anything it acts on. */
export function composed(node: Derivative, operand: Element): Element | undefined {
  if (operand.length === 0) return undefined;
  const isBare = operand.every(
    ({ numbers, word }) => numbers.size === 0 && word.every(isBareDerivative),
  );
  if (!isBare || !operand.every(isOpen)) return undefined;
  const { operand: _, ...operator } = node;
  return operand.map((term) => ({ ...term, word: [intern(operator), ...term.word] }));
}
