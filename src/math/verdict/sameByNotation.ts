/** Whether two expressions say the same by notation alone: other names for summed indices, a symmetric tensor turned, a dagger on what is hermitian. */
import { tensor } from "../expr/build";
import type { Expr, Index, Involution } from "../expr/node";
import { printExpr } from "../expr/print";
import { nodes, transform } from "../expr/walk";

export const sameByNotation = (a: Expr, b: Expr): boolean => normal(a) === normal(b);

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
    transform(term, (node) => {
      if (node.kind === "involution" && isHermitian(node)) return node.operand;
      if (node.kind !== "tensor") return node;
      const indices = node.indices.map((index) => ({ ...index, name: fresh(index.name) }));
      return tensor(node.head, ...(isSymmetric(node.head) ? indices.sort(byName) : indices));
    }),
  );
}

const byName = (a: Index, b: Index): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const isSymmetric = (head: Expr): boolean =>
  head.kind === "symbol" && (head.role === "metric" || head.role === "delta");

const hermitianRoles: ReadonlySet<string> = new Set([
  "gamma5",
  "pauli",
  "generator",
  "number-operator",
  "position-operator",
  "momentum-operator",
  "angular-momentum",
]);

function isHermitian({ sort, operand }: Involution): boolean {
  const head = operand.kind === "tensor" ? operand.head : operand;
  return (
    sort === "dagger" &&
    head.kind === "symbol" &&
    head.role !== undefined &&
    hermitianRoles.has(head.role)
  );
}
