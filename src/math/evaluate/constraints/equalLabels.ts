/** Labels joined by a Kronecker symbol: equal at every second point, so that both its values are met. */
import type { Expr, Sym } from "../../expr/node";

/** Pairs of label names that are to be equal at this point. */
export function equalLabels(
  nodes: readonly Expr[],
  ordinal: number,
): readonly (readonly [Sym, Sym])[] {
  if (ordinal % 2 === 0) return [];
  return nodes.flatMap((node): (readonly [Sym, Sym])[] => {
    if (node.kind !== "labelled" || node.head.name !== "δ" || node.labels.length !== 2) return [];
    const [a, b] = node.labels;
    return a?.kind === "symbol" && b?.kind === "symbol" && a !== b ? [[a, b]] : [];
  });
}
