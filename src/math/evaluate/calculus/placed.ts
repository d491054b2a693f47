/** Variables of integration at the places where δ-functions put them. */

import { renamed, symbol, zero } from "../../expr/build";
import type { Expr, Labelled, Sym } from "../../expr/node";
import { typeOf } from "../../expr/questions";
import { nodes } from "../../expr/walk";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { bareAxis } from "../tensor/vector";
import { scalarOf, scalarValue, slice, tabulate, type Value } from "../value";
import { isSameName, type Place } from "./sift";

/** The scope in which they are there; the last place names none of the others. */
export function placed<E>(scope: Scope<E>, places: readonly Place[], integrand: Expr): Scope<E> {
  return places.reduceRight((at, { measure, variable, at: place, energy }) => {
    if (energy) return bind(at, [[variable, onShell(at, energy, place)]]);
    const own = new Set<Expr>([measure.variable, variable, ...namesakes(variable, integrand)]);
    return bind(
      at,
      [...own].map((one) => [one, valueAt(at, one, variable, place, integrand)] as const),
    );
  }, scope);
}

/** (E, 𝐩). */
function onShell<E>(scope: Scope<E>, energy: Expr, spatial: Expr): Value<E> {
  const time = scalarOf(scope.field, valueIn(scope, energy));
  const { keys, entries } = valueIn(scope, spatial);
  return tabulate(scope.field, [bareAxis(scope, "lorentz")], ([i = 0]) =>
    i === 0 ? time : entries[keys.indexOf(i - 1)],
  );
}

/** The vectors, or their parts, that go by the same letter. */
export const namesakes = (variable: Expr, integrand: Expr): readonly Expr[] => [
  ...new Set(
    [...nodes(integrand)].filter(
      (node) =>
        (node.kind === "symbol" || node.kind === "labelled") &&
        typeOf(node).endsWith("-vector") &&
        isSameName(node, variable),
    ),
  ),
];

function valueAt<E>(
  scope: Scope<E>,
  one: Expr,
  variable: Expr,
  place: Expr,
  integrand: Expr,
): Value<E> {
  if (typeOf(one) === typeOf(variable)) return ofType(scope, typeOf(one), place);
  if (!typeOf(one).endsWith("-vector")) return ofType(scope, typeOf(variable), place);
  if (place.kind !== "symbol" && place.kind !== "labelled")
    throw new Beyond("a δ-function of part of a vector");
  const there = namesakes(place, integrand).find((node) => typeOf(node) === typeOf(one));
  if (there) return valueIn(scope, there);
  if (typeOf(place) === "four-vector" && typeOf(one) === "three-vector")
    return slice(valueIn(scope, place), 0, 1, bareAxis(scope, "spatial"));
  return valueIn(scope, asFourVector(place));
}

function ofType<E>(scope: Scope<E>, type: string, place: Expr): Value<E> {
  const { field } = scope;
  if (place !== zero) return valueIn(scope, place);
  if (!type.endsWith("-vector")) return scalarValue(field, field.zero);
  const space = type === "four-vector" ? "lorentz" : "spatial";
  return tabulate(field, [bareAxis(scope, space)], () => field.zero);
}

/** q of 𝐪. */
function asFourVector(place: Sym | Labelled): Expr {
  const of = (sym: Sym): Sym => symbol(sym.name.normalize("NFKD"), "four-vector");
  return place.kind === "labelled" ? renamed(place, of(place.head)) : of(place);
}
