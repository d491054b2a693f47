/** ∑_λ ε^i ε^{j*} = δ^{ij} − k^i k^j/𝐤², and −g^{μν} + k^μ k^ν/m² of a massive vector. */
import {
  deltaSymbol,
  dot,
  metricSymbol,
  minus,
  negate,
  num,
  power,
  product,
  quotient,
  sum,
  symbol,
  tensor,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Index, Series, Sym } from "../expr/node";
import { isVector } from "../expr/questions";
import { nodes, replace, some, transform } from "../expr/walk";
import { partsOf } from "./facts";
import { basis, type Written } from "./written";

export function withPolarisationSums(claim: Claim): Claim | Written {
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  if (!all.some(isPolarisation)) return claim;
  const facts = claim.given.flatMap((premise) => premise.facts.flatMap(partsOf));
  const whole = [...all, ...facts.flatMap((part) => [...nodes(part)])];
  const used = (side: Expr): Expr =>
    transform(side, (node) => (node.kind === "series" && completed(node, claim, whole)) || node);
  const [left, right] = [used(claim.left), used(claim.right)];
  return left === claim.left && right === claim.right
    ? claim
    : { claim: { ...claim, left, right }, used: [completeness] };
}

const completeness = basis(
  "normalised polarisations orthogonal to the momentum",
  "k\\cdot\\epsilon=0",
);

const isPolarisation = (node: Expr): node is Sym =>
  node.kind === "symbol" && node.role === "polarisation";

/** ε^i(𝐤, λ) without its index, its star and its index apart. */
interface Component {
  readonly body: Expr;
  readonly index: Index;
  readonly isConjugate: boolean;
}

function componentOf(node: Expr): Component | undefined {
  if (node.kind === "involution" && node.sort === "conjugate") {
    const inner = componentOf(node.operand);
    return inner && { ...inner, isConjugate: !inner.isConjugate };
  }
  const own = node.kind === "call" ? node.head : node;
  if (own.kind !== "tensor" || own.indices.length !== 1) return undefined;
  const [index] = own.indices;
  if (!index || ![...nodes(own.head)].some(isPolarisation)) return undefined;
  return { body: replace(node, new Map([[own, own.head]])), index, isConjugate: false };
}

function completed(node: Series, claim: Claim, all: readonly Expr[]): Expr | undefined {
  const pair = polarisationPair(node);
  const value = pair && sumOf(pair.first, pair.second, node, claim, all);
  return pair && value && product(value, ...pair.rest);
}

/** ε^μ and ε^{ν*} of a sum over nothing but polarisations, and what else it multiplies. */
export function polarisationPair(
  node: Series,
):
  | { readonly first: Component; readonly second: Component; readonly rest: readonly Expr[] }
  | undefined {
  const [over, ...more] = node.variables;
  if (node.sort !== "sum" || !over || more.length > 0 || node.body.kind !== "product")
    return undefined;
  const found = node.body.factors.map((factor) => ({ factor, component: componentOf(factor) }));
  const [first, second, ...others] = found.flatMap(({ component }) => component ?? []);
  if (!first || !second || others.length > 0 || first.body !== second.body) return undefined;
  if (first.isConjugate === second.isConjugate) return undefined;
  // ε^{(λ)} has its label in its name.
  const label = over.kind === "symbol" ? `(${over.name})` : "";
  const speaks = (part: Expr): boolean =>
    some(part, (inner) => inner === over || (isPolarisation(inner) && inner.name.includes(label)));
  const rest = found.flatMap(({ factor, component }) => (component ? [] : [factor]));
  return speaks(first.body) && !rest.some(speaks) ? { first, second, rest } : undefined;
}

function sumOf(
  first: Component,
  second: Component,
  { upper }: Series,
  { conventions }: Claim,
  all: readonly Expr[],
): Expr | undefined {
  const momentum = momentumIn(first.body, all);
  if (!momentum || first.index.space !== second.index.space) return undefined;
  const tensorial = product(tensor(momentum, first.index), tensor(momentum, second.index));
  if (first.index.space === "spatial")
    return upper === undefined || upper === num(2)
      ? minus(
          tensor(deltaSymbol, first.index, second.index),
          quotient(tensorial, dot(momentum, momentum)),
        )
      : undefined;
  const mass = all.find((node) => node.kind === "symbol" && /^[mM](?:_[A-Z])?$/u.test(node.name));
  if (!mass || first.index.space !== "lorentz" || upper === num(2)) return undefined;
  const metric = tensor(metricSymbol, first.index, second.index);
  return sum(
    conventions.metric === "mostly-minus" ? negate(metric) : metric,
    quotient(tensorial, power(mass, num(2))),
  );
}

/** 𝐤 of ε(𝐤, λ), else the only vector there is. */
function momentumIn(body: Expr, all: readonly Expr[]): Expr | undefined {
  const [argument] = body.kind === "call" ? body.args.filter(isVector) : [];
  if (argument) return argument;
  const vectors = new Set(
    all.filter((node) => isVector(node) && node.kind === "symbol" && !/^[εϵ]/u.test(node.name)),
  );
  return vectors.size === 1 ? [...vectors][0] : undefined;
}
