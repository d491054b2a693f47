/** ∂/∂y^μ = (∂x^ν/∂y^μ) ∂/∂x^ν, dx^ν = (∂x^ν/∂y^μ) dy^μ, dx^ν/dτ likewise: coordinates that are functions of others. */
import { deltaSymbol, derivative, one, product, sum, symbol, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { By, Derivative, Expr, Index, Sym, Tensor } from "../expr/node";
import { isDifferential } from "../expr/questions";
import { mapChildren, nodes } from "../expr/walk";
import { basis, type Written } from "./written";

/** The claim in terms of the coordinates that the others depend on; it can only be used to hold. */
export function withChainRule(claim: Claim): Written | undefined {
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const [first, ...others] = all
    .filter(isSlope)
    .filter((node) => headsOf(node)[0] !== headsOf(node)[1]);
  if (!first) return undefined;
  const [of, by] = headsOf(first);
  const isBoth = others.some((node) => headsOf(node)[0] === by);
  if (others.some((node) => !headsOf(node).every((head) => head === of || head === by)))
    return undefined;
  const writer = isBoth ? withInverses : inTermsOf(of, by);
  const [left, right] = [writer(claim.left), writer(claim.right)];
  if (left === claim.left && right === claim.right) return undefined;
  return { claim: { ...claim, left, right }, used: [chainRule] };
}

const chainRule = basis(
  "the chain rule",
  "dx^\\nu=\\frac{\\partial x^\\nu}{\\partial y^\\mu}dy^\\mu",
);

type Coordinate = Tensor & { readonly head: Sym };
type Slope = Derivative & {
  readonly operand: Coordinate;
  readonly by: Extract<By, { readonly kind: "variable" }> & { readonly variable: Coordinate };
};

/** x^μ with one index of spacetime that has no value. */
const isCoordinate = (node: Expr | undefined): node is Coordinate =>
  node?.kind === "tensor" &&
  node.head.kind === "symbol" &&
  node.indices.length === 1 &&
  node.indices[0]?.space === "lorentz" &&
  node.indices[0].value === undefined;

const isSlope = (node: Expr): node is Slope =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.style !== "functional" &&
  isCoordinate(node.operand) &&
  isCoordinate(node.by.variable);

const headsOf = (node: Slope): readonly [Sym, Sym] => [node.operand.head, node.by.variable.head];

/** ∂x^μ/∂y^α ∂y^α/∂x^ν = δ^μ_ν. */
function withInverses(node: Expr): Expr {
  if (node.kind !== "product") return mapChildren(node, withInverses);
  for (const [at, factor] of node.factors.entries())
    for (const [other, partner] of node.factors.entries()) {
      if (at === other || !isSlope(factor) || !isSlope(partner)) continue;
      const [of, by] = headsOf(factor);
      if (headsOf(partner)[0] !== by || headsOf(partner)[1] !== of || of === by) continue;
      const [above, shared] = [factor.operand.indices[0], factor.by.variable.indices[0]];
      const [same, below] = [partner.operand.indices[0], partner.by.variable.indices[0]];
      if (!above || !below || !shared || shared.name !== same?.name) continue;
      const unit = tensor(deltaSymbol, above, {
        ...below,
        place: below.place === "up" ? "down" : "up",
      });
      const rest = node.factors.filter((_, i) => i !== at && i !== other);
      return withInverses(product(...rest, unit));
    }
  return node;
}

function inTermsOf(of: Sym, by: Sym): (side: Expr) => Expr {
  let used = 0;
  const step = symbol(`d${by.name}`, "four-vector");
  const fresh = (place: "up" | "down"): Index => ({
    name: `κ°${used++}`,
    space: "lorentz",
    place,
  });
  const slope = (operand: Expr, index: Index): Expr =>
    derivative({ kind: "variable", variable: tensor(by, index), style: "partial" }, operand);
  /** Derivative by a parameter, of what moves with the coordinates. */
  const along = (node: Derivative, operand: Expr): Expr => {
    if (operand.kind === "sum") return sum(...operand.terms.map((term) => along(node, term)));
    if (operand.kind === "product")
      return sum(
        ...operand.factors.map((factor, at) =>
          product(
            ...operand.factors.slice(0, at),
            along(node, factor),
            ...operand.factors.slice(at + 1),
          ),
        ),
      );
    const isOfPlace =
      (isCoordinate(operand) && operand.head === of) ||
      (operand.kind === "derivative" &&
        operand.by.kind === "variable" &&
        isCoordinate(operand.by.variable) &&
        operand.by.variable.head === by);
    if (!isOfPlace) return derivative(node.by, operand);
    const index = fresh("up");
    return product(slope(operand, index), derivative(node.by, tensor(by, index)));
  };
  const write = (node: Expr): Expr => {
    if (isDifferential(node) && node.kind === "function") {
      const [argument] = node.args;
      if (isCoordinate(argument) && argument.head === by) return tensor(step, ...argument.indices);
      if (isCoordinate(argument) && argument.head === of) {
        const index = fresh("up");
        return product(slope(argument, index), tensor(step, index));
      }
    }
    if (node.kind === "derivative" && node.by.kind === "variable") {
      const { variable } = node.by;
      if (!node.operand && isCoordinate(variable) && variable.head === by) {
        const index = fresh("up");
        const operator: By = { kind: "variable", variable: tensor(of, index), style: "partial" };
        return product(derivative(node.by, tensor(of, index)), derivative(operator));
      }
      if (node.operand && isParameter(variable)) return times(node);
    }
    return mapChildren(node, write);
  };
  const times = (node: Derivative): Expr => {
    const count = node.order.kind === "num" ? Number(node.order.numerator) : 0;
    if (count < 1 || count > 2 || !node.operand) return node;
    const single = intern({ ...node, order: one });
    let result = write(node.operand);
    for (let k = 0; k < count; k++) result = along(single, result);
    return result;
  };
  return write;
}

/** τ, λ, s: what counts along a path and is no coordinate. */
const isParameter = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "scalar" && /^[τλσs]$/u.test(node.name);
