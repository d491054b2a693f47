/** One form for a term however its factors are ordered and its summed indices are named. */

import { plus, times } from "../algebra/rational";
import { minusOne, num } from "../expr/build";
import { identity } from "../expr/intern";
import type { Expr, Index, Num } from "../expr/node";
import { contracted } from "./contract";
import { Refused, type Term } from "./element";
import { changeFree, freeIn, isExposed, levelOf } from "./indices";
import { variants, type Way } from "./variants";

/** Ways of writing one term that are compared. */
const mostWays = 3000;

interface Factor {
  readonly exponent: Num | undefined;
  /** The ways in which the letter may be written. */
  readonly ways: readonly Way[];
  /** The least of them without the names of summed indices. */
  readonly bare: number;
}

/** Undefined where the term is its own opposite: ε_{ij} p_i p_j. */
export function canonicalTerm(term: Term, grassmann: boolean): Term | undefined {
  const dummies = dummiesOf(term);
  if (dummies.size === 0) return inLeastLetters(term, grassmann);
  const fewer = contracted(term, dummies);
  if (fewer !== term) return canonicalTerm(fewer, grassmann);
  const raised = exposedIn(term, dummies, grassmann);
  const isLarge =
    [...term.numbers.keys(), ...term.word].reduce(
      (count, letter) => count * variants(letter, grassmann).length,
      1,
    ) > mostWays;
  const factorOf = (letter: Expr, exponent?: Num): Factor => {
    const all = waysOf(letter, exponent, grassmann);
    const ways = isLarge ? all.slice(0, 1) : all;
    return {
      exponent,
      ways,
      bare: Math.min(...ways.map((way) => identity(bared(way.letter, dummies, raised)))),
    };
  };
  const numbers = [...term.numbers].map(([letter, exponent]) => factorOf(letter, exponent));
  numbers.sort((a, b) => a.bare - b.bare || size(a.exponent) - size(b.exponent));
  const word = term.word.map((letter) => factorOf(letter));
  const level =
    1 + Math.max(0, ...[...term.numbers.keys(), ...term.word].map((letter) => levelOf(letter)));
  let best: { readonly key: string; readonly term: Term; readonly sign: number } | undefined;
  let isOpposite = false;
  let tried = 0;
  for (const order of orders(numbers))
    for (const ways of choices([...order, ...word])) {
      if (++tried > mostWays) throw new Refused("too many ways to name the summed indices");
      const letters = ways.map(({ letter }) => letter);
      const sign = ways.reduce((product, way) => product * way.sign, 1);
      const written = named(letters, order, dummies, raised, level, term.coefficient);
      const key = [...written.numbers.keys(), ...written.word].map(identity).join(" ");
      if (best && key === best.key && sign !== best.sign) isOpposite = true;
      if (best && key >= best.key) continue;
      best = { key, term: written, sign };
      isOpposite = false;
    }
  if (isOpposite) return undefined;
  return best ? signed(best.term, best.sign) : term;
}

/** The ways of a factor; in a power that is not whole a sign has no meaning, in an even one it is gone. */
function waysOf(letter: Expr, exponent: Num | undefined, grassmann: boolean): readonly Way[] {
  const ways = variants(letter, grassmann);
  if (!exponent) return ways;
  if (exponent.denominator !== 1n) return ways.filter(({ sign }) => sign === 1);
  return exponent.numerator % 2n === 0n ? ways.map((way) => ({ ...way, sign: 1 })) : ways;
}

const signed = (term: Term, sign: number): Term =>
  sign === 1 ? term : { ...term, coefficient: times(term.coefficient, minusOne) };

const size = (exponent: Num | undefined): number =>
  exponent ? Number(exponent.numerator) / Number(exponent.denominator) : 0;

/** Every letter as its own symmetry writes it first. */
function inLeastLetters(term: Term, grassmann: boolean): Term | undefined {
  let sign = 1;
  let vanishes = false;
  const least = (letter: Expr, exponent?: Num): Expr => {
    const ways = waysOf(letter, exponent, grassmann);
    const [first, ...rest] = ways;
    if (!first) return letter;
    const best = rest.reduce(
      (one, way) => (identity(way.letter) < identity(one.letter) ? way : one),
      first,
    );
    sign *= best.sign;
    if (ways.some((way) => way.letter === best.letter && way.sign !== best.sign)) vanishes = true;
    return best.letter;
  };
  const numbers = new Map<Expr, Num>();
  for (const [letter, exponent] of term.numbers) {
    const to = least(letter, exponent);
    const before = numbers.get(to);
    numbers.set(to, before ? plus(before, exponent) : exponent);
  }
  const word = term.word.map((letter) => least(letter));
  return vanishes ? undefined : signed({ coefficient: term.coefficient, numbers, word }, sign);
}

/** Indices that stand twice in the term. */
export function dummiesOf({ numbers, word }: Term): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const add = (letter: Expr, times: number): void => {
    for (const [key, count] of freeIn(letter))
      counts.set(key, (counts.get(key) ?? 0) + count * times);
  };
  for (const [letter, { numerator, denominator }] of numbers) {
    if (freeIn(letter).size === 0) continue;
    if (denominator !== 1n || numerator < 1n || numerator > 2n)
      throw new Refused("a power of something with indices");
    add(letter, Number(numerator));
  }
  for (const letter of word) add(letter, 1);
  const dummies = new Set<string>();
  for (const [key, count] of counts) {
    if (count > 2) throw new Refused("an index that stands more than twice");
    if (count === 2) dummies.add(key);
  }
  return dummies;
}

/** Pairs, one above and one below, of which either member may be the upper one. */
function exposedIn(
  { numbers, word }: Term,
  dummies: ReadonlySet<string>,
  grassmann: boolean,
): ReadonlySet<string> {
  const letters = [...numbers.keys(), ...word];
  const ways = letters.flatMap((letter) => variants(letter, grassmann));
  const heights = new Map<string, Set<Index["place"]>>();
  for (const letter of letters)
    changeFree(letter, dummies, (index, key) => {
      heights.set(key, (heights.get(key) ?? new Set()).add(index.place));
      return index;
    });
  return new Set(
    [...dummies].filter(
      (key) => heights.get(key)?.size === 2 && ways.every(({ letter }) => isExposed(letter, key)),
    ),
  );
}

const bared = (letter: Expr, dummies: ReadonlySet<string>, raised: ReadonlySet<string>): Expr =>
  changeFree(letter, dummies, (index, key) => ({
    ...index,
    name: "•",
    ...(raised.has(key) ? { place: "up" as const } : {}),
  }));

/** The number factors in every order that their bare forms leave open. */
function* orders(factors: readonly Factor[]): Generator<readonly Factor[]> {
  const [first] = factors;
  if (!first) {
    yield [];
    return;
  }
  const alike = factors.filter(
    ({ bare, exponent }) => bare === first.bare && size(exponent) === size(first.exponent),
  );
  for (const chosen of alike)
    for (const rest of orders(factors.filter((factor) => factor !== chosen)))
      yield [chosen, ...rest];
}

function* choices(factors: readonly Factor[]): Generator<readonly Way[]> {
  const [first, ...rest] = factors;
  if (!first) {
    yield [];
    return;
  }
  for (const way of first.ways) for (const others of choices(rest)) yield [way, ...others];
}

/** Summed indices named in order of appearance; of a pair that may be turned, the first one below. */
function named(
  letters: readonly Expr[],
  order: readonly Factor[],
  dummies: ReadonlySet<string>,
  raised: ReadonlySet<string>,
  level: number,
  coefficient: Num,
): Term {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const written = letters.map((letter) =>
    changeFree(letter, dummies, (index, key) => {
      const name = names.get(key) ?? `°${level}.${names.size + 1}`;
      names.set(key, name);
      const first = !seen.has(key);
      seen.add(key);
      const turned = raised.has(key) && index.space === "lorentz";
      return { ...index, name, ...(turned ? { place: first ? "down" : "up" } : {}) };
    }),
  );
  const numbers = new Map<Expr, Num>();
  for (const [at, { exponent }] of order.entries()) {
    const letter = written[at] as Expr;
    const before = numbers.get(letter);
    const own = exponent ?? num(1);
    numbers.set(letter, before ? plus(before, own) : own);
  }
  return { coefficient, numbers, word: written.slice(order.length) };
}
