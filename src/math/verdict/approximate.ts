/** ≈ and ≃: what is left out becomes smaller than every term kept as the declared parameter shrinks; numbers agree to the digits written. */
import { minus, quotient } from "../expr/build";
import type { Expr } from "../expr/node";
import { withinDecimals } from "./decimals";
import { equality } from "./equality";
import { all, type Outcome, undecided } from "./outcome";
import type { Ground } from "./sample";
import { type Shrinking, slopes, staysSmall } from "./scaling";
import { regimes } from "./smallness";

const points = 3;
const digits = 30;

export function approximate(left: Expr, right: Expr, ground: Ground): Outcome {
  const equal = equality(left, right, ground);
  if (equal.kind !== "differs") return equal;
  const rounded = withinDecimals(left, right, ground, equal, true);
  if (rounded.kind !== "differs") return rounded;
  const ways = regimes([left, right], ground.facts);
  if (ways.length === 0)
    return undecided("differs", "an approximation without a parameter known to be small");
  const residual = minus(left, right);
  const kept = right.kind === "sum" ? right.terms : [right];
  const ratios = kept.map((term) => quotient(residual, term));
  const settled = all(
    ways.flatMap((shrinking) => ratios.map((ratio) => negligible(ratio, shrinking, ground))),
  );
  return settled.kind === "differs" ? equal : settled;
}

/** Does this tend to zero as the parameters shrink? In haste, the first place that says no is enough. */
export function negligible(
  expr: Expr,
  shrinking: readonly Shrinking[],
  ground: Ground,
  inHaste = false,
): Outcome {
  const stays = (slope: number): boolean => slope > -0.35;
  const found = slopes(expr, shrinking, ground, points, (slope) => inHaste && stays(slope));
  if (found.kind === "undecided") return found;
  if (!found.list.some(stays) && staysSmall(expr, shrinking, ground))
    return { kind: "holds", error: undefined, points, digits };
  if (found.list.every((slope) => slope >= -0.05))
    return { kind: "differs", values: {}, left: "their ratio", right: "not 1 in this limit" };
  return undecided("differs", "the ratio of the sides does not settle as the parameter shrinks");
}
