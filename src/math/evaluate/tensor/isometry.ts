/** Rotations R_{ij} and Lorentz transformations Λ^μ_ν, tensors that leave the metric as it is, and entries U_{ij} of unitary matrices. */
import type { IndexSpace, Sym } from "../../expr/node";
import { unit } from "../contraction";
import { hasProperty } from "../given";
import { cayley, reflects } from "../matrix/generic";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { type Axis, arrange, tabulate, type Value } from "../value";
import { placeholder } from "./generic";
import { metricSign } from "./metric";
import { bareAxis } from "./vector";

/** Upper components of (1 − ω)(1 + ω)⁻¹ with antisymmetric ω_{μν}, reflected in some samples unless its determinant is said to be 1; with antihermitian ω where it is unitary. */
export function isometry<E>(
  scope: Scope<E>,
  sym: Sym,
  name: string,
  spaces: readonly IndexSpace[],
): Value<E> | undefined {
  const isUnitary = hasProperty(scope.given, sym, "unitary");
  if (!isUnitary && !hasProperty(scope.given, sym, "orthogonal")) return undefined;
  const [space, other, ...more] = spaces;
  if (!space || other !== space || more.length > 0)
    throw new Beyond("a transformation with these indices");
  if (isUnitary && (space === "lorentz" || hasProperty(scope.given, sym, "special")))
    throw new Beyond("entries of such a unitary matrix");
  if (scope.given.curved || (scope.taylor?.dependence(sym) ?? []).length > 0)
    throw new Beyond("a transformation that varies from place to place");
  const { field } = scope;
  const axis = bareAxis(scope, space);
  const sign = (at: number): 1 | -1 => (space === "lorentz" ? metricSign(scope, at) : 1);
  const signed = (entry: E, at: number): E => (sign(at) < 0 ? field.neg(entry) : entry);
  const mixed = (i: number, k: number): E => {
    if (isUnitary) {
      const [here, there] = [`${i},${k}`, `${k},${i}`].map((place) =>
        scope.draw(`${name}ω(${place})`, "complex"),
      ) as [E, E];
      return field.sub(here, field.conj(there));
    }
    if (i === k) return field.zero;
    const drawn = scope.draw(`${name}ω(${Math.min(i, k)},${Math.max(i, k)})`, "real");
    return signed(i < k ? drawn : field.neg(drawn), k);
  };
  const one = unit(scope, name, axis.size);
  const turn = cayley(
    scope,
    tabulate(field, one.axes, ([i = 0, k = 0]) => mixed(i, k)),
    one,
  );
  const turns = isUnitary || hasProperty(scope.given, sym, "special") || !reflects(scope, name);
  const axes = spaces.map(
    (_, i): Axis => (axis.kind === "index" ? { ...axis, name: placeholder(i) } : axis),
  );
  const { keys, entries } = arrange(turn, one.axes);
  const places = new Map(keys.map((key, n) => [key, entries[n] as E]));
  return tabulate(field, axes, ([i = 0, k = 0]) => {
    const raised = signed(places.get(i * axis.size + k) ?? field.zero, k);
    return turns || i !== axis.size - 1 ? raised : field.neg(raised);
  });
}
