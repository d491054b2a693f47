/** Tensors of which nothing is known but their indices and declared symmetries. */
import type { Expr, IndexSpace, Sym } from "../../expr/node";
import { domainOf, hasProperty } from "../given";
import type { Scope } from "../scope";
import { type Axis, tabulate, type Value } from "../value";
import { bareAxis } from "./vector";

/** Components with upper indices; axes carry placeholder names, or the bare name for a vector. */
export function genericTensor<E>(
  scope: Scope<E>,
  sym: Sym,
  name: string,
  indexSpaces: readonly IndexSpace[],
  bare = false,
  target: Expr = sym,
): Value<E> {
  const axes = indexSpaces.map((space, i): Axis => {
    const axis = bareAxis(scope, space);
    return bare || axis.kind !== "index" ? axis : { ...axis, name: placeholder(i) };
  });
  const symmetry = symmetryOf(scope, sym);
  const domain = domainOf(scope.given, sym);
  const { taylor, field } = scope;
  const own = taylor?.variablesOf(target);
  const on = (taylor?.dependence(sym) ?? []).filter((variable) => !own?.includes(variable));
  return tabulate(field, axes, (places) => {
    // F_{ij} and F_{0i} are components of F_{μν}.
    const at = bare
      ? places
      : places.map((one, i) => (indexSpaces[i] === "spatial" ? one + 1 : one));
    const [place, sign] = representative(at, symmetry);
    if (sign === 0) return undefined;
    const key = `${name}(${place.join(",")})`;
    let entry = scope.draw(key, domain);
    const variable = own?.[places[0] ?? 0];
    if (taylor && on.length > 0) entry = taylor.generic(key, entry, on, domain);
    if (taylor && variable !== undefined) entry = taylor.perturb(entry, variable);
    return sign < 0 ? field.neg(entry) : entry;
  });
}

export const placeholder = (i: number): string => `?${i}`;

type Symmetry = "symmetric" | "antisymmetric" | undefined;

function symmetryOf(scope: Pick<Scope<unknown>, "given">, sym: Sym): Symmetry {
  if (hasProperty(scope.given, sym, "antisymmetric") || sym.role === "field-strength")
    return "antisymmetric";
  return hasProperty(scope.given, sym, "symmetric") ? "symmetric" : undefined;
}

/** The component another one equals up to sign. */
function representative(at: readonly number[], symmetry: Symmetry): [readonly number[], number] {
  if (!symmetry || at.length < 2) return [[...at], 1];
  const sorted = [...at];
  let sign = 1;
  for (let i = 0; i < sorted.length; i++)
    for (let k = 0; k + 1 < sorted.length - i; k++) {
      const [left, right] = [sorted[k] as number, sorted[k + 1] as number];
      if (left === right && symmetry === "antisymmetric") return [sorted, 0];
      if (left <= right) continue;
      sorted[k] = right;
      sorted[k + 1] = left;
      sign = -sign;
    }
  return [sorted, symmetry === "antisymmetric" ? sign : 1];
}
