/** Putting indices on components: heights, fixed components, spatial parts, and repeated indices. */
import type { Index } from "../../expr/node";
import { contractWithin } from "../contraction";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { type Axis, component, isBare, relabel, scaleBy, slice, type Value } from "../value";
import { placeholder } from "./generic";
import { tilted } from "./metric";
import { adjointRoot } from "./weights";

/** `value` has its open axes under placeholder names or one bare axis, Lorentz ones upper. */
export function withIndices<E>(
  scope: Scope<E>,
  value: Value<E>,
  indices: readonly Index[],
): Value<E> {
  let result = value;
  indices.forEach((index, i) => {
    result = placed(scope, result, i, index);
  });
  return contractRepeated(scope, result);
}

/** `value` has its axes in the order of the indices, at their heights already. */
export function dressed<E>(scope: Scope<E>, value: Value<E>, indices: readonly Index[]): Value<E> {
  const named = relabel(value, (axis, i): Axis => {
    const index = indices[i];
    if (axis.kind !== "index" || !index) return axis;
    if (index.space !== axis.space) throw new Beyond(`${index.name} on components of another kind`);
    return { ...axis, name: own(index.name, i) };
  });
  const fixed = indices.reduceRight((found, index, i) => {
    const position = index.value ?? scope.fixed.get(index.name);
    return position === undefined ? found : component(found, i, position);
  }, named);
  return contractRepeated(scope, fixed);
}

const isOpen = (axis: Axis, i: number): boolean =>
  axis.kind === "index" && (axis.name === placeholder(i) || (i === 0 && isBare(axis)));

/** A name for a placed axis that stays apart from indices of the same name on the same tensor. */
const own = (name: string, i: number): string => `${name}#${i}`;

function placed<E>(scope: Scope<E>, value: Value<E>, i: number, index: Index): Value<E> {
  const at = value.axes.findIndex((axis) => isOpen(axis, i));
  const axis = value.axes[at];
  if (axis?.kind !== "index") {
    if (value.entries.length === 0) return value;
    throw new Beyond("an index on something without components");
  }
  const upright =
    axis.space === "lorentz" && index.place === "down" ? tilted(scope, value, at) : value;
  const fixed = index.value ?? scope.fixed.get(index.name);
  if (fixed !== undefined) return fixedComponent(scope, upright, at, axis, index, fixed);
  if (axis.space === "lorentz" && index.space === "spatial") {
    const spatial: Axis = {
      kind: "index",
      name: own(index.name, i),
      space: "spatial",
      place: index.place,
      size: axis.size - 1,
    };
    return slice(upright, at, 1, spatial);
  }
  if (axis.space !== index.space && !interchangeable(axis.space, index.space))
    throw new Beyond(`${index.name} on components of another kind`);
  const axes = upright.axes.map(
    (one, n): Axis => (n === at ? { ...axis, name: own(index.name, i), place: index.place } : one),
  );
  return { ...upright, axes };
}

const interchangeable = (a: string, b: string): boolean =>
  (a === "spatial" || a === "isospin") && (b === "spatial" || b === "isospin" || b === "generic");

/** Spatial and adjoint components count from one, Lorentz components from zero. */
function fixedComponent<E>(
  scope: Scope<E>,
  value: Value<E>,
  at: number,
  axis: Extract<Axis, { kind: "index" }>,
  index: Index,
  fixed: number,
): Value<E> {
  const position = axis.space === "lorentz" ? fixed : fixed - 1;
  if (position < 0 || position >= axis.size)
    throw new Beyond(`component ${fixed} of ${index.name}`);
  const found = component(value, at, position);
  return axis.space === "adjoint"
    ? scaleBy(scope.field, adjointRoot(scope, position), found)
    : found;
}

/** Repeated indices on one tensor are summed; afterwards the axes carry their own names. */
export function contractRepeated<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  let result = value;
  for (let again = true; again; ) {
    again = false;
    outer: for (let i = 0; i < result.axes.length; i++)
      for (let k = i + 1; k < result.axes.length; k++) {
        const [a, b] = [result.axes[i] as Axis, result.axes[k] as Axis];
        if (a.kind !== "index" || b.kind !== "index" || isBare(a)) continue;
        if (a.space !== b.space || plain(a.name) !== plain(b.name)) continue;
        result = contractWithin(scope, result, i, k);
        again = true;
        break outer;
      }
  }
  return {
    ...result,
    axes: result.axes.map(
      (axis): Axis => (axis.kind === "index" ? { ...axis, name: plain(axis.name) } : axis),
    ),
  };
}

const plain = (name: string): string => name.replace(/#\d+$/, "");
