/** Commutators and anticommutators written out; Poisson brackets by linearity, antisymmetry and the product rule. */
import { times } from "../algebra/rational";
import { rational } from "../expr/build";
import { identity, intern } from "../expr/intern";
import type { Bracket, Expr } from "../expr/node";
import { isConstantOfNature } from "./constants";
import { add, type Element, isOpen, negated, ofNumber, Refused, type Term } from "./element";
import type { Form } from "./form";
import { letterOf, multilinear } from "./linear";
import { multiply, productOf } from "./multiply";

export function bracketOf(node: Bracket, form: Form): Element {
  const [left, right] = [form.elementOf(node.left), form.elementOf(node.right)];
  if (node.sort === "poisson") return poisson(node, left, right, form);
  if ([...left, ...right].some(isOpen))
    return multilinear([node.left, node.right], "exact", form, ([a, b]) =>
      intern({ ...node, left: a as Expr, right: b as Expr }),
    );
  if ([...left, ...right].some(({ word }) => word.length === 0))
    throw new Refused("a bracket of what is read as a number");
  form.habits.used.add("the bracket written out");
  const [forth, back] = [multiply(left, right, form.habits), multiply(right, left, form.habits)];
  return node.sort === "commutator" ? add(forth, negated(back)) : add(forth, back);
}

function poisson(node: Bracket, left: Element, right: Element, form: Form): Element {
  if ([...left, ...right].some(({ word }) => word.length > 0))
    throw new Refused("a Poisson bracket of what does not commute");
  form.habits.used.add("the product rule");
  return add(...left.flatMap((a) => right.map((b) => ofTerms(node, a, b, form))));
}

/** {ab, cd} = ac{b,d} + ad{b,c} + bc{a,d} + bd{a,c}. */
function ofTerms(node: Bracket, a: Term, b: Term, form: Form): Element {
  const parts: Element[] = [];
  for (const [x, p] of a.numbers) {
    if (isNatural(x)) continue;
    for (const [y, q] of b.numbers) {
      if (isNatural(y) || x === y) continue;
      parts.push(
        productOf(
          [
            [{ ...a, coefficient: times(a.coefficient, p) }],
            ofNumber(x, rational(-1n)),
            [{ ...b, coefficient: times(b.coefficient, q) }],
            ofNumber(y, rational(-1n)),
            ofLetters(node, x, y, form),
          ],
          form.habits,
        ),
      );
    }
  }
  return add(...parts);
}

/** What no bracket sees. */
const isNatural = (letter: Expr): boolean =>
  letter.kind === "num" ||
  letter.kind === "constant" ||
  (letter.kind === "symbol" && isConstantOfNature(letter));

function ofLetters(node: Bracket, x: Expr, y: Expr, form: Form): Element {
  const turned = identity(y) < identity(x);
  const [left, right] = turned ? [y, x] : [x, y];
  const letter = letterOf(intern({ ...node, left, right }), form);
  return turned ? negated(letter) : letter;
}
