/** Values at a point, and differences between two. */
import { acted } from "../../expr/apply";
import type { Bar, Expr } from "../../expr/node";
import { add } from "../contraction";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scaleBy, type Value } from "../value";

export function barValue<E>(scope: Scope<E>, node: Bar): Value<E> {
  const { field } = scope;
  if (node.from || node.to) {
    const variable = node.at[0]?.variable;
    if (!variable || !node.from || !node.to)
      throw new Beyond("a difference of values of no named variable");
    const upper = at(scope, node.body, [[variable, node.to]]);
    const lower = at(scope, node.body, [[variable, node.from]]);
    return add(scope, [upper, scaleBy(field, field.neg(field.one), lower)]);
  }
  return at(
    scope,
    node.body,
    node.at.map(({ variable, value }) => [variable, value]),
  );
}

function at<E>(scope: Scope<E>, body: Expr, values: readonly (readonly [Expr, Expr])[]): Value<E> {
  const inner = bind(
    scope,
    values.map(([variable, value]) => {
      if (variable.kind !== "symbol" && variable.kind !== "labelled")
        throw new Beyond("a value at a point that is not a name");
      return [variable, valueIn(scope, value)] as const;
    }),
  );
  // An operator acts before its coordinates take their values.
  return valueIn(inner, acted(body));
}
