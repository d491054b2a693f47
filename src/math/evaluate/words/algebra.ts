/** Sums and products of elements, in normal form. */
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { scaleBy, type Value } from "../value";
import { type Element, eachValue, juxtaposed } from "./element";
import { normalForm } from "./normal";
import { rewritingOf } from "./system";

export const times = <E>(scope: Scope<E>, left: Element<E>, right: Element<E>): Element<E> =>
  normalForm(rewritingOf(scope), juxtaposed(scope, left, right));

export const minus = <E>(scope: Scope<E>, element: Element<E>): Element<E> =>
  eachValue(element, (value) => scaleBy(scope.field, scope.field.neg(scope.field.one), value));

/** The number an element is. */
export function numberOf<E>(element: Element<E>): Value<E> {
  if (element.size === 0) return { axes: [], keys: [], entries: [], scale: 0 };
  const value = element.get("");
  if (!value || element.size > 1) throw new Beyond("a number expected, an operator found");
  return value;
}
