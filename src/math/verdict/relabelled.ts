/** Whether two expressions differ by the names of summed indices alone. */
import { tensor } from "../expr/build";
import type { Expr } from "../expr/node";
import { printExpr } from "../expr/print";
import { nodes, transform } from "../expr/walk";

export const sameUpToDummies = (a: Expr, b: Expr): boolean => normal(a) === normal(b);

const normal = (expr: Expr): string =>
  (expr.kind === "sum" ? expr.terms : [expr]).map(renamed).sort().join(" + ");

/** Dummies numbered in the order in which they are met. */
function renamed(term: Expr): string {
  const counts = new Map<string, number>();
  for (const node of nodes(term))
    if (node.kind === "tensor")
      for (const { name } of node.indices) counts.set(name, (counts.get(name) ?? 0) + 1);
  const dummies = [...counts].flatMap(([name, count]) => (count === 2 ? [name] : []));
  const fresh = (name: string): string =>
    dummies.includes(name) ? `°${dummies.indexOf(name)}` : name;
  return printExpr(
    transform(term, (node) =>
      node.kind === "tensor"
        ? tensor(node.head, ...node.indices.map((index) => ({ ...index, name: fresh(index.name) })))
        : node,
    ),
  );
}
