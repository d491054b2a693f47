/** Whether two sides with differentials are equal by d² = 0 and the product rule, in whatever order what is no number stands. */
import { plus, times } from "../algebra/rational";
import { num, one, rational } from "../expr/build";
import { degreesOf } from "../expr/formDegrees";
import { spelling } from "../expr/intern";
import type { Expr, Num } from "../expr/node";
import { isDifferential, isNamed } from "../expr/questions";
import { children, nodes, some } from "../expr/walk";
import { Refused } from "./element";

export const hasDifferentials = (side: Expr): boolean => some(side, isDifferential);

/** Undefined where it cannot be said, or where both sides vanish and neither is written as 0. */
export function equalForms(left: Expr, right: Expr): boolean | undefined {
  if ([left, right].some((side) => some(side, isDistance))) return undefined;
  const form = formIn(left, right);
  try {
    const [a, b] = [form.formOf(left), form.formOf(right)];
    if ([...a, ...b].some(({ isOpen }) => isOpen)) return undefined;
    const isNothing = a.length === 0 && b.length === 0;
    if (isNothing && left.kind !== "num" && right.kind !== "num") return undefined;
    return collected([...a, ...b.map((term) => scaled(term, num(-1)))]).length === 0;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** A d that is no term of a sum, as in d − iA, may be a length. */
const isDistance = (node: Expr): boolean =>
  node.kind !== "sum" && children(node).some((part) => isNamed(part, "d"));

/** A form that is not taken apart. */
interface Letter {
  readonly key: string;
  /** Undefined where nothing says it. */
  readonly degree: number | undefined;
  /** Its values are numbers: it changes places, with the sign of its degree. */
  readonly isFree: boolean;
  readonly inverse?: string;
  readonly differential: () => Value;
}

interface Term {
  readonly coefficient: Num;
  readonly word: readonly Letter[];
  /** A d stands at its end and waits for what follows. */
  readonly isOpen: boolean;
}

type Value = readonly Term[];

interface Exterior {
  readonly formOf: (node: Expr) => Value;
}

const scaled = (term: Term, by: Num): Term => ({
  ...term,
  coefficient: times(term.coefficient, by),
});

const constantOf = (value: Num): Value =>
  value.numerator === 0n ? [] : [{ coefficient: value, word: [], isOpen: false }];

const termOf = (...word: Letter[]): Value => [{ coefficient: one, word, isOpen: false }];

/** i, whose square is −1. */
const imaginary: Letter = { key: "i", degree: 0, isFree: true, differential: () => [] };

function formIn(left: Expr, right: Expr): Exterior {
  const all = [left, right].flatMap((side) => [...nodes(side)]);
  const names = all.flatMap((node) => (node.kind === "symbol" ? [node.name] : []));
  const known = new Map<string, number>([["d", 1]]);
  for (const name of names) if (numbers.test(name)) known.set(name, 0);
  const degrees = degreesOf([[left, right]], known);
  const inverted = new Set(
    all.flatMap((node) =>
      node.kind === "power" && isMinusOne(node.exponent) && node.base.kind === "symbol"
        ? [node.base.name]
        : [],
    ),
  );
  for (const name of inverted) if (degrees.get(name) === undefined) known.set(name, 0);
  const found = inverted.size > 0 ? degreesOf([[left, right]], known) : degrees;
  return reader((name) => found.get(name), inverted);
}

/** Letters of functions beside forms. */
const numbers = /^(?:[c-hj-zθφϕψχρΦΨ]|[c-hj-z]_.*)$/u;

/** Letters of forms with values in numbers. */
const ordinary = /^[α-χa-z]/u;

const isMinusOne = (node: Expr): boolean =>
  node.kind === "num" && node.numerator === -node.denominator;

function reader(
  degreeOf: (name: string) => number | undefined,
  inverted: ReadonlySet<string>,
): Exterior {
  const known = new Map<Expr, Value>();
  const formOf = (node: Expr): Value => {
    const before = known.get(node);
    if (before) return before;
    const value = collected(read(node));
    known.set(node, value);
    return value;
  };
  const read = (node: Expr): Value => {
    switch (node.kind) {
      case "num":
        return constantOf(node);
      case "constant":
        return node.name === "i" ? termOf(imaginary) : termOf(still(node.name));
      case "sum":
        return node.terms.flatMap(formOf);
      case "product":
      case "wedge":
        if (node.kind === "wedge" && node.factors.some(isVector)) throw new Refused("a plane");
        return node.factors.reduceRight<Value>(
          (rest, factor) => followed(formOf(factor), rest),
          constantOf(one),
        );
      case "quotient":
        return followed(inverseOf(node.under), formOf(node.over));
      case "power":
        return powerOf(node.base, node.exponent);
      case "function":
        return functionOf(node.name, node.args, node.parameters);
      case "symbol":
        if (node.name === "d") return [{ coefficient: one, word: [], isOpen: true }];
        if (node.type === "three-vector" || node.type === "four-vector")
          throw new Refused("a vector");
        return termOf(named(spelling(node), degreeOf(node.name), isNumber(node)));
      case "labelled":
        return termOf(named(spelling(node), degreeOf(node.head.name), isNumber(node.head)));
      case "tensor":
        return termOf(
          named(spelling(node), node.head.kind === "symbol" ? 0 : undefined, isNumber(node.head)),
        );
      default:
        throw new Refused(node.kind);
    }
  };
  /** Beside a g⁻¹ everything may be a matrix. */
  const isNumber = (node: Expr): boolean =>
    inverted.size === 0 &&
    node.kind === "symbol" &&
    node.type !== "matrix" &&
    node.type !== "operator" &&
    (ordinary.test(node.name) || numbers.test(node.name));
  const inverseOf = (node: Expr): Value => {
    if (node.kind === "num" && node.numerator !== 0n)
      return constantOf(rational(node.denominator, node.numerator));
    const [only, more] = formOf(node);
    const [letter, second] = only?.word ?? [];
    if (!only || more || !letter || second || only.isOpen || letter.degree !== 0)
      throw new Refused("an inverse");
    if (letter === imaginary)
      return [{ ...only, coefficient: times(num(-1), reciprocal(only.coefficient)) }];
    return [{ ...only, coefficient: reciprocal(only.coefficient), word: [inverseLetter(letter)] }];
  };
  const powerOf = (base: Expr, exponent: Expr): Value => {
    if (base.kind === "constant" && base.name === "e") return exponential(exponent);
    if (exponent.kind !== "num" || exponent.denominator !== 1n) throw new Refused("a power");
    const count = Number(exponent.numerator);
    if (Math.abs(count) > 4) throw new Refused("a power");
    const single = count < 0 ? inverseOf(base) : formOf(base);
    return Array.from({ length: Math.abs(count) }).reduce<Value>(
      (all) => followed(single, all),
      constantOf(one),
    );
  };
  const exponential = (exponent: Expr): Value => {
    const inner = formOf(exponent);
    if (
      inner.some(
        ({ word, isOpen }) => isOpen || word.some(({ isFree, degree }) => !isFree || degree !== 0),
      )
    )
      throw new Refused("the exponential of a form");
    return inner.reduce<Value>((all, term) => {
      const isNegative = term.coefficient.numerator < 0n;
      const positive = isNegative ? scaled(term, num(-1)) : term;
      const letter = exponentialLetter(positive);
      return followed(termOf(isNegative ? inverseLetter(letter) : letter), all);
    }, constantOf(one));
  };
  const functionOf = (name: string, args: readonly Expr[], parameters: readonly Expr[]): Value => {
    const [argument, more] = args;
    if (name === "exp" && argument && !more) return exponential(argument);
    if (name !== "d" || !argument || more) throw new Refused(name);
    const [order] = parameters;
    if (!order) return differentialOf(formOf(argument));
    if (order.kind === "num" && order.numerator === 2n) return [];
    throw new Refused("a differential of higher order");
  };
  return { formOf };
}

const isVector = (node: Expr): boolean => node.kind === "symbol" && node.type === "three-vector";

const reciprocal = (value: Num): Num => rational(value.denominator, value.numerator);

/** π, e: numbers that do not vary. */
const still = (key: string): Letter => ({ key, degree: 0, isFree: true, differential: () => [] });

function named(key: string, degree: number | undefined, isFree: boolean): Letter {
  const differential: Letter = {
    key: `d ${key}`,
    degree: degree === undefined ? undefined : degree + 1,
    isFree: isFree && degree !== undefined,
    differential: () => [],
  };
  return {
    key,
    degree,
    isFree: isFree && degree !== undefined,
    differential: () => termOf(differential),
  };
}

/** g⁻¹, with dg⁻¹ = −g⁻¹ dg g⁻¹. */
function inverseLetter(letter: Letter): Letter {
  const self: Letter = {
    key: `1/ ${letter.key}`,
    degree: 0,
    isFree: letter.isFree,
    inverse: letter.key,
    differential: () =>
      followed(termOf(self), followed(letter.differential(), termOf(self))).map((term) =>
        scaled(term, num(-1)),
      ),
  };
  return self;
}

/** e^X with de^X = dX e^X. */
function exponentialLetter(exponent: Term): Letter {
  const self: Letter = {
    key: `exp ${wordKey(exponent)}`,
    degree: 0,
    isFree: true,
    differential: () => followed(differentialOf([exponent]), termOf(self)),
  };
  return self;
}

/** Left before right; a d at its end acts on all that follows. */
const followed = (left: Value, right: Value): Value =>
  left.flatMap((term) =>
    (term.isOpen ? opened(right) : right).map((other) => ({
      coefficient: times(term.coefficient, other.coefficient),
      word: [...term.word, ...other.word],
      isOpen: other.isOpen,
    })),
  );

function opened(right: Value): Value {
  if (right.some(({ isOpen }) => isOpen)) throw new Refused("differential operators multiplied");
  return differentialOf(right);
}

/** d(ab) = da b + (−1)^{|a|} a db. */
function differentialOf(value: Value): Value {
  return value.flatMap(({ coefficient, word, isOpen }) => {
    if (isOpen) throw new Refused("the differential of an operator");
    let passed: number | undefined = 0;
    return word.flatMap((letter, at) => {
      const sign = passed;
      const image = letter.differential();
      passed =
        passed === undefined || letter.degree === undefined ? undefined : passed + letter.degree;
      if (image.length === 0) return [];
      if (sign === undefined) throw new Refused("a form of unknown degree");
      const before = [
        {
          coefficient: sign % 2 === 0 ? coefficient : times(coefficient, num(-1)),
          word: word.slice(0, at),
          isOpen: false,
        },
      ];
      return followed(
        before,
        followed(image, [{ coefficient: one, word: word.slice(at + 1), isOpen: false }]),
      );
    });
  });
}

const wordKey = ({ word, coefficient }: Term): string =>
  `${coefficient.numerator}/${coefficient.denominator} ${word.map(({ key }) => key).join(" ")}`;

/** Each word in its order, once. */
function collected(value: Value): Value {
  const found = new Map<string, Term>();
  for (const term of value) {
    const tidy = ordered(term);
    if (!tidy) continue;
    const key = `${tidy.isOpen} ${tidy.word.map((letter) => letter.key).join(" ")}`;
    const before = found.get(key);
    found.set(
      key,
      before ? { ...tidy, coefficient: plus(before.coefficient, tidy.coefficient) } : tidy,
    );
  }
  return [...found.values()].filter(({ coefficient }) => coefficient.numerator !== 0n);
}

/** Numbers to the front, in the order of their names; undefined where one of odd degree stands twice. */
function ordered(term: Term): Term | undefined {
  const fixed = term.word.filter(({ isFree }) => !isFree);
  let { coefficient } = term;
  let front: readonly Letter[] = [];
  let passed = 0;
  for (const letter of term.word) {
    if (!letter.isFree) {
      passed += letter.degree ?? Number.NaN;
      continue;
    }
    const degree = letter.degree ?? Number.NaN;
    const at = front.findIndex(({ key }) => key > letter.key);
    const behind = at < 0 ? [] : front.slice(at);
    const jumped = behind.reduce((total, { degree: own }) => total + (own ?? Number.NaN), passed);
    if (degree % 2 !== 0) {
      if (Number.isNaN(jumped)) throw new Refused("a form of unknown degree");
      if (front.some(({ key }) => key === letter.key)) return undefined;
      if (jumped % 2 !== 0) coefficient = times(coefficient, num(-1));
    }
    front = at < 0 ? [...front, letter] : [...front.slice(0, at), letter, ...behind];
  }
  const units = front.filter((letter) => letter === imaginary).length;
  if (units % 4 >= 2) coefficient = times(coefficient, num(-1));
  const rest = front.filter((letter) => letter !== imaginary);
  const numbersLeft = withoutInverses(rest, false);
  return {
    ...term,
    coefficient,
    word: [
      ...(units % 2 === 1 ? [imaginary] : []),
      ...numbersLeft,
      ...withoutInverses(fixed, true),
    ],
  };
}

/** g g⁻¹ = 1, of neighbours where order counts. */
function withoutInverses(word: readonly Letter[], inOrder: boolean): readonly Letter[] {
  const left: Letter[] = [];
  for (const letter of word) {
    const at = inOrder
      ? isPair(left.at(-1), letter)
        ? left.length - 1
        : -1
      : left.findIndex((other) => isPair(other, letter));
    if (at >= 0) left.splice(at, 1);
    else left.push(letter);
  }
  return left;
}

const isPair = (a: Letter | undefined, b: Letter): boolean =>
  a !== undefined && (a.inverse === b.key || b.inverse === a.key);
