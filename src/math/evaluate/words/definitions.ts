/** Operators and states that a premise defines. */
import type { Expr } from "../../expr/node";
import { headKey } from "../given";
import { bind, type Scope, valueIn, within } from "../scope";
import { applied } from "../substitute";

import { carried } from "../tensor/defined";
import { contractRepeated } from "../tensor/indices";
import { adjointOf } from "./adjoint";
import { type Element, eachValue } from "./element";

export function definitionsOf<E>(scope: Scope<E>, expr: Expr): Element<E> | undefined {
  if (scope.bound.has(expr)) return undefined;
  if (expr.kind === "bra" && !scope.given.definitions.has(headKey(expr) ?? "")) {
    const state = definitionsOf(scope, { kind: "ket", labels: expr.labels });
    return state && adjointOf(scope, state);
  }
  const key = headKey(expr);
  const candidates = key ? scope.given.definitions.get(key) : undefined;
  if (!key || !candidates || scope.inside.includes(key)) return undefined;
  for (const definition of candidates) {
    if (scope.words?.coherent && expr.kind === "ket") continue;
    const application = applied(definition, expr);
    if (!application) continue;
    const inner = bind(
      within(scope, key),
      application.bindings.map(([formal, given]) => [formal, valueIn(scope, given)] as const),
    );
    const body = scope.element(inner, application.body);
    if (expr.kind !== "tensor") return body;
    return eachValue(body, (value) =>
      contractRepeated(scope, carried(scope, value, application.indices, expr.indices)),
    );
  }
  return undefined;
}
