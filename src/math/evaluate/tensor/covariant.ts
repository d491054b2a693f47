/** The covariant derivative of the metric: ∇_c T^a_b = ∂_c T^a_b + Γ^a_{cd} T^d_b − Γ^d_{cb} T^a_d. */
import { one } from "../../expr/build";
import type { Derivative, Index, Role } from "../../expr/node";
import { add, contractWithin, join } from "../contraction";
import { headKey } from "../given";
import { Beyond } from "../number/field";
import { freshName, type Scope } from "../scope";
import { type Axis, component, isBare, relabel, scaleBy, type Value } from "../value";
import { curvature, settled } from "./curvature";
import { connection, cut, degreeAfter, reordered, slope } from "./curved";
import { placeholder } from "./generic";
import { contractRepeated, dressed } from "./indices";
import { tilted } from "./metric";

export function covariantly<E>(scope: Scope<E>, index: Index, value: Value<E>): Value<E> {
  if (index.space !== "lorentz") throw new Beyond("covariant derivatives of space");
  const name = freshName(scope);
  const below = derived(scope, name, value);
  const at = below.axes.findIndex((axis) => axis.kind === "index" && axis.name === name);
  const placed = index.place === "up" ? tilted(scope, below, at) : below;
  const fixed = index.value ?? scope.fixed.get(index.name);
  if (fixed !== undefined) return component(placed, at, fixed);
  return contractRepeated(
    scope,
    relabel(placed, (axis, i) =>
      i === at && axis.kind === "index" ? { ...axis, name: `${index.name}#0` } : axis,
    ),
  );
}

/** ∇_e R_{abcd} of a generic metric: once for all at each choice of heights. */
export function derivedCurvature<E>(scope: Scope<E>, node: Derivative): Value<E> | undefined {
  const { by, operand, order } = node;
  if (!scope.given.curved || scope.given.lineElement || order !== one) return undefined;
  if (by.kind !== "index" || !by.covariant || operand?.kind !== "tensor") return undefined;
  const { head, indices } = operand;
  if (head.kind !== "symbol" || !/^(?:riemann|ricci|einstein)$/.test(head.role ?? ""))
    return undefined;
  if (scope.given.definitions.has(headKey(operand) ?? "")) return undefined;
  const all = [by.index, ...indices];
  const lower = indices.map(
    (index, i): Index => ({ name: placeholder(i), space: index.space, place: "down" }),
  );
  const value = settled(scope, `∇ ${head.role}`, all, 3, (inner) => {
    const whole = curvature(inner, head.role as Role, lower);
    const below = derived(inner, "∇", whole, degreeAfter(inner, 3));
    const axes = ["∇", ...lower.map(({ name }) => name)];
    return reordered(
      below,
      axes.map((name) =>
        below.axes.findIndex((axis) => axis.kind === "index" && axis.name === name),
      ),
    );
  });
  return dressed(scope, value, all);
}

/** g^{ab}∇_a∇_b. */
export function covariantBox<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const [a, b] = [freshName(scope), freshName(scope)];
  const twice = derived(scope, b, derived(scope, a, value));
  const at = (name: string, axes: readonly Axis[]) =>
    axes.findIndex((axis) => axis.kind === "index" && axis.name === name);
  const raised = tilted(scope, twice, at(b, twice.axes));
  const [first, second] = [at(a, raised.axes), at(b, raised.axes)].sort((i, k) => i - k);
  return contractWithin(scope, raised, first ?? 0, second ?? 0);
}

/** ∇_c of the value with the lower index c under this name, up to a degree. */
function derived<E>(scope: Scope<E>, name: string, whole: Value<E>, degree = 1): Value<E> {
  const { field } = scope;
  const terms = [slope(scope, whole, name)];
  const value = cut(scope, whole, degree);
  const symbols = (upper: string, right: string): Value<E> =>
    cut(scope, connection(scope, [upper, name, right]), degree);
  value.axes.forEach((axis, i) => {
    if (axis.kind !== "index") throw new Beyond("the covariant derivative of a matrix");
    if (axis.space !== "lorentz" || isBare(axis))
      throw new Beyond("the covariant derivative of components of another kind");
    const dummy = freshName(scope);
    const open = relabel(value, (one, k) => (k === i ? { ...axis, name: dummy } : one));
    const term =
      axis.place === "up"
        ? join(scope, symbols(axis.name, dummy), open)
        : scaleBy(field, field.neg(field.one), join(scope, symbols(dummy, axis.name), open));
    terms.push(term);
  });
  return add(scope, terms);
}
