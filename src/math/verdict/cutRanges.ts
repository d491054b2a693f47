/** ∫_{−∞}^∞ θ(t) f(t) dt = ∫_0^∞ f(t) dt: a step cuts the range off. */
import { constant, negate, product, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure } from "../expr/node";
import { some, transform } from "../expr/walk";

export function withCutRanges(claim: Claim): Claim {
  const cut = (side: Expr): Expr =>
    transform(side, (node) => (node.kind === "integral" ? cutOff(node) : node));
  const [left, right] = [cut(claim.left), cut(claim.right)];
  return left === claim.left && right === claim.right ? claim : { ...claim, left, right };
}

const infinity = constant("∞");

function cutOff(node: Integral): Expr {
  const [measure, more] = node.measures;
  const factors = node.integrand.kind === "product" ? node.integrand.factors : [node.integrand];
  if (!measure || more || measure.lower !== negate(infinity) || measure.upper !== infinity)
    return node;
  const step = factors.find((factor) => rangeOf(factor, measure) !== undefined);
  const range = step && rangeOf(step, measure);
  if (!range) return node;
  const rest = factors.filter((factor) => factor !== step);
  return intern({
    kind: "integral",
    measures: [{ ...measure, ...range }],
    integrand: product(...rest),
  });
}

/** Where θ(t), θ(−t), θ(t − a) and θ(a − t) are 1. */
function rangeOf(node: Expr, { variable }: Measure): Pick<Measure, "lower" | "upper"> | undefined {
  if (node.kind !== "function" || node.name !== "θ" || node.parameters.length > 0) return undefined;
  const [argument, more] = node.args;
  if (!argument || more) return undefined;
  const terms = argument.kind === "sum" ? argument.terms : [argument];
  const own = terms.find((term) => term === variable || term === negate(variable));
  const [other = zero, further] = terms.filter((term) => term !== own);
  if (!own || further || some(other, (part) => part === variable)) return undefined;
  return own === variable
    ? { lower: other === zero ? zero : negate(other), upper: infinity }
    : { lower: negate(infinity), upper: other };
}
