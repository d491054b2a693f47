/** Tensors and operators with indices that a premise defines. */
import type { Index, Tensor } from "../../expr/node";
import { type Definition, headKey } from "../given";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn, within } from "../scope";
import { applied } from "../substitute";

import { type Axis, component, isBare, relabel, scaleBy, slice, type Value } from "../value";
import { contractRepeated } from "./indices";
import { tilted } from "./metric";
import { adjointRoot } from "./weights";

export function definedTensor<E>(scope: Scope<E>, node: Tensor): Value<E> | undefined {
  const key = headKey(node);
  const definitions = key ? scope.given.definitions.get(key) : undefined;
  if (!key || !definitions) return undefined;
  for (const definition of definitions) {
    const value = byDefinition(scope, key, definition, node);
    if (value) return value;
  }
  return undefined;
}

function byDefinition<E>(
  scope: Scope<E>,
  key: string,
  definition: Definition,
  node: Tensor,
): Value<E> | undefined {
  if (definition.head.kind !== "tensor") return undefined;
  const application = applied(definition, node);
  if (!application) return undefined;
  const formal = definition.head.indices;
  if (
    formal.some((index, i) => index.value !== node.indices[i]?.value && index.value !== undefined)
  )
    return undefined;
  const hides = formal.some((index) => scope.fixed.has(index.name));
  const open = hides
    ? {
        ...scope,
        memo: new Map(),
        fixed: new Map(
          [...scope.fixed].filter(([name]) => !formal.some((index) => index.name === name)),
        ),
      }
    : scope;
  const inner = bind(
    within(open, key),
    application.bindings.map(([symbol, given]) => [symbol, valueIn(scope, given)] as const),
  );
  return carried(scope, valueIn(inner, application.body), formal, node.indices);
}

/** (E, −𝐩) for p_μ: the components at the height that the definition writes. */
function asComponents<E>(value: Value<E>, [index, ...more]: readonly Index[]): Value<E> {
  return index && more.length === 0
    ? relabel(value, (axis) =>
        isBare(axis) && axis.kind === "index"
          ? { ...axis, name: index.name, place: index.place }
          : axis,
      )
    : value;
}

/** Moves the definition's indices to the names, heights and components of the occurrence. */
export function carried<E>(
  scope: Scope<E>,
  value: Value<E>,
  formal: readonly Index[],
  actual: readonly Index[],
): Value<E> {
  let result = asComponents(value, formal);
  formal.forEach((from, i) => {
    const to = actual[i];
    if (!to || from.value !== undefined) return;
    const at = result.axes.findIndex((axis) => axis.kind === "index" && axis.name === from.name);
    const axis = result.axes[at];
    if (axis?.kind !== "index") {
      if (result.entries.length === 0) return;
      throw new Beyond("a definition whose sides have different indices");
    }
    if (axis.space === "lorentz" && axis.place !== to.place) result = tilted(scope, result, at);
    const fixed = to.value ?? scope.fixed.get(to.name);
    if (fixed !== undefined) {
      const position = axis.space === "lorentz" ? fixed : fixed - 1;
      result = component(result, at, position);
      if (axis.space === "adjoint")
        result = scaleBy(scope.field, adjointRoot(scope, position), result);
      return;
    }
    const temporary: Axis = { ...axis, name: `${to.name}#${i}`, place: to.place };
    if (axis.space === "lorentz" && to.space === "spatial")
      result = slice(result, at, 1, {
        ...temporary,
        space: "spatial",
        size: axis.size - 1,
      } as Axis);
    else result = { ...result, axes: result.axes.map((one, n) => (n === at ? temporary : one)) };
  });
  return contractRepeated(scope, result);
}
