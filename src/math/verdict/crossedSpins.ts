/** 𝐉×𝐉 = iħ𝐉: a vector crossed with itself, and not zero, is an angular momentum. */
import { zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { unhatted } from "../expr/questions";
import { nodes, replace } from "../expr/walk";
import { mapClaim } from "./facts";

export function withCrossedSpins(claim: Claim): Claim {
  if (claim.left === zero || claim.right === zero) return claim;
  const found = [claim.left, claim.right].flatMap((side) =>
    [...nodes(side)].flatMap((node) =>
      node.kind === "cross" && node.left === node.right && isSpin(node.left) ? [node.left] : [],
    ),
  );
  if (found.length === 0) return claim;
  const put = new Map<Expr, Expr>(
    found.map((spin) => [spin, intern({ ...spin, role: "angular-momentum" })]),
  );
  return mapClaim(claim, (part) => replace(part, put));
}

const isSpin = (node: Expr): node is Sym =>
  node.kind === "symbol" &&
  node.type === "three-vector" &&
  node.role === undefined &&
  /^[FIJLS]$/.test(unhatted(node.name));
