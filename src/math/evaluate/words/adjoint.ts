/** The adjoint: letters and words turned round, numbers conjugated. */
import { dagger } from "../matrix/involution";
import type { Scope } from "../scope";
import { type Element, total } from "./element";
import { adjointLetter, characterOf, letterOf } from "./letters";
import { normalForm } from "./normal";
import { rewritingOf } from "./system";

export function adjointOf<E>(scope: Scope<E>, element: Element<E>): Element<E> {
  const turned = [...element].map(
    ([word, value]): Element<E> => new Map([[adjointWord(scope, word), dagger(scope, value)]]),
  );
  return normalForm(rewritingOf(scope), total(scope, turned));
}

export const adjointWord = <E>(scope: Scope<E>, word: string): string =>
  [...word]
    .reverse()
    .map((character) =>
      characterOf(scope.alphabet, adjointLetter(letterOf(scope.alphabet, character))),
    )
    .join("");
