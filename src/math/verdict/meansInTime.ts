/** d⟨p⟩/dt = −⟨V′(x)⟩ from d⟨A⟩/dt = (i/ħ)⟨[H,A]⟩ of the text: the law put to use, and what is averaged compared. */
import { product, quotient, sum, symbol, zero } from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import { anyOperatorOf, isRateOfMean, rateOfMean } from "../expr/means";
import type { Expr } from "../expr/node";
import { replace, some, transform } from "../expr/walk";
import { equated, mapClaim, withoutFacts } from "./facts";
import type { Written } from "./written";

export function withMeansInTime(claim: Claim): Claim | Written {
  if (![claim.left, claim.right].some((side) => some(side, isRateOfMean))) return claim;
  const law = lawIn(claim.given);
  if (!law) return claim;
  const instance = (side: Expr): Expr =>
    transform(side, (node) => {
      const mean = rateOfMean(node);
      return mean ? replace(law.rate, new Map([[law.of, mean]])) : node;
    });
  const [left, right] = [claim.left, claim.right].map((side) => averaged(instance(side)));
  if (!left || !right) return claim;
  const rest = withoutFacts(
    { ...claim, left, right },
    (fact) => equated(fact)?.some((side) => some(side, isRateOfMean)) ?? false,
  );
  return { claim: mapClaim(rest, quantised), used: [law.premise] };
}

interface Law {
  readonly premise: Premise;
  /** The letter that stands for any operator. */
  readonly of: Expr;
  /** What its mean changes by. */
  readonly rate: Expr;
}

function lawIn(given: readonly Premise[]): Law | undefined {
  for (const premise of given)
    for (const fact of premise.facts) {
      const [left, right] = equated(fact) ?? [];
      const of = left && right && anyOperatorOf(left, right);
      if (of) return { premise, of, rate: right };
    }
  return undefined;
}

/** What stands in the means of a linear combination of them. */
function averaged(side: Expr): Expr | undefined {
  switch (side.kind) {
    case "num":
      return side === zero ? side : undefined;
    case "expectation":
      return side.operand;
    case "quotient": {
      const over = averaged(side.over);
      return over && !some(side.under, isMean) ? quotient(over, side.under) : undefined;
    }
    case "product": {
      const means = side.factors.filter((factor) => some(factor, isMean));
      const [mean] = means;
      const inside = mean && means.length === 1 ? averaged(mean) : undefined;
      return (
        inside && product(...side.factors.map((factor) => (factor === mean ? inside : factor)))
      );
    }
    case "sum": {
      const terms = side.terms.map(averaged);
      return terms.every((term) => term !== undefined) ? sum(...terms) : undefined;
    }
    default:
      return undefined;
  }
}

const isMean = ({ kind }: Expr): boolean => kind === "expectation";

/** x and p as operators. */
const quantised = (part: Expr): Expr =>
  transform(part, (node) => {
    if (node.kind !== "symbol" || node.type !== "scalar" || node.role !== undefined) return node;
    if (node.name === "x") return symbol("x", "operator", { role: "position-operator" });
    if (node.name === "p") return symbol("p", "operator", { role: "momentum-operator" });
    return node.name === "H" ? symbol("H", "operator") : node;
  });
