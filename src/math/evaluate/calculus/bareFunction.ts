/** A function written without its argument: of the one variable of differentiation, where there is one. */
import { call } from "../../expr/build";
import type { Expr, Sym } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { scalarValue, type Value } from "../value";
import { functionAt } from "./functionAt";

export function bareFunction<E>(scope: Scope<E>, sym: Sym, order: number): Value<E> {
  const shown = scope.shownArguments(sym);
  if (shown?.kind === "call") return functionAt(scope, shown.head, shown.args, order);
  const variable = scope.onlyVariable;
  const states = scope.taylor?.dependence(sym) ?? [];
  if (order === 0 && scope.taylor && states.length > 0 && !sym.dependsOn)
    return scalarValue(
      scope.field,
      scope.taylor.generic(sym.name, scope.draw(sym.name, "real"), states, "real"),
    );
  if (!variable) throw new Beyond(`the function ${sym.name} without its argument`);
  return functionAt(scope, sym, [variable], order);
}

/** The call a bare name abbreviates: f for f(x), where the formulas show one argument list only. */
export function shownCall(calls: ReadonlyMap<string, readonly Expr[]>, sym: Sym): Expr | undefined {
  const args = calls.get(sym.name);
  return args && call(sym, ...args);
}
