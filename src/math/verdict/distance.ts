/** r beside ∂_i and x_i is the distance they are the derivatives and the coordinates of. */
import { dot, func } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { indicesOn } from "../expr/questions";
import { nodes, replace, some } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { basis, type Written } from "./written";

export function withDistance(claim: Claim): Written {
  const sides = [claim.left, claim.right];
  const distance = [...freeSymbols(...sides)].find(isDistance);
  const place = sides.flatMap((side) => [...nodes(side)]).flatMap(placeOf)[0];
  if (!distance || !place || isSpokenOf(distance, claim)) return { claim, used: [] };
  const slopes = (side: Expr): boolean =>
    some(side, (node) => isSlope(node) && some(node, (part) => part === distance));
  if (!sides.some(slopes)) return { claim, used: [] };
  const by = new Map<Expr, Expr>([[distance, func("sqrt", [dot(place, place)])]]);
  return {
    claim: mapClaim(claim, (part) => replace(part, by)),
    used: [basis("the distance from the origin", `r=|\\mathbf{${place.name.normalize("NFKD")}}|`)],
  };
}

const isDistance = ({ name, type, role, dependsOn }: Sym): boolean =>
  name === "r" && type === "scalar" && role === undefined && dependsOn === undefined;

/** The 𝐱 of x_i. */
const placeOf = (node: Expr): readonly Sym[] =>
  node.kind === "tensor" &&
  node.head.kind === "symbol" &&
  node.head.type === "three-vector" &&
  /^[xr]$/.test(node.head.name.normalize("NFKD")) &&
  node.indices.length === 1
    ? [node.head]
    : [];

/** ∂_i of something, in space. */
const isSlope = (node: Expr): boolean =>
  node.kind === "derivative" && indicesOn(node).some(({ space }) => space === "spatial");

const isSpokenOf = (name: Sym, { given }: Claim): boolean =>
  given.some(({ facts }) =>
    facts.some((fact) => partsOf(fact).some((part) => some(part, (node) => node === name))),
  );
