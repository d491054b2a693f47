/** x beside p̂ is the operator p̂ does not commute with. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { mapClaim } from "./facts";
import { isElsewhere } from "./orbital";
import { standing } from "./standing";

export function withPosition(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  const all = sides.flatMap((side) => [...nodes(side)]);
  if (all.some((node) => isElsewhere(node) || isWave(node) || node.kind === "tensor")) return claim;
  const names = sides.flatMap((side) => [...standing(side)]);
  const place = names.find(isPlace);
  if (!place || !names.some(isMomentum)) return claim;
  const by = new Map<Expr, Expr>([[place, symbol("x", "operator", { role: "position-operator" })]]);
  return mapClaim(claim, (part) => replace(part, by));
}

const isMomentum = ({ type, role }: Sym): boolean =>
  type === "operator" && role === "momentum-operator";

const isPlace = ({ name, type, role, dependsOn }: Sym): boolean =>
  name === "x" && type === "scalar" && role === undefined && dependsOn === undefined;

/** ψ(x) is a number at each x. */
const isWave = (node: Expr): boolean =>
  node.kind === "call" && node.head.kind === "symbol" && /^[φϕψχπΦΨΠ]/u.test(node.head.name);
