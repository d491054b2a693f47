/** Are two sides equal? Exact arithmetic first, then doubles, then many digits. */

import { worlds } from "../evaluate/evaluate";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";
import { exactly } from "./exactly";
import { freeSymbols } from "./freeSymbols";
import { digitsWanted, numerically } from "./numerically";
import { type Outcome, undecided } from "./outcome";
import type { Ground } from "./sample";

/** Points at which doubles and digits must agree; a claim among numbers alone has one. */
const spread = 8;
/** Points in doubles that confirm an exact proof. */
const confirmation = 2;

export function equality(left: Expr, right: Expr, ground: Ground): Outcome {
  const list = worlds([left, right], ground.conventions, ground.facts);
  if (list.length === 0) return undecided("beyond", "no representation");
  const exact = exactly(left, right, ground, list);
  const points = isConstant(left, right) ? 1 : spread;
  if (exact.kind === "equal") {
    const seen = numerically(
      left,
      right,
      ground,
      list,
      exact.rational ? confirmation : points,
      false,
    );
    if (seen.kind === "holds") return { ...seen, error: exact.error, points: exact.points };
    if (!exact.rational || (seen.kind === "undecided" && seen.why === "budget")) return seen;
    return seen.kind === "undecided" && seen.why === "beyond"
      ? {
          kind: "holds",
          error: exact.error,
          points: exact.points,
          digits: Number.POSITIVE_INFINITY,
        }
      : seen;
  }
  const seen = numerically(left, right, ground, list, points, true);
  if (seen.kind !== "holds") return seen;
  const wanted = digitsWanted(isAnalysed(left) || isAnalysed(right));
  if (seen.digits < wanted)
    return undecided("budget", `${seen.digits} digits reached of ${wanted}`);
  if (exact.kind === "different" && exact.rational)
    return undecided("budget", "exact arithmetic and decimals disagree");
  return seen;
}

const isConstant = (...sides: readonly Expr[]): boolean =>
  freeSymbols(...sides).size === 0 && !sides.some((side) => some(side, hasSamples));

const hasSamples = (node: Expr): boolean =>
  ["call", "primed", "ket", "bra", "expectation"].includes(node.kind);

/** Values that come from quadrature, sums, limits or series of special functions. */
const isAnalysed = (side: Expr): boolean =>
  some(
    side,
    (node) =>
      ["integral", "series", "limit", "bar", "order"].includes(node.kind) ||
      (node.kind === "function" && !elementary.has(node.name)),
  );

const elementary = new Set(
  "sin cos tan cot sec csc sinh cosh tanh coth sech csch arcsin arccos arctan arsinh arcosh artanh exp log ln sqrt abs arg Re Im sign θ factorial binomial det min max".split(
    " ",
  ),
);
