/** Integrals over the momenta of modes as sums over finitely many momenta, in which δ³(p−q) is one or zero. */
import { zero } from "../../expr/build";
import type { Expr, Func, Measure } from "../../expr/node";
import { nodes } from "../../expr/walk";
import { nameKey } from "../given";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarValue, type Value } from "../value";
import { type Element, total } from "./element";
import { labelRange } from "./labels";

/** ∫dⁿp of an integrand whose modes have the label p. */
export function overMomenta<E>(
  scope: Scope<E>,
  { variable, lower, upper, region, sort }: Measure,
  integrand: (inner: Scope<E>) => Element<E>,
): Element<E> {
  const names = scope.words?.labels.filter((label) => nameKey(label) === nameKey(variable)) ?? [];
  if (lower || upper || region || sort !== "plain" || names.length === 0)
    throw new Beyond("an integral of operators");
  return total(
    scope,
    labelRange(scope).map((value) =>
      integrand(
        bind(
          scope,
          [variable, ...names].map((name) => [name, value] as const),
        ),
      ),
    ),
  );
}

/** δ of the difference, or the sum, of two labels of modes. */
export function deltaOf<E>(scope: Scope<E>, { args }: Func): Value<E> {
  const [argument, ...more] = args;
  if (argument === zero && more.length === 0) return scalarValue(scope.field, scope.field.one);
  const labels = argument ? [...nodes(argument)].filter(isName) : [];
  const known = [
    ...(scope.words?.labels ?? []),
    ...[...(scope.words?.norms.values() ?? [])].flatMap((norm) => norm.labels),
  ];
  const modes = labels.every((label) => known.includes(label));
  if (!argument || more.length > 0 || !modes || labels.length !== 2)
    throw new Beyond("a δ-function outside an integral");
  const { field } = scope;
  const value = valueIn(scope, argument);
  const meets = value.entries.every((entry) => field.magnitude(entry) < 1e-12);
  return scalarValue(field, meets ? field.one : field.zero);
}

const isName = (node: Expr): boolean => node.kind === "symbol";
