/** Objects with indices: known tensors, defined ones, vectors, and generic components. */
import type { Expr, Index, IndexSpace, Sym, Tensor } from "../../expr/node";
import { nameHere } from "../calculus/functional";
import { domainOf } from "../given";
import { adjointGenerator, generator, structure } from "../matrix/colour";
import { gamma, sigmaTensor } from "../matrix/dirac";
import { pauliVector } from "../matrix/pauli";
import { weylMatrices } from "../matrix/weyl";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { adjoint } from "../spaces";
import { labelledName } from "../symbolName";
import { isBare, relabel, tabulate, type Value } from "../value";
import { assembledTensor } from "./assembled";
import { curvature } from "./curvature";
import { definedTensor } from "./defined";
import { genericTensor, placeholder } from "./generic";
import { isMetric } from "./geometry";
import { withIndices } from "./indices";
import { delta, epsilon, metric } from "./invariant";
import { isometry } from "./isometry";

export function tensorValue<E>(scope: Scope<E>, node: Tensor): Value<E> {
  const isWritten =
    node.head.kind === "symbol" && node.head.role === "gamma" && scope.representation === "given";
  const defined = isWritten
    ? undefined
    : (assembledTensor(scope, node) ?? definedTensor(scope, node));
  if (defined) return defined;
  const known = knownTensor(scope, node);
  if (known) return known;
  const { head, indices } = node;
  const sym = symbolOf(head);
  if (sym && scope.bracketed.has(sym.name) && sym.type === "four-vector" && !scope.bound.has(head))
    return matrixFamily(scope, { ...sym, type: "operator", space: "3×3" }, `${sym.name}_`, indices);
  const ofForm = sym && scope.given.forms?.components.has(sym.name);
  if (!sym || (isVector(sym) && !ofForm) || scope.bound.has(head)) {
    const value = valueIn(scope, head);
    if (indices.length === 1 && value.axes.some(isBare)) return withIndices(scope, value, indices);
    if (!sym) return entriesOf(scope, value, indices);
  }
  if (sym.type === "function" || sym.type === "state") throw new Beyond(`${sym.name} with indices`);
  const matrix = sym.type === "matrix" || sym.type === "operator" || sym.type === "spinor";
  const own = head.kind === "labelled" ? labelledName(scope, head) : sym.name;
  const name = `${nameHere(scope, sym, own)}_`;
  if (matrix) return matrixFamily(scope, sym, name, indices);
  const spaces = indices.map(homeOf);
  return withIndices(
    scope,
    isometry(scope, sym, name, spaces) ?? genericTensor(scope, sym, name, spaces),
    indices,
  );
}

/** (AB)_{ij}: row and column of a matrix as its indices. */
function entriesOf<E>(scope: Scope<E>, value: Value<E>, indices: readonly Index[]): Value<E> {
  const isMatrix = ["row", "column"].every(
    (kind) => value.axes.filter((axis) => axis.kind === kind).length === 1,
  );
  const [row, column] = indices;
  if (!row || !column || indices.length !== 2 || value.axes.length !== 2 || !isMatrix)
    throw new Beyond("indices on this");
  const sized = [row, column].every(({ space }, n) => {
    const axis = value.axes.find(({ kind }) => kind === (n === 0 ? "row" : "column"));
    return axis?.size === scope.spaces.indexSize(space);
  });
  if (!sized) throw new Beyond("indices on this");
  return withIndices(
    scope,
    relabel(value, (axis) => ({
      kind: "index",
      name: placeholder(axis.kind === "row" ? 0 : 1),
      space: axis.kind === "row" ? row.space : column.space,
      place: "up",
      size: axis.size,
    })),
    indices,
  );
}

const isVector = (sym: Sym): boolean =>
  sym.type === "four-vector" ||
  sym.type === "three-vector" ||
  sym.role === "pauli" ||
  sym.role === "angular-momentum";

function symbolOf(head: Expr): Sym | undefined {
  if (head.kind === "symbol") return head;
  return head.kind === "labelled" ? head.head : undefined;
}

/** The space an index of an unknown tensor ranges over. */
const homeOf = (index: Index): IndexSpace => index.space;

function knownTensor<E>(scope: Scope<E>, node: Tensor): Value<E> | undefined {
  const { head, indices } = node;
  if (head.kind !== "symbol") return undefined;
  if (scope.given.curved && isMetric(node)) return metric(scope, indices);
  const place = (value: Value<E>) => withIndices(scope, value, indices);
  switch (head.role) {
    case "metric":
      return metric(scope, indices);
    case "delta":
      return delta(scope, indices);
    case "epsilon":
      return epsilon(scope, indices);
    case "gamma":
      return place(elements(gamma(scope), indices));
    case "sigma-tensor":
      return place(sigmaTensor(scope));
    case "generator":
      return place(elements(generatorOf(scope, head), indices));
    case "pauli":
      return indices.length === 3 ? place(elements(pauliVector(scope, head), indices)) : undefined;
    case "structure":
      return place(structure(scope, "f"));
    case "symmetric-structure":
      return place(structure(scope, "d"));
    case "connection":
    case "riemann":
    case "ricci":
    case "einstein":
      return curvature(scope, head.role, indices);
    default:
      return undefined;
  }
}

/** T^a in the fundamental representation, T_A^a in the adjoint one; of others only that they are some. */
function generatorOf<E>(scope: Scope<E>, head: Sym): Value<E> {
  const space = scope.spaces.spaceOf(head);
  if (space === adjoint) return adjointGenerator(scope);
  if (/_[Rr]$/.test(head.name)) throw new Beyond("generators of a representation that is not said");
  return generator(scope, space);
}

/** Row and column as indices, where they are written behind the matrix's own. */
function elements<E>(value: Value<E>, indices: readonly Index[]): Value<E> {
  const [, row, column] = indices;
  if (!row || !column || indices.length !== 3) return value;
  return relabel(value, (axis) =>
    axis.kind === "index"
      ? axis
      : {
          kind: "index",
          name: placeholder(axis.kind === "row" ? 1 : 2),
          space: axis.kind === "row" ? row.space : column.space,
          place: "up",
          size: axis.size,
        },
  );
}

/** A matrix with indices besides its own rows and columns: A_μ, Φ^a. */
function matrixFamily<E>(
  scope: Scope<E>,
  sym: Sym,
  name: string,
  indices: readonly Index[],
): Value<E> {
  if (sym.space === "weyl") return withIndices(scope, weylMatrices(scope, sym), indices);
  const space = scope.spaces.spaceOf(sym);
  const size = scope.spaces.matrixSize(space);
  const matrixAxes =
    sym.type === "spinor"
      ? [{ kind: "row" as const, space, size }]
      : [
          { kind: "row" as const, space, size },
          { kind: "column" as const, space, size },
        ];
  const { taylor } = scope;
  const on = taylor?.dependence(sym) ?? [];
  const open = genericTensor(scope, { ...sym, type: "tensor" }, name, indices.map(homeOf)).axes;
  const axes = [...open, ...matrixAxes];
  const domain =
    domainOf(scope.given, sym) === "real" && sym.domain !== "real"
      ? "complex"
      : domainOf(scope.given, sym);
  const value = tabulate(scope.field, axes, (at) => {
    const key = `${name}(${at.join(",")})`;
    const entry = scope.draw(key, domain);
    return taylor && on.length > 0 ? taylor.generic(key, entry, on, domain) : entry;
  });
  return withIndices(scope, value, indices);
}
