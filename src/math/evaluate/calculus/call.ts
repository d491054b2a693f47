/** Calls and primes of functions: given ones by their definitions, undetermined ones by their jets. */
import type { Call, Primed } from "../../expr/node";
import { nameKey } from "../given";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { spinorCall } from "../states/spinor";
import { definedValue } from "../symbol";
import { along } from "../taylor/along";
import type { Value } from "../value";
import { bareFunction } from "./bareFunction";
import { functionAt } from "./functionAt";

export function callValue<E>(scope: Scope<E>, node: Call): Value<E> {
  const known = scope.bound.get(node) ?? definedValue(scope, node);
  return known ?? spinorCall(scope, node) ?? functionAt(scope, node.head, node.args, 0);
}

/** f′(x), or f′ of a name that depends on one variable. */
export function primedValue<E>(scope: Scope<E>, node: Primed): Value<E> {
  const { head, order } = node;
  if (head.kind === "call") {
    if (scope.given.definitions.has(`call ${nameKey(head.head)} ${head.args.length}`))
      throw new Beyond("the derivative of a function that is given, by its argument");
    return functionAt(scope, head.head, head.args, order);
  }
  if (head.kind === "symbol" && !scope.given.definitions.has(`symbol ${head.name}`)) {
    const shown = scope.shownArguments(head);
    if (head.type === "function" || shown) return bareFunction(scope, head, order);
  }
  const [variable, ...more] = head.kind === "symbol" ? (scope.taylor?.dependence(head) ?? []) : [];
  if (variable !== undefined && more.length === 0) {
    let value = valueIn(scope, head);
    for (let n = 0; n < order; n++) value = along(scope, value, variable);
    return value;
  }
  throw new Beyond("the derivative of a function whose argument is not shown");
}
