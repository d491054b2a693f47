/** Readings in which the signs themselves are in doubt: what was read as a factor may be an operation. */
import type { Expr } from "../expr/node";

/** Why nothing formal can be said of this node; undefined where it can. */
export function grammar(node: Expr): string | undefined {
  switch (node.kind) {
    case "hole":
      return "a gap";
    case "plus-minus":
      return "a sign that is free";
    case "opaque":
      return /^(?:[⌟∘]|form|δ(?:_.*)?)$/u.test(node.what) ? undefined : node.what;
    case "product":
      return node.factors.some((factor, at) => isSign(factor) && at + 1 < node.factors.length)
        ? "what may be a differential or a variation"
        : undefined;
    case "symbol":
      return /^[…⋯]|^\s*$/u.test(node.name) ? "an ellipsis" : undefined;
    default:
      return undefined;
  }
}

/** d, δ, D, Δ as a factor may be a differential, a variation, a covariant derivative, a difference. */
const isSign = (factor: Expr): boolean => {
  const head =
    factor.kind === "labelled" || factor.kind === "tensor"
      ? factor.head
      : factor.kind === "power"
        ? factor.base
        : factor;
  return (
    head.kind === "symbol" && head.role === undefined && /^(?:[dδDΔ𝒟∇∂]|δ_\D.*)$/u.test(head.name)
  );
};
