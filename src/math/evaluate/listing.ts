/** Tuples and matrices beside tensors: p^μ = (E, 𝐩), η_{μν} = diag(1, −1, −1, −1). */
import type { Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { type Axis, isBare, relabel, type Value } from "./value";

type Open = Extract<Axis, { kind: "index" }>;

/** What is written out entry by entry takes the open indices of the first side that has some, in their order. */
export function listedComponents<E>(
  exprs: readonly Expr[],
  values: readonly (Value<E> | undefined)[],
): readonly (Value<E> | undefined)[] {
  if (!exprs.some(isListed)) return values;
  const open = exprs.flatMap((expr, i) => openIndices(expr, values[i]) ?? []);
  if (open.length === 0) return values;
  return values.map((value, i) => {
    const expr = exprs[i];
    return value && expr && isListed(expr) && fits(value.axes, open)
      ? relabel(value, (_, at) => open[at] as Open)
      : value;
  });
}

const isListed = (expr: Expr): boolean =>
  some(expr, (node) => node.kind === "tuple" || node.kind === "matrix");

/** Open indices of a tensor as written; of anything else only where they come in the order of the alphabet. */
function openIndices(expr: Expr, value: Value<unknown> | undefined): readonly Open[] | undefined {
  if (!value || isListed(expr)) return undefined;
  const axes = value.axes.filter((axis): axis is Open => axis.kind === "index" && !isBare(axis));
  if (axes.length !== value.axes.length) return undefined;
  const written = [...nodes(expr)].flatMap((node) =>
    node.kind === "tensor" ? node.indices.map(({ name }) => name) : [],
  );
  const inOrder = [...axes].sort((a, b) => written.indexOf(a.name) - written.indexOf(b.name));
  const isSorted = inOrder.every((axis, i) => i === 0 || (inOrder[i - 1] as Open).name < axis.name);
  return expr.kind === "tensor" || isSorted ? inOrder : undefined;
}

/** One bare or matrix axis for one index; row and column for two. */
const fits = (axes: readonly Axis[], open: readonly Open[]): boolean =>
  axes.length === open.length &&
  axes.length <= 2 &&
  axes.every(
    (axis, at) => axis.size === open[at]?.size && (axis.kind !== "index" || isBare(axis)),
  ) &&
  (axes.length === 1 || (axes[0]?.kind === "row" && axes[1]?.kind === "column"));
