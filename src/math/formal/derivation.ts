/** Derivatives: linear, by the product rule, and through powers and exponentials of numbers. */
import { plus, wholeOf } from "../algebra/rational";
import { func, minusOne, one } from "../expr/build";
import { intern } from "../expr/intern";
import type { Derivative, Expr, Num } from "../expr/node";
import {
  add,
  type Element,
  exprOf,
  isOpen,
  negated,
  ofNumber,
  ofWord,
  Refused,
  scalar,
  type Term,
} from "./element";
import type { Form } from "./form";
import { freeIn } from "./indices";
import { letterOf, linearIn } from "./linear";
import { apart, compositeOf, productOf } from "./multiply";
import { isStill } from "./still";

export function differentiated(node: Derivative, operand: Element, form: Form): Element {
  if (operand.some(isOpen)) throw new Refused("a derivative of an operator");
  const order = wholeOf(node.order);
  if (!isDerivation(node, form) || order === undefined || order < 1 || order > 4)
    return linearIn(
      operand,
      (letter) => isStill(node, letter),
      form,
      (inner) => intern({ ...node, operand: inner }),
    );
  const single = intern({ ...node, order: one });
  let result = operand;
  for (let k = 0; k < order; k++) result = once(single, result, form);
  return result;
}

/** ∂, d/dt, ∇_μ, δ/δφ, ∇ of a number: the product rule is certain. */
function isDerivation({ by }: Derivative, { habits }: Form): boolean {
  if (by.kind === "variable") return !habits.grassmann;
  return by.kind === "index" || by.kind === "gradient";
}

function once(node: Derivative, operand: Element, form: Form): Element {
  if (operand.length > 1) form.habits.used.add("linearity");
  return add(...operand.map((term) => ofTerm(node, apart(term, form.habits), form)));
}

/** (abc)′ = a′bc + ab′c + abc′; what stands still has no derivative. */
function ofTerm(node: Derivative, term: Term, form: Form): Element {
  const { coefficient, numbers, word } = term;
  if (numbers.size + word.length === 0) return [];
  const entries = [...numbers];
  const before = (rest: Iterable<readonly [Expr, Num]>, letters: readonly Expr[]): Element => [
    { coefficient, numbers: new Map(rest), word: letters },
  ];
  const parts = [
    ...entries.flatMap(([letter, exponent], at) =>
      isStill(node, letter)
        ? []
        : [
            [
              before(
                entries.filter((_, other) => other !== at),
                [],
              ),
              ofPower(node, letter, exponent, form),
              ofWord(...word),
            ],
          ],
    ),
    ...word.flatMap((letter, at) =>
      isStill(node, letter)
        ? []
        : [
            [
              before(entries, word.slice(0, at)),
              ofLetter(node, letter, form),
              ofWord(...word.slice(at + 1)),
            ],
          ],
    ),
  ];
  if (parts.length > 1) form.habits.used.add("the product rule");
  if (parts.length > 0) return add(...parts.map((factors) => productOf(factors, form.habits)));
  const inner = exprOf([{ ...term, coefficient: one }]);
  return productOf(
    [scalar(coefficient), letterOf(intern({ ...node, operand: inner }), form)],
    form.habits,
  );
}

/** (aʳ)′ = r aʳ⁻¹ a′, (e^{rx})′ = r e^{rx} x′. */
function ofPower(node: Derivative, letter: Expr, exponent: Num, form: Form): Element {
  const isExponential =
    letter.kind === "power" && letter.base.kind === "constant" && letter.base.name === "e";
  if (isExponential)
    return productOf(
      [
        scalar(exponent),
        ofNumber(letter, exponent),
        once(node, form.elementOf(letter.exponent), form),
      ],
      form.habits,
    );
  const lowered = plus(exponent, minusOne);
  return productOf(
    [
      scalar(exponent),
      lowered.numerator === 0n ? scalar(one) : ofNumber(letter, lowered),
      ofLetter(node, letter, form),
    ],
    form.habits,
  );
}

function ofLetter(node: Derivative, letter: Expr, form: Form): Element {
  if (node.by.kind === "variable" && node.by.variable === letter && freeIn(letter).size === 0)
    return scalar(one);
  if (isTime(node) && letter.kind === "derivative" && letter.operand && isSpatial(letter))
    return differentiated(letter, once(node, form.elementOf(letter.operand), form), form);
  const composite = compositeOf(letter);
  if (composite) return once(node, composite, form);
  const slope = letter.kind === "function" && letter.args.length === 1 && slopes[letter.name];
  const [argument] = letter.kind === "function" ? letter.args : [];
  if (slope && argument && node.by.kind !== "gradient")
    return productOf(
      [form.elementOf(slope(argument)), once(node, form.elementOf(argument), form)],
      form.habits,
    );
  if (letter.kind === "power" && letter.exponent === minusOne)
    return negated(
      productOf([ofWord(letter), ofLetter(node, letter.base, form), ofWord(letter)], form.habits),
    );
  return letterOf(intern({ ...node, operand: letter }), form);
}

/** ∂/∂t goes under ∇, ∇·, ∇×, ∇². */
const isTime = ({ by }: Derivative): boolean =>
  by.kind === "variable" &&
  by.style === "partial" &&
  by.held === undefined &&
  by.variable.kind === "symbol" &&
  by.variable.name === "t";

const isSpatial = ({ by }: Derivative): boolean =>
  /^(?:gradient|divergence|curl|laplacian)$/.test(by.kind);

const slopes: Readonly<Record<string, (x: Expr) => Expr>> = {
  sin: (x) => func("cos", [x]),
  sinh: (x) => func("cosh", [x]),
  cosh: (x) => func("sinh", [x]),
};
