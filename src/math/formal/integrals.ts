/** Integrals: linear; what is steady comes out, a δ puts in its value, the bound letter has no name of its own. */
import { one, symbol } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure, Sym } from "../expr/node";
import { children, nodes, replace } from "../expr/walk";
import { nameInside, parted, renaming } from "./bound";
import { isFixedNumber } from "./constants";
import { add, type Element, exprOf, isOpen, negated, Refused, type Term } from "./element";
import type { Form, Opened } from "./form";
import { boundMark } from "./indices";
import { letterOf, linearIn } from "./linear";
import { apart, multiply, productOf } from "./multiply";
import { sift } from "./sift";
import { isSteady, shows } from "./steady";

export function integralOf(node: Integral, form: Form): Element {
  return node.measures.reduceRight<Element>(
    (inner, measure) => over(measure, inner, form),
    form.elementOf(node.integrand),
  );
}

function over(measure: Measure, element: Element, form: Form): Element {
  if (element.some(isOpen)) throw new Refused("an integral of an operator");
  const bounds = {
    ...measure,
    ...(measure.lower ? { lower: form.partOf(measure.lower) } : {}),
    ...(measure.upper ? { upper: form.partOf(measure.upper) } : {}),
  };
  const { variable } = measure;
  if (variable.kind !== "symbol" || measure.sort !== "plain")
    return linearIn(
      element,
      measure.sort === "path" ? isFixed(variable) : "exact",
      form,
      (integrand) => intern({ kind: "integral", measures: [bounds], integrand }),
    );
  if (element.length > 1) form.habits.used.add("linearity");
  return add(...element.map((term) => ofTerm(bounds, variable, apart(term, form.habits), form)));
}

/** One term under one integral: steady numbers come out, a δ puts in its value, the variable loses its name. */
function ofTerm(measure: Measure, variable: Sym, term: Term, form: Form): Element {
  const sifted = sift(measure, variable, term, form);
  if (sifted) return sifted;
  const isBound = variable.name.startsWith(boundMark);
  const [out, stay] = parted(term, (letter) => isSteady(letter, variable));
  const inner: Term = { coefficient: one, numbers: new Map(stay), word: term.word };
  const letters = [...inner.numbers.keys(), ...inner.word];
  const integrand = exprOf([inner]);
  if (letters.length === 0 && measure.lower && measure.upper && isNumberLine(measure, variable))
    return multiply(
      [{ coefficient: term.coefficient, numbers: new Map(out), word: [] }],
      add(form.elementOf(measure.upper), negated(form.elementOf(measure.lower))),
      form.habits,
    );
  const shown = (letter: Expr): boolean => shows(letter, variable.name) === true;
  const name = nameInside([integrand]);
  const names = renaming(integrand, variable.name, name, measure.power);
  const isNameless =
    names !== undefined &&
    (isBound
      ? letters.some(shown)
      : letters.length > 0 &&
        letters.some(shown) &&
        letters.every((letter) => shown(letter) || isApart(letter, variable)) &&
        !hides(integrand, variable.name));
  const integral: Integral = intern({
    kind: "integral",
    measures: [{ ...measure, variable: isNameless ? symbol(name) : variable }],
    integrand: isNameless ? form.partOf(replace(integrand, names)) : integrand,
  });
  return productOf(
    [
      [{ coefficient: term.coefficient, numbers: new Map(out), word: [] }],
      letterOf(integral, form),
    ],
    form.habits,
  );
}

const isNumberLine = ({ power }: Measure, { type, grassmann }: Sym): boolean =>
  power === undefined && type === "scalar" && grassmann !== true;

/** What stands under an integral whose letter has no name of its own. */
export function opened(letter: Expr, form: Form): Opened | undefined {
  if (letter.kind === "integral" && letter.measures.length === 1) {
    const [measure] = letter.measures;
    const variable = measure?.variable;
    if (!measure || variable?.kind !== "symbol" || !variable.name.startsWith(boundMark))
      return undefined;
    const mark = `${boundMark}${form.habits.fresh()}`;
    const names = renaming(letter.integrand, variable.name, mark);
    return (
      names && {
        body: form.elementOf(replace(letter.integrand, names)),
        close: (body) => over({ ...measure, variable: symbol(mark, variable.type) }, body, form),
      }
    );
  }
  return undefined;
}

const isFixed =
  (variable: Expr) =>
  (letter: Expr): boolean =>
    isFixedNumber(letter) && ![...nodes(letter)].includes(variable);

/** Certain to be the same wherever the variable is. */
const isApart = (letter: Expr, variable: Sym): boolean =>
  isSteady(letter, variable) ||
  ((letter.kind === "ket" || letter.kind === "bra") && shows(letter, variable.name) === false);

/** Something in it depends on places without saying so. */
const hides = (node: Expr, name: string): boolean =>
  node.kind === "symbol"
    ? node.name !== name && (node.dependsOn?.length ?? 0) > 0
    : children(node).some(
        (part) => !(node.kind === "call" && part === node.head) && hides(part, name),
      );
