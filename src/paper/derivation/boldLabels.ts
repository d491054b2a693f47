/** |𝐤⟩ = √(2ω_𝐤) a_k†|0⟩: the label k beside the vector 𝐤 is that vector, where k stands for nothing else; the k of a number u_k beside a_𝐤 is its length. */
import { intern } from "../../math/expr/intern";
import type { Expr, Labelled, Sym } from "../../math/expr/node";
import { isScalarName } from "../../math/expr/questions";
import { children, nodes, transform } from "../../math/expr/walk";

export function withBoldLabels(sides: readonly Expr[]): readonly Expr[] {
  const vectors = new Map<string, Sym>();
  const heads = new Set<Expr>();
  for (const side of sides)
    for (const node of nodes(side)) {
      if (isVector(node)) vectors.set(node.name, node);
      if (node.kind === "labelled" && node.labels.some(isVector)) heads.add(node.head);
    }
  if (vectors.size === 0) return sides;
  for (const side of sides) for (const name of elsewhere(side)) vectors.delete(name);
  const bold = (label: Expr): Expr =>
    label.kind === "symbol" && label.type !== "three-vector"
      ? (vectors.get(label.name) ?? label)
      : label;
  const isOfVectors = ({ head, labels }: Labelled): boolean =>
    (heads.size === 0 || heads.has(head) || !isScalarName(head)) &&
    labels.some((label) => bold(label) !== label);
  return sides.map((side) =>
    transform(side, (node) =>
      node.kind === "labelled" && isOfVectors(node)
        ? intern({ ...node, labels: node.labels.map(bold) })
        : node,
    ),
  );
}

const isVector = (node: Expr): node is Sym =>
  node.kind === "symbol" && node.type === "three-vector" && !node.role;

/** Plain names that are more than labels here: numbers, bound names. */
function* elsewhere(expr: Expr): Generator<string> {
  if (expr.kind === "symbol" && expr.type !== "three-vector") yield expr.name;
  if (expr.kind === "integral")
    for (const { variable } of expr.measures)
      if (variable.kind === "symbol" && variable.type !== "three-vector") yield variable.name;
  if (expr.kind === "series")
    for (const variable of expr.variables) if (variable.kind === "symbol") yield variable.name;
  const labels: readonly Expr[] = expr.kind === "labelled" ? expr.labels : [];
  for (const part of children(expr))
    if (!(part.kind === "symbol" && labels.includes(part))) yield* elsewhere(part);
}
