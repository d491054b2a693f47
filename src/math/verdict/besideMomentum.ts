/** x beside p̂ is the operator p̂ does not commute with, and p beside x̂ in a commutator; what the text says they make is made of both. */
import { negate, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { mapClaim } from "./facts";
import { operatorMeanings } from "./operatorMeanings";
import { isElsewhere } from "./orbital";
import { standing } from "./standing";

export const withPosition = (claim: Claim): Claim =>
  inMomentumSpace(besideMomentum(besidePosition(claim)));

/** [x, f(p)] = iħf′(p): x and p exchange their parts, p for x and −x for p, which leaves their algebra as it is. */
function inMomentumSpace(claim: Claim): Claim {
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const symbols = all.filter((node): node is Sym => node.kind === "symbol");
  const p = symbols.find(isMomentum);
  const x = symbols.find(({ role }) => role === "position-operator");
  const takenAt = (name: Expr | undefined): boolean =>
    all.some((node) => node.kind === "call" && node.args.some((arg) => arg === name));
  if (!p || !x || !takenAt(p) || takenAt(x)) return claim;
  const exchanged = new Map<Expr, Expr>([
    [p, x],
    [x, negate(p)],
  ]);
  return mapClaim(claim, (part) => replace(part, exchanged));
}

/** [H, x] = −iħp/m, [H, p] = iħV′(x) with H = p²/2m + V(x): one of the two is commuted with. */
function besidePosition(claim: Claim): Claim {
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const commuted = all.filter((node) => node.kind === "bracket" && node.sort === "commutator");
  const names = commuted.flatMap((node) => [...standing(node)]);
  if (all.some(isElsewhere) || !names.some((name) => isCanonical(name))) return claim;
  const p = symbol("p", "operator", { role: "momentum-operator" });
  return mapClaim(claim, (part) =>
    replace(
      part,
      new Map(
        [...nodes(part)].flatMap((node) => (isPlainMomentum(node) ? [[node, p] as const] : [])),
      ),
    ),
  );
}

const isCanonical = ({ role }: Sym): boolean =>
  role === "position-operator" || role === "momentum-operator";

const isPlainMomentum = (node: Expr): boolean =>
  node.kind === "symbol" && node.name === "p" && node.type === "scalar" && node.role === undefined;

function besideMomentum(claim: Claim): Claim {
  const meanings = operatorMeanings(claim);
  const sides = [claim.left, claim.right].map((side) => replace(side, meanings));
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
