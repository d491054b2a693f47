/** Values by cases, and comparisons of numbers. */
import type { Cases, Comparison } from "../../expr/node";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { scalarOf, type Value } from "../value";

export function casesValue<E>(scope: Scope<E>, node: Cases): Value<E> {
  for (const { value, condition } of node.branches)
    if (!condition || satisfied(scope, condition)) return valueIn(scope, value);
  throw new Undefined("no case applies");
}

export function satisfied<E>(scope: Scope<E>, { left, relation, right }: Comparison): boolean {
  const { field } = scope;
  const [a, b] = [left, right].map((side) => scalarOf(field, valueIn(scope, side)));
  const gap = field.sub(a ?? field.zero, b ?? field.zero);
  const whole = field.integer(gap);
  if (relation === "=") return field.isZero(gap) || whole === 0;
  if (relation === "≠") return !(field.isZero(gap) || whole === 0);
  const size = field.kind === "prime" ? whole : field.toPair(gap)[0];
  if (size === undefined) throw new Beyond("an order of numbers in exact arithmetic");
  switch (relation) {
    case "<":
      return size < 0;
    case "≤":
      return size <= 0;
    case ">":
      return size > 0;
    case "≥":
      return size >= 0;
    default:
      throw new Beyond(`the condition ${relation}`);
  }
}
