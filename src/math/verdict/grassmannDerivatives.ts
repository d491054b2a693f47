/** ∂/∂θ by a Grassmann number takes θ from the left, as ∫dθ does. */
import { isGrassmann } from "../evaluate/words/isLetter";
import { one } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { some, transform } from "../expr/walk";

export function withGrassmannDerivatives(claim: Claim): Claim {
  const [left, right] = [claim.left, claim.right].map((side) => transform(side, asIntegral)) as [
    Expr,
    Expr,
  ];
  return left === claim.left && right === claim.right ? claim : { ...claim, left, right };
}

/** ∂/∂θ that waits for something to act on, or acts more than once. */
export const waitsForGrassmann = ({ left, right }: Claim): boolean =>
  [left, right].some((side) => some(side, (node) => grassmannOf(node) !== undefined));

function grassmannOf(node: Expr): Sym | undefined {
  if (node.kind !== "derivative" || node.by.kind !== "variable") return undefined;
  const { variable } = node.by;
  return variable.kind === "symbol" && isGrassmann(variable) ? variable : undefined;
}

function asIntegral(node: Expr): Expr {
  const variable = grassmannOf(node);
  if (!variable || node.kind !== "derivative") return node;
  if (node.operand === undefined || node.order !== one) return node;
  return intern({
    kind: "integral",
    measures: [{ variable, sort: "plain" }],
    integrand: node.operand,
  });
}
