/** Factors in the order written: a differential operator acts on what stands behind it. */
import type { Derivative } from "../expr/node";
import { differentiated } from "./derivation";
import { add, type Element, isOpen, Refused, type Term } from "./element";
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
    const operator = term.word.at(-1) as Derivative;
    const before: Term = { ...term, word: term.word.slice(0, -1) };
    return multiply([before], differentiated(operator, right, form), form.habits);
  });
  const closed = left.filter((term) => !isOpen(term));
  return add(multiply(closed, right, form.habits), ...parts);
}
