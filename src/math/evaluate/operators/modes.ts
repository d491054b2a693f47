/** Degrees of freedom of ladder, position and momentum operators, numbered as they are met. */
import type { Expr, Sym } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { labelKey } from "../symbolName";

export function modeVariables<E>(scope: Scope<E>, expr: Expr, sym: Sym): readonly number[] {
  if (!scope.taylor) throw new Beyond(`${sym.name} here`);
  const ladder = sym.role === "lowering" || sym.role === "number-operator";
  const labels =
    expr.kind === "labelled" ? expr.labels.map((label) => labelKey(scope, label)).join(",") : "";
  const own =
    sym.role === "lowering" ? sym.name : sym.role === "number-operator" ? counted(scope) : "";
  const kind = ladder ? "ladder" : "place";
  const name = `${kind} ${own}[${labels}]`;
  const known =
    scope.modes.get(name) ?? [...scope.modes.keys()].filter((key) => key.startsWith(kind)).length;
  scope.modes.set(name, known);
  const variables = scope.taylor.plan.mode(kind, known);
  if (variables.length === 0) throw new Beyond(`the operator ${sym.name}`);
  return variables;
}

/** The number operator counts the quanta of the only lowering operator there is. */
function counted<E>(scope: Scope<E>): string {
  const names = new Set(scope.loweringNames);
  const [only] = names;
  if (names.size > 1 || only === undefined)
    throw new Beyond("a number operator among several modes");
  return only;
}
