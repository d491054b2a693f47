/** δ of two labels: a claim must hold for different labels and for equal ones. */
import type { Expr, Sym } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import type { Sides } from "./plusMinus";

/** The claim as it stands, and with the labels of every Kronecker δ made equal, except where they are summed over. */
export function labelChoices(sides: Sides): readonly Sides[] {
  const equal = new Map<Expr, Expr>();
  const summed = new Set(
    sides.flatMap((side) =>
      [...nodes(side)].flatMap((node) => (node.kind === "series" ? node.variables : [])),
    ),
  );
  for (const side of sides)
    for (const node of nodes(side)) {
      const [one, other] = kroneckerLabels(node);
      if (!one || !other || one === other || summed.has(one) || summed.has(other)) continue;
      equal.set(other, one);
    }
  if (equal.size === 0) return [sides];
  const [left, right] = sides;
  return [sides, [replace(left, equal), replace(right, equal)]];
}

function kroneckerLabels(node: Expr): readonly Sym[] {
  if (node.kind !== "labelled" || node.head.role !== "delta" || node.labels.length !== 2) return [];
  return node.labels.filter((label): label is Sym => label.kind === "symbol");
}
