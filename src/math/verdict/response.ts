/** lim_{ε→0} (F(ε) − F(0))/ε: what F answers to first order, product rule by product rule. */
import { minusOne, one, power, product, quotient, rational, sum, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Limit } from "../expr/node";
import { isZero } from "../expr/questions";
import { children, some, transform } from "../expr/walk";
import { formalSides } from "../formal/equal";
import { isOrdered } from "./commuting";

/** The claim with such limits as what they are. */
export function withResponses(claim: Claim): Claim {
  if (![claim.left, claim.right].some((side) => some(side, isAtZero))) return claim;
  const without = (side: Expr): Expr =>
    transform(side, (node) => (isAtZero(node) ? (response(node) ?? node) : node));
  return { ...claim, left: without(claim.left), right: without(claim.right) };
}

const isAtZero = (node: Expr): node is Limit =>
  node.kind === "limit" && isZero(node.to) && node.variable.kind === "symbol";

/** Undefined where the body is no quotient by the variable, or where what stands above does not vanish with it. */
function response({ variable, body }: Limit): Expr | undefined {
  const factors = body.kind === "product" ? body.factors : [body];
  const at = factors.findIndex((factor) => divisor(factor, variable) !== undefined);
  const place = factors[at];
  const under = place && divisor(place, variable);
  if (place?.kind !== "quotient" || !under) return undefined;
  const above = product(...factors.slice(0, at), place.over, ...factors.slice(at + 1));
  const found = linearised(above, variable);
  if (!found || some(under, (part) => part === variable)) return undefined;
  const [start, first] = found;
  return start === zero || formalSides(start, zero)?.equal ? quotient(first, under) : undefined;
}

/** What is left of the denominator without the variable. */
function divisor(factor: Expr, variable: Expr): Expr | undefined {
  if (factor.kind !== "quotient") return undefined;
  if (factor.under === variable) return one;
  const { under } = factor;
  return under.kind === "product" && under.factors.includes(variable)
    ? product(...under.factors.filter((part) => part !== variable))
    : undefined;
}

type Linear = readonly [start: Expr, first: Expr];

/** Value and slope at zero; undefined where they are not plain. */
function linearised(node: Expr, variable: Expr): Linear | undefined {
  const of = (part: Expr): Linear | undefined => linearised(part, variable);
  if (node === variable) return [zero, one];
  if (isLittleO(node, variable)) return [zero, zero];
  if (!some(node, (part) => part === variable)) return [node, zero];
  switch (node.kind) {
    case "sum": {
      const terms = all(node.terms.map(of));
      return terms && [plus(...terms.map(([a]) => a)), plus(...terms.map(([, b]) => b))];
    }
    case "product": {
      const factors = all(node.factors.map(of));
      return factors?.reduce(([a, b], [c, d]) => [times(a, c), plus(times(b, c), times(a, d))]);
    }
    case "dot":
    case "cross": {
      const [left, right] = [of(node.left), of(node.right)];
      const paired = (a: Expr, b: Expr): Expr =>
        a === zero || b === zero ? zero : intern({ ...node, left: a, right: b });
      return (
        left &&
        right && [
          paired(left[0], right[0]),
          plus(paired(left[1], right[0]), paired(left[0], right[1])),
        ]
      );
    }
    case "quotient": {
      const over = some(node.under, (part) => part === variable) ? undefined : of(node.over);
      return over && [divided(over[0], node.under), divided(over[1], node.under)];
    }
    case "power":
      return raised(node.base, node.exponent, of);
    case "derivative":
      return node.operand && byPart(node, node.operand, of);
    case "integral":
      return byPart(node, node.integrand, of);
    case "involution":
    case "trace":
      return byPart(node, node.operand, of);
    default:
      return undefined;
  }
}

const times = (...factors: readonly Expr[]): Expr =>
  factors.includes(zero) ? zero : product(...factors);

const plus = (...terms: readonly Expr[]): Expr => sum(...terms.filter((term) => term !== zero));

const divided = (over: Expr, under: Expr): Expr => (over === zero ? zero : quotient(over, under));

const all = <A>(list: readonly (A | undefined)[]): readonly A[] | undefined =>
  list.every((one) => one !== undefined) ? (list as readonly A[]) : undefined;

/** o(ε), O(ε²). */
const isLittleO = (node: Expr, variable: Expr): boolean =>
  (node.kind === "call" &&
    node.head.kind === "symbol" &&
    node.head.name === "o" &&
    node.args.length === 1 &&
    node.args[0] === variable) ||
  (node.kind === "order" &&
    node.argument?.kind === "power" &&
    node.argument.base === variable &&
    node.argument.exponent.kind === "num" &&
    node.argument.exponent.numerator > node.argument.exponent.denominator);

/** Derivatives and integrals by anything else are linear. */
function byPart(
  node: Expr,
  part: Expr,
  of: (part: Expr) => Linear | undefined,
): Linear | undefined {
  const found = of(part);
  if (
    !found ||
    children(node)
      .filter((child) => child !== part)
      .some((child) => !isFree(child, of))
  )
    return undefined;
  const [start, first] = found.map((inner) =>
    inner === zero ? zero : withPart(node, part, inner),
  ) as [Expr, Expr];
  return [start, first];
}

const isFree = (node: Expr, of: (part: Expr) => Linear | undefined): boolean =>
  of(node)?.[0] === node;

function withPart(node: Expr, part: Expr, by: Expr): Expr {
  switch (node.kind) {
    case "derivative":
      return intern({ ...node, operand: by });
    case "integral":
      return intern({ ...node, integrand: by });
    case "involution":
    case "trace":
      return intern({ ...node, operand: by });
    default:
      return node === part ? by : node;
  }
}

/** (a + εb)^n = aⁿ + n a^{n−1} ε b, in order where order counts; e^{εX} = 1 + εX. */
function raised(
  base: Expr,
  exponent: Expr,
  of: (part: Expr) => Linear | undefined,
): Linear | undefined {
  const up = of(exponent);
  if (base.kind === "constant" && base.name === "e") {
    if (!up) return undefined;
    if (up[0] === zero) return [one, up[1]];
    const start = power(base, up[0]);
    return isOrdered(exponent) ? undefined : [start, times(start, up[1])];
  }
  const below = of(base);
  if (!below || !up || up[0] !== exponent) return undefined;
  const [start, first] = below;
  const count = exponent.kind === "num" ? Number(exponent.numerator) : Number.NaN;
  if (isOrdered(base)) {
    if (exponent.kind !== "num" || exponent.denominator !== 1n || !(count > 0 && count < 5))
      return undefined;
    const copies = Array.from({ length: count }, (_, at) =>
      times(...Array.from({ length: count }, (_, k) => (k === at ? first : start))),
    );
    return [start === zero ? zero : power(start, exponent), plus(...copies)];
  }
  if (start === zero) return count === 2 ? [zero, zero] : undefined;
  return [power(start, exponent), times(exponent, power(start, lowered(exponent)), first)];
}

const lowered = (exponent: Expr): Expr =>
  exponent.kind === "num"
    ? rational(exponent.numerator - exponent.denominator, exponent.denominator)
    : sum(exponent, minusOne);
