/** The D^μ of ∂_μD^μφ acts itself: it is no field that ∂_μ differentiates. */
import type { Expr } from "../../math/expr/node";

export function isCovariantDerivative(node: Expr | undefined): boolean {
  const head = node?.kind === "tensor" ? node.head : undefined;
  return head?.kind === "symbol" && head.type === "operator" && /^[D𝒟]$/u.test(head.name);
}
