/** Indices of an expression that occur once in a term and so are not summed. */
import type { Expr, Index } from "../../math/expr/node";
import { children } from "../../math/expr/walk";

export function freeIndices(node: Expr): readonly Index[] {
  switch (node.kind) {
    case "sum":
      return node.terms[0] ? freeIndices(node.terms[0]) : [];
    case "tensor":
      return once([...freeIndices(node.head), ...node.indices]);
    case "derivative": {
      const own =
        node.by.kind === "index" && node.order.kind === "num" && node.order.numerator === 1n
          ? [node.by.index]
          : [];
      return once([...own, ...(node.operand ? freeIndices(node.operand) : [])]);
    }
    case "power":
    case "function":
    case "dot":
    case "slash":
    case "labelled":
    case "integral":
    case "bracket":
      return node.kind === "bracket"
        ? once([...freeIndices(node.left), ...freeIndices(node.right)])
        : [];
    default:
      return once(children(node).flatMap(freeIndices));
  }
}

function once(indices: readonly Index[]): Index[] {
  const counts = new Map<string, number>();
  for (const index of indices) counts.set(index.name, (counts.get(index.name) ?? 0) + 1);
  return indices.filter((index) => counts.get(index.name) === 1);
}
