/** F_{μν} of which nothing is said may be the field strength, which is antisymmetric. */
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { nodes } from "../expr/walk";
import { compare } from "./comparison";
import { partsOf } from "./facts";
import type { Ground } from "./sample";

export function holdsForFieldStrength(claim: Claim, ground: Ground): boolean {
  const all = [claim.left, claim.right, ...ground.facts.flatMap(partsOf)].flatMap((part) => [
    ...nodes(part),
  ]);
  const [field] = new Set(all.flatMap(fieldIn));
  if (!field) return false;
  return (
    compare(claim, {
      ...ground,
      facts: [...ground.facts, { kind: "property", property: "antisymmetric", of: [field] }],
    }).kind === "holds"
  );
}

const fieldIn = (node: Expr): readonly Expr[] =>
  node.kind === "tensor" &&
  node.head.kind === "symbol" &&
  node.head.name === "F" &&
  node.head.role === undefined &&
  node.indices.length === 2 &&
  node.indices.every(({ space }) => space === "lorentz")
    ? [node.head]
    : [];
