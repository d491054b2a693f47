/** ∫dᵈk k^μk^ν f(k²) = g^{μν}/d ∫dᵈk k² f(k²) (Peskin and Schroeder, appendix A.4). */
import { dot, metricSymbol, num, product, quotient, sum, symbol, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Index, Integral, Measure, Sym, Tensor } from "../expr/node";
import { children, some, transform } from "../expr/walk";

/** The claim with such integrals as scalar ones, where the other side says what they are; between two integrals it is a premise. */
export function withScalarIntegrals(claim: Claim): Claim {
  const { left, right } = claim;
  const [one, other] = [left, right].map((side) => some(side, isTensorial));
  if (one === other || [left, right].every((side) => some(side, isIntegral))) return claim;
  const scalar = (side: Expr): Expr =>
    transform(side, (node) => (node.kind === "integral" ? (reduced(node) ?? node) : node));
  const sides = one ? [scalar(left), right] : [left, scalar(right)];
  const [here, there] = sides.map(factorsOf) as [readonly Expr[], readonly Expr[]];
  const common = here.filter((factor) => isOfMetrics(factor) && there.includes(factor));
  const without = (factors: readonly Expr[]): Expr =>
    product(...factors.filter((factor) => !common.includes(factor)));
  return { ...claim, left: without(here), right: without(there) };
}

/** g^{μν}, g^{μν}g^{ρσ} + …: what both sides have before the integral. */
const isOfMetrics = (node: Expr): boolean =>
  node.kind === "tensor"
    ? node.head.kind === "symbol" && node.head.role === "metric"
    : (node.kind === "sum" || node.kind === "product") && children(node).every(isOfMetrics);

const isIntegral = ({ kind }: Expr): boolean => kind === "integral";

const isTensorial = (node: Expr): boolean =>
  node.kind === "integral" && reduced(node) !== undefined;

function reduced({ measures, integrand }: Integral): Expr | undefined {
  const [measure, ...more] = measures;
  const momentum = measure && momentumOf(measure);
  if (!measure?.power || !momentum || more.length > 0) return undefined;
  const factors = factorsOf(integrand);
  const open = factors.filter((factor): factor is Tensor => isOpen(factor, momentum));
  const rest = factors.filter((factor) => !open.includes(factor as Tensor));
  if ((open.length !== 2 && open.length !== 4) || !rest.every((one) => isEven(one, momentum)))
    return undefined;
  const [a, b, ...others] = open.flatMap(({ indices }) => indices);
  const [c, e] = others;
  if (!a || !b) return undefined;
  const square = dot(momentum, momentum);
  const d = measure.power;
  const outside = rest.filter((factor) => !some(factor, (node) => node === momentum));
  const inside = rest.filter((factor) => !outside.includes(factor));
  const [tensors, scalar] =
    c && e
      ? [pairings(a, b, c, e), quotient(product(square, square), product(d, sum(d, num(2))))]
      : [metric(a, b), quotient(square, d)];
  const integral = intern({ kind: "integral", measures, integrand: product(scalar, ...inside) });
  return product(...outside, tensors, integral);
}

/** A four-momentum over all of its space; those of Euclid have δ where others have g. */
function momentumOf({ variable, sort, lower, upper, region }: Measure): Sym | undefined {
  const whole = sort === "plain" && !lower && !upper && !region;
  return whole &&
    variable.kind === "symbol" &&
    variable.type === "four-vector" &&
    !variable.name.endsWith("_E")
    ? variable
    : undefined;
}

/** The factors above and below a line. */
function factorsOf(node: Expr): readonly Expr[] {
  if (node.kind === "product") return node.factors.flatMap(factorsOf);
  if (node.kind !== "quotient") return [node];
  return [...factorsOf(node.over), quotient(num(1), node.under)];
}

const isOpen = (node: Expr, momentum: Sym): boolean =>
  node.kind === "tensor" && node.head === momentum && node.indices.length === 1;

/** The momentum stands in k² alone. */
const isEven = (node: Expr, momentum: Sym): boolean =>
  node === dot(momentum, momentum) ||
  (node !== momentum && children(node).every((part) => isEven(part, momentum)));

const metric = (one: Index, other: Index): Expr => tensor(metricSymbol, one, other);

/** g^{μν}g^{ρσ} + g^{μρ}g^{νσ} + g^{μσ}g^{νρ}. */
const pairings = (a: Index, b: Index, c: Index, e: Index): Expr =>
  sum(
    product(metric(a, b), metric(c, e)),
    product(metric(a, c), metric(b, e)),
    product(metric(a, e), metric(b, c)),
  );
