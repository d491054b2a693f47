/** Exponentials and circular functions of operators, as series that end: by nilpotency, or by the order of expansion. */
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { scalarValue, scaleBy } from "../value";
import { minus, times } from "./algebra";
import { type Element, eachValue, ofValue, total } from "./element";
import { orders } from "./plan";

/** Powers of a nilpotent operator that are followed up. */
const longest = 12;

export function exponential<E>(scope: Scope<E>, exponent: Element<E>): Element<E> {
  const { field, taylor } = scope;
  const constant = [...exponent.values()].some((value) =>
    value.entries.some((entry) => !field.isZero(taylor ? taylor.constant(entry) : entry)),
  );
  scope.tally.transcendental ||= taylor !== undefined;
  let term: Element<E> = ofValue(scalarValue(field, field.one));
  let result = term;
  for (let n = 1; n <= longest + orders; n++) {
    const next = times(scope, term, exponent);
    term = eachValue(next, (value) => scaleBy(field, field.rational(1n, BigInt(n)), value));
    if (term.size === 0) return result;
    if (constant && n > longest) break;
    result = total(scope, [result, term]);
  }
  throw new Beyond("the exponential of an operator");
}

export function ofFunction<E>(scope: Scope<E>, name: string, argument: Element<E>): Element<E> {
  const { field } = scope;
  if (name === "exp") return exponential(scope, argument);
  const circular = name === "cos" || name === "sin";
  if (!circular && name !== "cosh" && name !== "sinh") throw new Beyond(`${name} of an operator`);
  const turned = circular
    ? eachValue(argument, (value) => scaleBy(field, field.i, value))
    : argument;
  const odd = name === "sin" || name === "sinh";
  const back = exponential(scope, minus(scope, turned));
  const both = total(scope, [exponential(scope, turned), odd ? minus(scope, back) : back]);
  const half = field.rational(1n, 2n);
  const factor = name === "sin" ? field.div(half, field.i) : half;
  return eachValue(both, (value) => scaleBy(field, factor, value));
}
