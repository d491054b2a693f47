/** ∇²ψ where the text gives u = ∂ψ/∂y and v = −∂ψ/∂x, with no third direction in sight, is the Laplacian of the plane. */
import { derivative, num, sum, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { nodes, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";
import { basis, type Written } from "./written";

export function withPlane(claim: Claim): Written {
  const sides = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  if (!sides.some(isLaplacian)) return { claim, used: [] };
  const given = claim.given
    .flatMap(({ facts }) => facts.flatMap(partsOf))
    .flatMap((part) => [...nodes(part)]);
  const along = new Set(given.flatMap((node) => directionOf(node) ?? []));
  const isFlat = along.has("x") && along.has("y") && ![...sides, ...given].some(isOfSpace);
  // A line that writes directions out may have lost one.
  if (!isFlat || sides.some((node) => directionOf(node) !== undefined)) return { claim, used: [] };
  const written = (part: Expr): Expr =>
    transform(part, (node) => {
      if (node.kind !== "derivative" || !isLaplacian(node) || !node.operand) return node;
      const { operand } = node;
      const twice = (name: string): Expr =>
        derivative({ kind: "variable", variable: symbol(name), style: "partial" }, operand, num(2));
      return node.order === num(1) ? sum(twice("x"), twice("y")) : node;
    });
  return { claim: mapClaim(claim, written), used: [basis("the plane", "(x, y)")] };
}

const isLaplacian = (node: Expr): boolean =>
  node.kind === "derivative" && node.by.kind === "laplacian";

/** The coordinate that is differentiated by. */
function directionOf(node: Expr): string | undefined {
  if (node.kind !== "derivative" || node.by.kind !== "variable") return undefined;
  const { variable } = node.by;
  return variable.kind === "symbol" && variable.type === "scalar" ? variable.name : undefined;
}

/** A third direction: z, an angle, a vector or an index of space or spacetime. */
const isOfSpace = (node: Expr): boolean => {
  if (node.kind === "symbol") return /vector/.test(node.type) || /^[zrθφϕρ]$/u.test(node.name);
  if (node.kind === "tensor") return true;
  return (
    node.kind === "derivative" &&
    /^(?:index|gradient|divergence|curl|dalembertian)$/.test(node.by.kind)
  );
};
