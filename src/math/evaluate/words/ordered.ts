/** Normal ordering: creation operators to the left, as if everything commuted or anticommuted. */
import type { Expr, Ordered } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { minus } from "./algebra";
import { type Element, juxtaposed, ofValue, total } from "./element";
import { letterOf } from "./letters";
import { timeOrdered } from "./timeOrdered";

export function orderedElement<E>(scope: Scope<E>, { sort, operand }: Ordered): Element<E> {
  if (sort === "time") return timeOrdered(scope, operand);
  if (sort !== "normal") throw new Beyond(`${sort} ordering`);
  return sorted(scope, asWritten(scope, operand));
}

/** Sums and products of letters before anything is exchanged. */
function asWritten<E>(scope: Scope<E>, expr: Expr): Element<E> {
  switch (expr.kind) {
    case "sum":
      return total(
        scope,
        expr.terms.map((term) => asWritten(scope, term)),
      );
    case "product":
      return expr.factors
        .map((factor) => asWritten(scope, factor))
        .reduce((a, b) => juxtaposed(scope, a, b));
    case "power": {
      const { exponent } = expr;
      const count =
        exponent.kind === "num" && exponent.denominator === 1n ? Number(exponent.numerator) : 0;
      if (count < 1 || count > 8) throw new Beyond("this power under normal ordering");
      const base = asWritten(scope, expr.base);
      return new Array(count - 1).fill(base).reduce((a, b) => juxtaposed(scope, a, b), base);
    }
    case "bracket": {
      const [a, b] = [asWritten(scope, expr.left), asWritten(scope, expr.right)];
      const back = juxtaposed(scope, b, a);
      return total(scope, [
        juxtaposed(scope, a, b),
        expr.sort === "commutator" ? minus(scope, back) : back,
      ]);
    }
    default:
      return letterOnly(scope.element(scope, expr));
  }
}

function letterOnly<E>(element: Element<E>): Element<E> {
  if ([...element.keys()].some((word) => word.length > 1))
    throw new Beyond("this under normal ordering");
  return element;
}

function sorted<E>(scope: Scope<E>, element: Element<E>): Element<E> {
  const parts: Element<E>[] = [];
  for (const [word, value] of element) {
    const { letters, odd } = inOrder(scope, [...word]);
    const one: Element<E> = new Map([[letters.join(""), value]]);
    const nilpotent = letters.some(
      (letter, i) =>
        letter === letters[i + 1] && letterOf(scope.alphabet, letter).sort === "fermion",
    );
    if (!nilpotent) parts.push(odd ? minus(scope, one) : one);
  }
  return parts.length > 0
    ? total(scope, parts)
    : ofValue({ axes: [], keys: [], entries: [], scale: 1 });
}

/** By insertion, counting exchanges of fermions. */
function inOrder<E>(
  scope: Scope<E>,
  letters: string[],
): { readonly letters: readonly string[]; readonly odd: boolean } {
  const sort = (character: string) => {
    const found = letterOf(scope.alphabet, character).sort;
    if (found !== "boson" && found !== "fermion")
      throw new Beyond("normal ordering of operators that are no ladder operators");
    return found;
  };
  let odd = false;
  for (let i = 1; i < letters.length; i++)
    for (let k = i; k > 0 && (letters[k - 1] as string) > (letters[k] as string); k--) {
      const [a, b] = [letters[k - 1] as string, letters[k] as string];
      if (sort(a) === "fermion" && sort(b) === "fermion") odd = !odd;
      [letters[k - 1], letters[k]] = [b, a];
    }
  for (const letter of letters) sort(letter);
  return { letters, odd };
}
