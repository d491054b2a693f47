/** Integrals moved to the front: what stands beside one may stand under it, since the bound letter is its own. */
import { one } from "../expr/build";
import type { Expr } from "../expr/node";
import { add, type Element, ofWord, type Term } from "./element";
import type { Form } from "./form";
import { productOf } from "./multiply";
import { isSteady } from "./steady";

export function prenex(element: Element, form: Form): Element {
  return add(...element.map((term) => ofTerm(term, form)));
}

function ofTerm(term: Term, form: Form): Element {
  const letters = [...term.numbers.keys(), ...term.word];
  const ranges = letters.filter((letter) => letter.kind === "integral");
  const [range, more] = ranges;
  const within = range && !more ? form.opened(range) : undefined;
  if (!range || !within) return [term];
  const beside = (letter: Expr): boolean =>
    letter !== range && term.numbers.has(letter) && isSteady(letter, range);
  const out = [...term.numbers].filter(([letter]) => beside(letter));
  const stay = [...term.numbers].filter(([letter]) => letter !== range && !beside(letter));
  const exponent = term.numbers.get(range);
  if (exponent && (exponent.numerator !== 1n || exponent.denominator !== 1n)) return [term];
  const at = term.word.indexOf(range);
  const body = productOf(
    [
      [
        {
          coefficient: term.coefficient,
          numbers: new Map(stay),
          word: term.word.slice(0, Math.max(at, 0)),
        },
      ],
      within.body,
      ofWord(...term.word.slice(at + 1)),
    ],
    form.habits,
  );
  const inner = within.close(prenex(body, form));
  return productOf(
    [[{ ...term, coefficient: one, numbers: new Map(out), word: [] }], inner],
    form.habits,
  );
}
