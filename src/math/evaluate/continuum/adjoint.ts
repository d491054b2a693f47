/** The adjoint of a term: the word turned round, numbers conjugated, waves running backwards. */
import { conjugate } from "../../expr/build";
import type { Letter, Term } from "./term";

export const adjoint = (term: Term): Term => ({
  ...term,
  coefficient: term.coefficient.map(conjugate),
  exponents: term.exponents.map(conjugate),
  phases: term.phases.map((phase) => ({ ...phase, factor: -phase.factor })),
  letters: [...term.letters].reverse().map(turned),
});

function turned(letter: Letter): Letter {
  switch (letter.sort) {
    case "ket":
      return { ...letter, sort: "bra" };
    case "bra":
      return { ...letter, sort: "ket" };
    case "mode":
      if (letter.own) return letter;
      return {
        ...letter,
        raised: !letter.raised,
        order: letter.order === 0 ? 1 : letter.order === 1 ? 0 : 2,
      };
  }
}
