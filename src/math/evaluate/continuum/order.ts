/** Normal order: creation operators move to the left, and every exchange leaves its commutator behind. */
import { minusOne } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Context } from "./context";
import { contraction } from "./letters";
import { joined, type Letter, scaled, type Term } from "./term";

/** Exchanges that are still followed up. */
const most = 4000;

export function inNormalOrder(
  context: Context,
  terms: readonly Term[],
  expand: (context: Context, expr: Expr) => readonly Term[],
): readonly Term[] {
  const waiting = [...terms];
  const done: Term[] = [];
  for (let steps = 0; ; steps++) {
    const term = waiting.pop();
    if (!term) return done;
    if (steps > most) throw new Beyond("so many exchanges under sums over modes");
    const { letters } = term;
    const at = letters.findIndex((letter, i) => isOutOfOrder(letter, letters[i + 1]));
    if (at < 0) {
      done.push(term);
      continue;
    }
    const [a, b] = [letters[at], letters[at + 1]] as [Letter, Letter];
    const before = letters.slice(0, at);
    const after = letters.slice(at + 2);
    if (a.sort === "mode" && b.sort === "mode") {
      const swapped = { ...term, letters: [...before, b, a, ...after] };
      waiting.push(a.fermion && b.fermion ? scaled(swapped, minusOne) : swapped);
      const left = contraction(context, a, b);
      const rest = { ...term, letters: [...before, ...after] };
      if (left)
        for (const part of expand(context, left)) waiting.push(joined(numbersOnly(part), rest));
    } else if (a.sort === "bra" && b.sort === "ket")
      waiting.push({ ...term, letters: [...before, ...after] });
  }
}

function numbersOnly(term: Term): Term {
  if (term.letters.length > 0) throw new Beyond("commutators that are operators");
  return term;
}

const isVacuum = ({ head }: Letter): boolean => head === "vacuum";

/** Two neighbours that are exchanged, or that leave nothing, or ⟨0|0⟩. */
function isOutOfOrder(a: Letter, b: Letter | undefined): boolean {
  if (!b) return false;
  if (a.sort === "bra" && isVacuum(a)) return (b.sort === "ket" && isVacuum(b)) || isRaising(b);
  if (b.sort === "ket" && isVacuum(b)) return isLowering(a);
  return a.sort === "mode" && b.sort === "mode" && a.order === 1 && b.order === 0;
}

const isRaising = ({ sort, order, ladder }: Letter): boolean =>
  sort === "mode" && order === 0 && ladder;
const isLowering = ({ sort, order, ladder }: Letter): boolean =>
  sort === "mode" && order === 1 && ladder;

/** :…: as if everything commuted or anticommuted. */
export function normallyOrdered(term: Term): Term {
  const letters = [...term.letters];
  if (letters.some(({ sort, ladder }) => sort !== "mode" || !ladder))
    throw new Beyond("normal ordering of operators that are no ladder operators");
  let odd = false;
  for (let i = 1; i < letters.length; i++)
    for (let k = i; k > 0; k--) {
      const [a, b] = [letters[k - 1], letters[k]] as [Letter, Letter];
      if (a.order <= b.order) break;
      [letters[k - 1], letters[k]] = [b, a];
      if (a.fermion && b.fermion) odd = !odd;
    }
  const ordered = { ...term, letters };
  return odd ? scaled(ordered, minusOne) : ordered;
}
