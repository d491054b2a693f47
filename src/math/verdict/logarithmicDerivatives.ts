/** dg/d ln μ = μ dg/dμ. */
import { derivative, one, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { By, Expr } from "../expr/node";
import { nodes, some, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withLogarithmicDerivatives(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts.flatMap(partsOf));
  const isAsked = [claim.left, claim.right, ...facts].some((part) =>
    some(part, (node) => plainly(node) !== undefined),
  );
  return isAsked
    ? mapClaim(claim, (part) => transform(part, (node) => plainly(node) ?? node))
    : claim;
}

function plainly(node: Expr): Expr | undefined {
  if (node.kind !== "derivative" || node.by.kind !== "variable" || !node.operand) return undefined;
  const { by, operand, order } = node;
  const scale = scaleIn(by.variable);
  const times = order.kind === "num" ? Number(order.numerator) : 0;
  if (!scale || times < 1 || times > 4) return undefined;
  const along: By = { ...by, variable: scale };
  let slope = operand;
  for (let n = 0; n < times; n++) slope = product(scale, derivative(along, slope, one));
  return slope;
}

/** μ of ln μ and of ln(μ/μ₀). */
function scaleIn(variable: Expr): Expr | undefined {
  const [argument, ...more] =
    variable.kind === "function" && /^(?:ln|log)$/.test(variable.name) ? variable.args : [];
  if (!argument || more.length > 0) return undefined;
  const scale = argument.kind === "quotient" ? argument.over : argument;
  const others = argument.kind === "quotient" ? [...nodes(argument.under)] : [];
  return scale.kind === "symbol" && !others.includes(scale) ? scale : undefined;
}
