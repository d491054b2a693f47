/** Limits in which a name vanishes: term by term, with exponentials expanded as far as they count and remainders left out. */
import { wholeOf } from "../algebra/rational";
import { one, rational } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Limit, Num, Sym } from "../expr/node";
import { isZero } from "../expr/questions";
import {
  add,
  type Element,
  isRemainder,
  ofNumber,
  ofWord,
  scaled,
  type Term,
  unit,
} from "./element";
import type { Form } from "./form";
import { additive } from "./linear";
import { productOf } from "./multiply";
import { shows } from "./steady";

/** Orders to which exponentials are expanded. */
const most = 4;

export function limitOf(node: Limit, form: Form): Element {
  const body = form.elementOf(node.body);
  const { variable, to } = node;
  const value =
    variable.kind === "symbol" && isAuxiliary(variable) && isZero(to)
      ? valueAtZero(body, variable, form)
      : undefined;
  if (!value) return additive(body, form, (part) => intern({ ...node, body: part }));
  form.habits.used.add("the limit term by term");
  return value;
}

/** ε, δ, Δt: nothing depends on it without showing it. */
const isAuxiliary = ({ name, type }: Sym): boolean =>
  type === "scalar" && /^(?:[εϵη]|[δΔ].*)$/u.test(name);

/** Undefined where a term has no limit that is certain. */
function valueAtZero(body: Element, small: Sym, form: Form): Element | undefined {
  const parts: Element[] = [];
  for (const term of body) {
    const expanded = expansion(term, small, form);
    if (!expanded) return undefined;
    parts.push(expanded);
  }
  const kept = add(...parts).filter((term) => !vanishes(term, small));
  return kept.every((term) => lettersOf(term).every(([letter]) => isFree(letter, small)))
    ? kept
    : undefined;
}

/** The term with every exponential of the small name expanded as far as its power of that name asks for. */
function expansion(term: Term, small: Sym, form: Form): Element | undefined {
  const order = wholeOf(term.numbers.get(small) ?? rational(0n));
  if (order === undefined || order < -most) return undefined;
  const factors = [
    [{ ...term, numbers: new Map(), word: [] }],
    ...lettersOf(term).map(([letter, exponent, isWord]): Element | undefined => {
      const same = isWord ? ofWord(letter) : ofNumber(letter, exponent);
      if (letter === small || isFree(letter, small) || remainderOf(letter, small)) return same;
      if (letter.kind !== "power" || letter.base.kind !== "constant" || letter.base.name !== "e")
        return undefined;
      const inner = scaled(form.elementOf(letter.exponent), exponent);
      return inner.every((one) => isSmall(one, small))
        ? exponentialTo(Math.max(0, -order), inner, form)
        : undefined;
    }),
  ];
  return factors.every((factor) => factor !== undefined)
    ? productOf(factors, form.habits)
    : undefined;
}

type Letter = readonly [letter: Expr, exponent: Num, isWord: boolean];

const lettersOf = ({ numbers, word }: Term): readonly Letter[] => [
  ...[...numbers].map(([letter, exponent]): Letter => [letter, exponent, false]),
  ...word.map((letter): Letter => [letter, one, true]),
];

/** A positive whole power of the small name times what does not contain it. */
const isSmall = (term: Term, small: Sym): boolean =>
  (wholeOf(term.numbers.get(small) ?? rational(0n)) ?? 0) > 0 &&
  lettersOf(term).every(([letter]) => letter === small || isFree(letter, small));

/** 1 + X + X²/2 + … */
function exponentialTo(order: number, inner: Element, form: Form): Element {
  let power: Element = unit;
  const terms = [unit];
  for (let k = 1; k <= order; k++) {
    power = scaled(productOf([power, inner], form.habits), rational(1n, BigInt(k)));
    terms.push(power);
  }
  return add(...terms);
}

const isFree = (letter: Expr, small: Sym): boolean => shows(letter, small.name) === false;

/** The power of the small name that a remainder is of, and whether it is smaller than that: O(ε²), o(ε). */
function remainderOf(
  letter: Expr,
  small: Sym,
): { readonly power: number; readonly isLess: boolean } | undefined {
  const isCall = letter.kind === "call" && letter.head.kind === "symbol";
  const argument = isCall ? letter.args[0] : letter.kind === "order" ? letter.argument : undefined;
  if (!argument || (isCall && (!isRemainder(letter) || letter.args.length > 1))) return undefined;
  const isLess = isCall && letter.head.kind === "symbol" && letter.head.name === "o";
  if (argument === small) return { power: 1, isLess };
  if (argument.kind !== "power" || argument.base !== small) return undefined;
  const power = wholeOf(argument.exponent);
  return power === undefined || power < 1 ? undefined : { power, isLess };
}

/** Smaller than any number as the name vanishes. */
function vanishes(term: Term, small: Sym): boolean {
  let power = 0;
  let isLess = false;
  for (const [letter, exponent] of lettersOf(term)) {
    const times = wholeOf(exponent);
    const rest = remainderOf(letter, small);
    if (letter === small && times !== undefined) power += times;
    else if (rest && times !== undefined && times > 0) {
      power += times * rest.power;
      isLess ||= rest.isLess;
    } else if (!isFree(letter, small)) return false;
  }
  return power > 0 || (power === 0 && isLess);
}
