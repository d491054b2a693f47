/** What has no representation, replaced by a name of its own: whatever holds for every such name holds for it. */

import { plus } from "../algebra/rational";
import { symbol, tensor } from "../expr/build";
import type { Expr, Index, Num } from "../expr/node";
import { type Element, exprOf } from "./element";
import { changeFree, freeIn } from "./indices";

/** Letters that are looked at in one claim. */
const most = 40;

/** Both sides with new names for the letters that are out of reach; undefined where none is, where all are, where a new name would say too little, or where one would stand in a single term, which nothing else can equal. */
export function abstracted(
  sides: readonly Element[],
  isOutOfReach: (letter: Expr) => boolean,
): readonly Expr[] | undefined {
  const letters = new Set(
    sides.flatMap((side) => side.flatMap(({ numbers, word }) => [...numbers.keys(), ...word])),
  );
  if (letters.size > most) return undefined;
  const words = new Set(sides.flatMap((side) => side.flatMap(({ word }) => word)));
  const names = new Map<Expr, string>();
  const by = new Map<Expr, Expr>();
  const composed = [...letters].filter(({ kind }) => !["constant", "symbol", "num"].includes(kind));
  const isAlone = standingAlone(sides);
  if (composed.some((letter) => isAlone(letter) && isOutOfReach(letter))) return undefined;
  for (const letter of composed) {
    if (isAlone(letter) || !isOutOfReach(letter)) continue;
    const isWord = words.has(letter);
    if (isWord && freeIn(letter).size > 0) return undefined;
    by.set(letter, named(letter, isWord, names));
  }
  if (by.size === 0 || by.size === letters.size) return undefined;
  return sides.map((side) =>
    exprOf(
      side.map((term) => ({
        coefficient: term.coefficient,
        numbers: renamed(term.numbers, by),
        word: term.word.map((letter) => by.get(letter) ?? letter),
      })),
    ),
  );
}

/** Letters of which one term in all shows one that differs in no more than the names of its indices. */
function standingAlone(sides: readonly Element[]): (letter: Expr) => boolean {
  const terms = new Map<Expr, number>();
  for (const { numbers, word } of sides.flat())
    for (const bare of new Set([...numbers.keys(), ...word].map(bareOf)))
      terms.set(bare, (terms.get(bare) ?? 0) + 1);
  return (letter) => terms.get(bareOf(letter)) === 1;
}

const bareOf = (letter: Expr): Expr => bareWith(letter, () => {});

function bareWith(letter: Expr, met: (index: Index) => void): Expr {
  let count = 0;
  return changeFree(letter, new Set(freeIn(letter).keys()), (index) => {
    met(index);
    return { ...index, name: `§${++count}` };
  });
}

function renamed(
  numbers: ReadonlyMap<Expr, Num>,
  by: ReadonlyMap<Expr, Expr>,
): ReadonlyMap<Expr, Num> {
  const result = new Map<Expr, Num>();
  for (const [letter, exponent] of numbers) {
    const to = by.get(letter) ?? letter;
    const before = result.get(to);
    result.set(to, before ? plus(before, exponent) : exponent);
  }
  return result;
}

/** One name for all letters that differ in nothing but the names of their indices. */
function named(letter: Expr, isWord: boolean, names: Map<Expr, string>): Expr {
  const indices: Index[] = [];
  const bare = bareWith(letter, (index) => indices.push(index));
  const name = names.get(bare) ?? `⟪${names.size + 1}⟫`;
  names.set(bare, name);
  if (isWord) return symbol(name, "operator");
  return indices.length > 0
    ? tensor(symbol(name, "tensor"), ...indices)
    : symbol(name, "scalar", { domain: "complex" });
}
