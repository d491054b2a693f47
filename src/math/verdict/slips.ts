/** Planted slips: a claim that holds, gone wrong in one place, with what should be said of it. */

import { inverse, negate, rational } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { edits } from "./edits";
import { sameByNotation } from "./sameByNotation";
import type { Diagnosis } from "./verdict";

export interface Slip {
  /** What was done, in a few words. */
  readonly sort: string;
  readonly claim: Claim;
  /** The diagnosis that would mend it. */
  readonly expected: Diagnosis;
}

/** Slips on the right side, at most `each` of one sort. */
export function* slips(claim: Claim, each = 2): Generator<Slip> {
  const counts = new Map<string, number>();
  for (const { diagnosis, result } of edits(claim.right)) {
    if (sameByNotation(result, claim.right)) continue;
    const sort = sortOf(diagnosis);
    const count = counts.get(sort) ?? 0;
    if (count >= each) continue;
    counts.set(sort, count + 1);
    yield { sort, claim: { ...claim, right: result }, expected: undone(diagnosis) };
  }
}

function sortOf(diagnosis: Diagnosis): string {
  switch (diagnosis.kind) {
    case "factor":
      return `a factor on a ${diagnosis.on}`;
    case "term":
      return diagnosis.what === "sign" ? "the sign of a term" : "a term left out";
    case "index":
      return diagnosis.what === "free" ? "an index renamed" : "indices exchanged or moved";
    case "order":
      return "factors exchanged";
    case "conjugate":
      return "a dagger, star or prime";
    case "exponent":
      return "an exponent";
    case "convention":
      return "a convention";
  }
}

/** An edit that mends becomes, planted, the slip that its inverse mends. */
function undone(diagnosis: Diagnosis): Diagnosis {
  switch (diagnosis.kind) {
    case "factor":
      return { ...diagnosis, factor: inverted(diagnosis.factor) };
    case "term":
      return diagnosis.what === "sign"
        ? { ...diagnosis, term: negate(diagnosis.term) }
        : { ...diagnosis, what: diagnosis.what === "extra" ? "missing" : "extra" };
    case "exponent":
      return { ...diagnosis, from: diagnosis.to, to: diagnosis.from };
    default:
      return diagnosis;
  }
}

const inverted = (factor: Expr): Expr => {
  if (factor.kind === "num") return rational(factor.denominator, factor.numerator);
  return factor.kind === "power" &&
    factor.exponent.kind === "num" &&
    factor.exponent.numerator === -1n
    ? factor.base
    : inverse(factor);
};
