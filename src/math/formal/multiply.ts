/** Products of elements: factors that commute are gathered, the others keep their order, differential operators act. */

import { plus, raisedTo, times, wholeOf } from "../algebra/rational";
import { constant, minusOne, one, rational, symbol } from "../expr/build";
import { identity, intern } from "../expr/intern";
import type { Expr, Num, Sym } from "../expr/node";
import { canonicalTerm, dummiesOf } from "./canonical";
import { add, collected, type Element, Refused, type Term, unit } from "./element";
import type { Habits } from "./habits";
import { changeFree } from "./indices";
import { areOfOneFamily, isInversePair } from "./inverse";
import { matrixUnits } from "./matrixUnits";

export function multiply(left: Element, right: Element, habits: Habits): Element {
  const terms: Term[] = [];
  for (const a of left)
    for (const b of right) {
      const joined = join(apart(a, habits), apart(b, habits));
      const term = joined && canonicalTerm(joined, habits.grassmann);
      if (term) terms.push(term);
    }
  return settled(collected(terms), habits);
}

export const productOf = (elements: readonly Element[], habits: Habits): Element =>
  elements.reduce((left, right) => multiply(left, right, habits), unit);

/** One term brought to its form. */
export function canonical(term: Term, habits: Habits): Element {
  const written = canonicalTerm(term, habits.grassmann);
  return written ? settled(collected([written]), habits) : [];
}

/** Summed indices under names that no other factor has. */
export function apart(term: Term, habits: Habits): Term {
  const dummies = dummiesOf(term);
  if (dummies.size === 0) return term;
  const names = new Map([...dummies].map((key) => [key, habits.fresh()]));
  const renamed = (letter: Expr): Expr =>
    changeFree(letter, dummies, (index, key) => ({ ...index, name: names.get(key) ?? "" }));
  return {
    coefficient: term.coefficient,
    numbers: new Map([...term.numbers].map(([letter, exponent]) => [renamed(letter), exponent])),
    word: term.word.map(renamed),
  };
}

function join(a: Term, b: Term): Term | undefined {
  const numbers = new Map(a.numbers);
  for (const [letter, exponent] of b.numbers) {
    const before = numbers.get(letter);
    const sum = before ? plus(before, exponent) : exponent;
    if (sum.numerator === 0n) numbers.delete(letter);
    else numbers.set(letter, sum);
  }
  const word = spelled(withoutIdentities([...a.word, ...b.word]));
  if (!word) return undefined;
  return reduced({ coefficient: times(a.coefficient, b.coefficient), numbers, word });
}

/** 𝟙A = A; alone it stays what it is. */
function withoutIdentities(letters: readonly Expr[]): readonly Expr[] {
  const others = letters.filter((letter) => !isIdentity(letter));
  if (others.length > 0) return others;
  return letters.filter(isIdentity).slice(0, 1).map(inAnySpace);
}

const isIdentity = (letter: Expr): letter is Sym =>
  letter.kind === "symbol" && letter.role === "identity";

const inAnySpace = ({ name }: Sym): Sym => symbol(name, "matrix", { role: "identity" });

/** The word with neighbours that are inverse to one another gone, those that commute in one order; undefined where it vanishes. */
function spelled(letters: readonly Expr[]): readonly Expr[] | undefined {
  const word: Expr[] = [];
  for (const letter of letters) {
    const before = word.at(-1);
    const met = before && matrixUnits(before, letter);
    if (met === "zero") return undefined;
    if (met === "one") word.pop();
    else if (met) word[word.length - 1] = met;
    else place(word, letter);
  }
  return word;
}

function place(word: Expr[], letter: Expr): void {
  let at = word.length;
  const before = word.at(-1);
  const passed = before && isGamma(before) ? otherChirality(letter) : undefined;
  if (before && passed) {
    word.pop();
    place(word, passed);
    word.push(before);
    return;
  }
  for (let k = word.length - 1; k >= 0; k--) {
    const other = word[k] as Expr;
    if (isInversePair(other, letter)) {
      word.splice(k, 1);
      return;
    }
    if (!areOfOneFamily(other, letter)) break;
    if (identity(other) > identity(letter)) at = k;
  }
  word.splice(at, 0, letter);
}

const isGamma = (letter: Expr): boolean =>
  letter.kind === "slash" ||
  (letter.kind === "tensor" && letter.head.kind === "symbol" && letter.head.role === "gamma");

/** γ^μ P_L = P_R γ^μ. */
function otherChirality(letter: Expr): Sym | undefined {
  if (letter.kind !== "symbol") return undefined;
  const { role, name } = letter;
  if (role === "left-projector")
    return intern({ ...letter, name: name.replace("L", "R"), role: "right-projector" });
  if (role === "right-projector")
    return intern({ ...letter, name: name.replace("R", "L"), role: "left-projector" });
  return undefined;
}

const i = constant("i");

/** Stands for −1 where terms with opposite signs are kept side by side. */
export const sign = symbol("−1", "scalar", { role: "physical-constant" });

/** i² = −1, and whole powers of numbers. */
function reduced(term: Term): Term {
  let { coefficient } = term;
  const numbers = new Map(term.numbers);
  for (const [letter, exponent] of term.numbers) {
    const whole = wholeOf(exponent);
    if (letter === i && whole !== undefined) {
      const rest = ((whole % 4) + 4) % 4;
      if (rest >= 2) coefficient = times(coefficient, minusOne);
      if (rest % 2 === 1) numbers.set(i, one);
      else numbers.delete(i);
    }
    if (letter === sign && whole !== undefined) {
      if (whole % 2 === 0) numbers.delete(sign);
      else numbers.set(sign, one);
    }
    if (letter.kind === "num" && whole !== undefined) {
      coefficient = times(coefficient, raisedTo(letter, whole));
      numbers.delete(letter);
    }
  }
  return { coefficient, numbers, word: term.word };
}

/** Written-out values of composite letters with whole positive powers. */
const composites = new WeakMap<Expr, Element>();

/** Makes a letter of a sum, which is written out again where its power becomes whole. */
export function remember(letter: Expr, element: Element): void {
  composites.set(letter, element);
}

export const compositeOf = (letter: Expr): Element | undefined => composites.get(letter);

/** (a+b)^{1/2}(a+b)^{1/2} = a + b. */
function settled(element: Element, habits: Habits): Element {
  const at = element.findIndex(({ numbers }) => [...numbers].some(isWritable));
  if (at < 0) return element;
  const parts = element.map((term): Element => {
    const whole = [...term.numbers].filter(isWritable);
    if (whole.length === 0) return [term];
    const numbers = new Map(term.numbers);
    let result: Element = unit;
    for (const [letter, exponent] of whole) {
      numbers.delete(letter);
      const value = composites.get(letter) as Element;
      for (let k = 0n; k < exponent.numerator; k++) result = multiply(result, value, habits);
    }
    return multiply([{ ...term, numbers }], result, habits);
  });
  return add(...parts);
}

const isWritable = ([letter, { numerator, denominator }]: readonly [Expr, Num]): boolean =>
  composites.has(letter) && denominator === 1n && numerator > 0n && numerator < 7n;

/** A whole power. */
export function raised(base: Element, exponent: number, habits: Habits): Element {
  if (exponent > 8) throw new Refused("a high power");
  let result = unit;
  for (let k = 0; k < exponent; k++) result = multiply(result, base, habits);
  return result;
}

/** A single term without a word to any exact power that is whole. */
export function raisedTerm(term: Term, exponent: number): Term {
  const factor = rational(BigInt(exponent));
  return reduced({
    coefficient: raisedTo(term.coefficient, exponent),
    numbers: new Map([...term.numbers].map(([letter, power]) => [letter, times(power, factor)])),
    word: [],
  });
}
