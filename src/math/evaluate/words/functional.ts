/** What an element is compared by: a generic linear functional of its words. */
import type { Expr } from "../../expr/node";
import { kernelValue } from "../continuum/kernel";
import { add } from "../contraction";
import { Beyond, Undefined } from "../number/field";
import type { Scope } from "../scope";
import { mapEntries, scalarValue, scaleBy, type Value } from "../value";
import { labelRange } from "./labels";
import { letterOf } from "./letters";
import { orders } from "./plan";

export function functional<E>(scope: Scope<E>, expr: Expr): Value<E> {
  if (scope.taylor && scope.field.kind === "prime")
    throw new Beyond("an expansion in exact arithmetic");
  const continuum = scope.words?.continuum;
  if (continuum)
    return kernelValue(
      scope,
      continuum.kernels(expr, scope.conventions.metric === "mostly-plus" ? -1 : 1),
    );
  labelRange(scope);
  for (const ladder of scope.words?.ladders ?? []) met(scope, ladder);
  const terms = [...scope.element(scope, expr)].map(([word, value]) =>
    scaleBy(
      scope.field,
      word === "" ? scope.field.one : scope.draw(`word ?${nameOf(scope, word)}`, "complex"),
      value,
    ),
  );
  const value = terms.length > 0 ? add(scope, terms) : scalarValue(scope.field, scope.field.zero);
  return scope.taylor ? mapEntries(scope.field, value, (entry) => ofOrders(scope, entry)) : value;
}

/** The letter of a mode, so that states know it; what is summed over comes later. */
function met<E>(scope: Scope<E>, ladder: Expr): void {
  try {
    scope.element(scope, ladder);
  } catch (problem) {
    if (!(problem instanceof Beyond) && !(problem instanceof Undefined)) throw problem;
  }
}

/** A word in letters that do not depend on the order in which they were met. */
export const nameOf = <E>(scope: Scope<E>, word: string): string =>
  [...word]
    .map((character) => {
      const { sort, mode, raised } = letterOf(scope.alphabet, character);
      return `${sort} ${mode}${raised ? "†" : ""}`;
    })
    .join("·");

/** All orders of an expansion in one number. */
function ofOrders<E>(scope: Scope<E>, entry: E): E {
  const { taylor, field } = scope;
  if (!taylor) return entry;
  let result = taylor.constant(entry);
  for (let n = 1; n <= orders; n++)
    result = field.add(
      result,
      field.mul(scope.draw(`order ?${n}`, "positive"), taylor.coefficient(entry, [n])),
    );
  return result;
}
