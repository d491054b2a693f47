/** What has no representation, replaced by a name of its own: whatever holds for every such name holds for it. */

import { plus } from "../algebra/rational";
import { symbol, tensor } from "../expr/build";
import type { Expr, Index, Num } from "../expr/node";
import { type Element, exprOf } from "./element";
import { changeFree, freeIn } from "./indices";

/** Letters that are looked at in one claim. */
const most = 40;

/** Both sides with new names for the letters that are out of reach; undefined where none is, where all are, or where a new name would say too little. */
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
  for (const letter of letters) {
    if (letter.kind === "constant" || letter.kind === "symbol" || letter.kind === "num") continue;
    if (!isOutOfReach(letter)) continue;
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
  const free = new Set(freeIn(letter).keys());
  const indices: Index[] = [];
  const bare = changeFree(letter, free, (index) => {
    indices.push(index);
    return { ...index, name: `§${indices.length}` };
  });
  const name = names.get(bare) ?? `⟪${names.size + 1}⟫`;
  names.set(bare, name);
  if (isWord) return symbol(name, "operator");
  return indices.length > 0
    ? tensor(symbol(name, "tensor"), ...indices)
    : symbol(name, "scalar", { domain: "complex" });
}
