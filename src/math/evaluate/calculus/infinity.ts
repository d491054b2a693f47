/** Ends of ranges at infinity. */
import type { Expr } from "../../expr/node";

/** +1 for ∞, −1 for −∞, 0 for anything else. */
export function infinity(node: Expr): 1 | -1 | 0 {
  if (node.kind === "constant") return node.name === "∞" ? 1 : 0;
  if (node.kind !== "product") return 0;
  const infinite = node.factors.some((factor) => factor.kind === "constant" && factor.name === "∞");
  const rest = node.factors.filter(
    (factor) => !(factor.kind === "constant" && factor.name === "∞"),
  );
  if (!infinite || !rest.every((factor) => factor.kind === "num")) return 0;
  return rest.reduce(
    (sign, factor) => (factor.kind === "num" && factor.numerator < 0n ? -sign : sign),
    1,
  ) > 0
    ? 1
    : -1;
}
