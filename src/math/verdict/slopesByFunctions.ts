/** dg/d ln μ = μ dg/dμ, dα/dQ² = (1/2Q) dα/dQ: slopes by a function of a name. */
import { derivative, num, one, product, quotient, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { By, Dot, Expr } from "../expr/node";
import { nameSquared } from "../expr/questions";
import { nodes, replace, some, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withSlopesByNames(asWritten: Claim): Claim {
  const claim = withSquaresNamed(asWritten);
  const facts = claim.given.flatMap((premise) => premise.facts.flatMap(partsOf));
  const isAsked = [claim.left, claim.right, ...facts].some((part) =>
    some(part, (node) => plainly(node) !== undefined),
  );
  return isAsked
    ? mapClaim(claim, (part) => transform(part, (node) => plainly(node) ?? node))
    : claim;
}

/** q² of four-vectors, where something is differentiated by it and q shows in no other way, is a number of its own. */
function withSquaresNamed(claim: Claim): Claim {
  const parts = [
    claim.left,
    claim.right,
    ...claim.given.flatMap((premise) => premise.facts.flatMap(partsOf)),
  ];
  const squares = parts.flatMap((part) =>
    [...nodes(part)].flatMap((node) =>
      node.kind === "derivative" &&
      node.by.kind === "variable" &&
      isSquareOfVector(node.by.variable)
        ? [node.by.variable]
        : [],
    ),
  );
  return squares.reduce((so, square) => {
    const put = new Map<Expr, Expr>([[square, symbol(`${nameSquared(square)?.name}²`)]]);
    const named = mapClaim(so, (part) => replace(part, put));
    const shows = (part: Expr): boolean => some(part, (node) => node === square.left);
    return [named.left, named.right].some(shows) ? so : named;
  }, claim);
}

const isSquareOfVector = (node: Expr): node is Dot =>
  node.kind === "dot" && nameSquared(node) !== undefined;

function plainly(node: Expr): Expr | undefined {
  if (node.kind !== "derivative" || node.by.kind !== "variable" || !node.operand) return undefined;
  const { by, operand, order } = node;
  const inverse = inScale(by.variable) ?? inSquare(by.variable);
  const times = order.kind === "num" ? Number(order.numerator) : 0;
  if (!inverse || times < 1 || times > 4) return undefined;
  const along: By = { ...by, variable: inverse.name };
  let slope = operand;
  for (let n = 0; n < times; n++) slope = product(inverse.change, derivative(along, slope, one));
  return slope;
}

interface Inverse {
  readonly name: Expr;
  /** Of the name with the function. */
  readonly change: Expr;
}

/** ln μ and ln(μ/μ₀). */
function inScale(variable: Expr): Inverse | undefined {
  const [argument, ...more] =
    variable.kind === "function" && /^(?:ln|log)$/.test(variable.name) ? variable.args : [];
  if (!argument || more.length > 0) return undefined;
  const [scale, unit] =
    argument.kind === "quotient" ? [argument.over, argument.under] : [argument, one];
  const root =
    inSquare(scale) ?? (scale.kind === "symbol" ? { name: scale, change: one } : undefined);
  return root && ![...nodes(unit)].includes(root.name)
    ? { name: root.name, change: product(scale, root.change) }
    : undefined;
}

/** Q². */
function inSquare(variable: Expr): Inverse | undefined {
  const name = variable.kind === "power" ? nameSquared(variable) : undefined;
  return name?.type === "scalar"
    ? { name, change: quotient(one, product(num(2), name)) }
    : undefined;
}
