/** Vectors with an index that stand in commutators with themselves, and so are matrices: A_μ in [A_μ, A_ν]. */
import type { Expr } from "../../expr/node";
import { isOfMatrices } from "../../expr/ofMatrices";
import { nodes } from "../../expr/walk";

/** The names within an expression. */
export const commutedIn = (expr: Expr): readonly string[] => [...nodes(expr)].flatMap(commutedHere);

/** The names within an expression of which the text says that they have matrices as components. */
export const valuedIn = (expr: Expr): readonly string[] =>
  [...nodes(expr)].flatMap((node) =>
    node.kind === "symbol" && isOfMatrices(node) ? [node.name] : [],
  );

/** The names a commutator puts side by side. */
export function commutedHere(node: Expr): readonly string[] {
  if (node.kind !== "bracket" || node.sort !== "commutator" || node.left === node.right) return [];
  const heads = [node.left, node.right].flatMap((side) =>
    side.kind === "tensor" && side.head.kind === "symbol" && side.head.type === "four-vector"
      ? [side.head.name]
      : [],
  );
  return heads.length === 2 ? heads : [];
}
