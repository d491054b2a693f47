/** Averages of words: in the state named, or a linear functional with the properties of any average. */

import { bra, ket, product } from "../../expr/build";
import type { Expectation } from "../../expr/node";
import { add } from "../contraction";
import type { Scope } from "../scope";
import { scalarValue, scaleBy } from "../value";
import { adjointWord } from "./adjoint";
import { type Element, ofValue } from "./element";
import { nameOf } from "./functional";
import { ofWord } from "./normal";
import { rewritingOf } from "./system";

export function average<E>(scope: Scope<E>, { operand, state }: Expectation): Element<E> {
  if (state) return scope.element(scope, product(bra(state), operand, ket(state)));
  const terms = [...scope.element(scope, operand)].map(([word, value]) =>
    scaleBy(scope.field, ofOne(scope, word), value),
  );
  return ofValue(terms.length > 0 ? add(scope, terms) : scalarValue(scope.field, scope.field.zero));
}

/** ⟨1⟩ = 1 and ⟨A†⟩ = ⟨A⟩*. */
function ofOne<E>(scope: Scope<E>, word: string): E {
  const { field } = scope;
  const direct = generic(scope, word);
  let mirrored = field.zero;
  for (const [normal, factor] of ofWord(rewritingOf(scope), adjointWord(scope, word)))
    mirrored = field.add(mirrored, field.mul(factor, generic(scope, normal)));
  return field.mul(field.rational(1n, 2n), field.add(direct, field.conj(mirrored)));
}

const generic = <E>(scope: Scope<E>, word: string): E =>
  word === "" ? scope.field.one : scope.draw(`average ?${nameOf(scope, word)}`, "complex");
