/** 2πi e beside e^z: where the claim holds for Euler's number, e is no charge. */
import { constant } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isNamed } from "../expr/questions";
import { children, nodes, replace } from "../expr/walk";
import { compare } from "./comparison";
import type { Ground } from "./sample";

export function holdsForEulersNumber(claim: Claim, ground: Ground): boolean {
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const letters = all.filter((node) => isNamed(node, "e"));
  const bare = all.some(
    (node) => node.kind !== "power" && children(node).some((part) => isNamed(part, "e")),
  );
  if (!bare || !all.includes(euler)) return false;
  const by = new Map<Expr, Expr>(letters.map((letter) => [letter, euler]));
  const [left, right] = [replace(claim.left, by), replace(claim.right, by)];
  return compare({ ...claim, left, right }, ground).kind === "holds";
}

const euler = constant("e");
