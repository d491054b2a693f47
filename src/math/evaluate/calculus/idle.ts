/** Variables of integration on which nothing depends: ∫ₐᵇ dx c = (b − a) c. */
import type { Expr, Measure } from "../../expr/node";
import { nodes, symbolsOf } from "../../expr/walk";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { scalarOf } from "../value";
import { infinity } from "./infinity";
import { showsVariable } from "./shows";
import { isSameName, mentions } from "./sift";
import { isConstantBySort } from "./unsaid";

/** The length of the range of a variable that stands nowhere; undefined where something may depend on it. */
export function lengthOf<E>(
  scope: Scope<E>,
  measure: Measure,
  others: readonly Measure[],
  integrand: Expr,
): E | undefined {
  const { variable, lower, upper, power, region, sort } = measure;
  if (sort !== "plain" || power || region || !lower || !upper) return undefined;
  if (infinity(lower) !== 0 || infinity(upper) !== 0) return undefined;
  const integrated = others.map((other) => other.variable);
  if (varies(scope, integrand, variable, integrated)) return undefined;
  for (const { lower: from, upper: to } of others)
    for (const end of [from, to]) if (end && varies(scope, end, variable)) return undefined;
  const end = (expr: Expr): E => scalarOf(scope.field, valueIn(scope, expr));
  const length = scope.field.sub(end(upper), end(lower));
  if (scope.taylor && !scope.taylor.isConstant(length))
    throw new Beyond("an integral whose ends vary");
  return length;
}

/** A factor that may depend on the variable: by name, or because nothing says that it is constant. */
export const varies = <E>(
  scope: Scope<E>,
  factor: Expr,
  variable: Expr,
  integrated: readonly Expr[] = [],
): boolean =>
  mentions(factor, variable) ||
  showsVariable(scope, factor, variable) ||
  [...nodes(factor)].some((node) => node.kind === "derivative" || node.kind === "primed") ||
  [...symbolsOf(factor)].some(
    (sym) =>
      sym.type !== "function" &&
      !isConstantBySort(sym) &&
      !scope.outside.has(sym.name) &&
      !integrated.some((other) => isSameName(other, sym)),
  );
