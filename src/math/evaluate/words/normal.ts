/** Normal forms: neighbours out of order are exchanged by their commutation relations until none is left. */

import type { Field } from "../number/field";
import { Beyond, Undefined } from "../number/field";
import type { Arithmetic } from "../value";
import { scaleBy } from "../value";
import { gathered } from "./closed";
import { type Element, total } from "./element";
import { type Alphabet, type Letter, letterOf } from "./letters";

/** A word with a coefficient that is a number. */
export type Combination<E> = ReadonlyMap<string, E>;

/** A word that is replaced wherever it occurs. */
export interface Rule<E> {
  readonly word: string;
  readonly by: Combination<E>;
}

export interface Rewriting<E> {
  readonly math: Arithmetic<E>;
  readonly alphabet: Alphabet;
  readonly hbar: E;
  /** Relations among unspecified operators. */
  readonly rules: readonly Rule<E>[];
  readonly known: Map<string, Combination<E>>;
}

export function normalForm<E>(rewriting: Rewriting<E>, element: Element<E>): Element<E> {
  const { math } = rewriting;
  const parts: Element<E>[] = [];
  for (const [word, value] of element)
    for (const [normal, factor] of ofWord(rewriting, word))
      parts.push(new Map([[normal, scaleBy(math.field, factor, value)]]));
  return total(math, parts);
}

/** Nested rewritings of one word. */
const deepest = 400;

export function ofWord<E>(rewriting: Rewriting<E>, word: string, depth = 0): Combination<E> {
  const { known, math } = rewriting;
  const found = known.get(word);
  if (found) return found;
  if (depth > deepest) throw new Undefined("budget");
  math.spend(1 + word.length);
  const one = new Map([[word, math.field.one]]);
  const result =
    word === ""
      ? one
      : appended(rewriting, ofWord(rewriting, word.slice(0, -1), depth + 1), word.slice(-1), depth);
  known.set(word, result);
  return result;
}

/** A normal form with one more letter. */
function appended<E>(
  rewriting: Rewriting<E>,
  start: Combination<E>,
  letter: string,
  depth: number,
): Combination<E> {
  const { math } = rewriting;
  const result = new Map<string, E>();
  for (const [prefix, factor] of start) {
    const word = prefix + letter;
    const step = lastStep(rewriting, word);
    if (!step) {
      include(math.field, result, word, factor);
      continue;
    }
    for (const [next, weight] of step)
      for (const [normal, inner] of ofWord(rewriting, next, depth + 1))
        include(math.field, result, normal, math.field.mul(factor, math.field.mul(weight, inner)));
  }
  return result;
}

export function include<E>(field: Field<E>, into: Map<string, E>, word: string, entry: E): void {
  const before = into.get(word);
  const after = before === undefined ? entry : field.add(before, entry);
  if (field.isZero(after)) into.delete(word);
  else into.set(word, after);
}

/** What the end of a word is replaced by; undefined where it is in normal form. */
function lastStep<E>(rewriting: Rewriting<E>, word: string): Combination<E> | undefined {
  for (const rule of rewriting.rules)
    if (word.endsWith(rule.word)) {
      const before = word.slice(0, word.length - rule.word.length);
      return new Map([...rule.by].map(([by, factor]) => [before + by, factor]));
    }
  if (word.length < 2) return undefined;
  const ordered = gathered(rewriting.alphabet, word);
  if (ordered !== undefined) return new Map([[ordered, rewriting.math.field.one]]);
  const pair = exchanged(rewriting, word.slice(-2, -1), word.slice(-1));
  if (!pair) return undefined;
  const before = word.slice(0, -2);
  return new Map([...pair].map(([by, factor]) => [before + by, factor]));
}

/** x y of two letters in the wrong order, by the algebra they are known to have. */
function exchanged<E>(
  { alphabet, math: { field }, hbar }: Rewriting<E>,
  x: string,
  y: string,
): Combination<E> | undefined {
  const [first, second] = [letterOf(alphabet, x), letterOf(alphabet, y)];
  const swapped = (sign: E): Combination<E> => new Map([[y + x, sign]]);
  const minus = field.neg(field.one);
  const odd = isOdd(first) && isOdd(second);
  if (first.sort === "grassmann" || second.sort === "grassmann") {
    if (x === y) return new Map();
    return x < y ? undefined : swapped(odd ? minus : field.one);
  }
  if (first.sort === "bra" && second.sort === "ket")
    return isVacuum(first) && isVacuum(second) ? new Map([["", field.one]]) : undefined;
  if (first.sort === "ket" || second.sort === "bra") return undefined;
  if (second.sort === "ket") return isVacuum(second) ? onVacuum(first, first.raised) : undefined;
  if (first.sort === "bra") return isVacuum(first) ? onVacuum(second, !second.raised) : undefined;
  if (odd && x === y) return new Map();
  if (x <= y || first.sort === "free" || second.sort === "free") return undefined;
  const conjugate = first.sort === second.sort && first.mode === second.mode;
  if (conjugate && (first.sort === "boson" || first.sort === "fermion"))
    return new Map([
      [y + x, odd ? minus : field.one],
      ["", (alphabet.norms.get(first.mode) as E | undefined) ?? field.one],
    ]);
  if (first.sort === "momentum" && second.sort === "position" && first.mode === second.mode)
    return new Map([
      [y + x, field.one],
      ["", field.neg(field.mul(field.i, hbar))],
    ]);
  return swapped(odd ? minus : field.one);
}

const isOdd = ({ sort }: Letter): boolean => sort === "fermion" || sort === "grassmann";
const isVacuum = ({ mode }: Letter): boolean => mode === vacuum;

export const vacuum = "0";

/** A lowering operator takes the vacuum to nothing. */
function onVacuum<E>({ sort }: Letter, raised: boolean): Combination<E> | undefined {
  if (sort === "position" || sort === "momentum")
    throw new Beyond("position or momentum on the vacuum");
  return (sort === "boson" || sort === "fermion") && !raised ? new Map() : undefined;
}
