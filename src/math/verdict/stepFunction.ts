/** d(xθ(x))/dx = θ(x): where the claim holds for the step function, θ is no unknown function. */
import { func } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isNamed } from "../expr/questions";
import { some, transform } from "../expr/walk";
import { compare } from "./comparison";
import type { Ground } from "./sample";

export function holdsForSteps(claim: Claim, ground: Ground): boolean {
  if (![claim.left, claim.right].some((side) => some(side, isCalledTheta))) return false;
  const [left, right] = [claim.left, claim.right].map((side) =>
    transform(side, (node) =>
      node.kind === "call" && isCalledTheta(node) ? func("θ", node.args) : node,
    ),
  ) as [Expr, Expr];
  return compare({ ...claim, left, right }, ground).kind === "holds";
}

const isCalledTheta = (node: Expr): boolean =>
  node.kind === "call" &&
  node.args.length === 1 &&
  ["θ", "Θ"].some((name) => isNamed(node.head, name));
