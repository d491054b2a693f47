/** e^A B e^{−A} = B + [A, B] + ⋯: the terms of either side sorted by how often the operators of the exponents occur in them. */
import {
  anticommutator,
  commutator,
  dagger,
  minusOne,
  num,
  one,
  product,
  quotient,
  sum,
  symbol,
  zero,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isOne, isZero } from "../expr/questions";
import { nodes, some } from "../expr/walk";
import { isEquality } from "./comparison";

/** The claim up to the order in which one of its sides breaks off, each order multiplied by a power of a number of its own. */
export function withGradedSeries(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  if (!isEquality(claim.relation) || !sides.some((side) => some(side, isRest))) return claim;
  const counted = new Set(sides.flatMap((side) => [...nodes(side)].flatMap(inExponent)));
  if (counted.size === 0) return claim;
  const [left, right] = sides.map((side) => graded(side, counted));
  if (!left || !right) return claim;
  const upTo = Math.min(left.upTo, right.upTo);
  if (upTo < 1 || upTo > most) return claim;
  return { ...claim, left: written(left, upTo), right: written(right, upTo) };
}

/** The highest order that is compared. */
const most = 6;

/** An ellipsis, or O(A³). */
const isRest = (node: Expr): boolean => node.kind === "order";

/** The operators in the exponents of e. */
function inExponent(node: Expr): readonly Sym[] {
  const exponent = exponentOf(node);
  return exponent
    ? [...nodes(exponent)].filter(
        (part): part is Sym => part.kind === "symbol" && /^(operator|matrix)$/.test(part.type),
      )
    : [];
}

const exponentOf = (node: Expr): Expr | undefined => {
  if (node.kind === "power" && node.base.kind === "constant" && node.base.name === "e")
    return node.exponent;
  return node.kind === "function" && node.name === "exp" ? node.args[0] : undefined;
};

/** What is known of each order, up to the one where the text breaks off. */
interface Graded {
  readonly parts: readonly Expr[];
  readonly upTo: number;
}

function graded(node: Expr, counted: ReadonlySet<Expr>): Graded | undefined {
  const inner = (part: Expr): Graded | undefined => graded(part, counted);
  if (!some(node, (part) => counted.has(part) || isRest(part))) return exact([node]);
  const exponent = exponentOf(node);
  if (exponent) {
    const inside = inner(exponent);
    return inside && exponential(inside);
  }
  switch (node.kind) {
    case "symbol":
      return exact([zero, node]);
    case "sum":
      return total(node.terms, inner);
    case "product": {
      const factors = node.factors.map(inner);
      return allKnown(factors) ? factors.reduce((a, b) => times(a, b), exact([one])) : undefined;
    }
    case "quotient": {
      const over = inner(node.over);
      return over && !some(node.under, (part) => counted.has(part))
        ? mapped(over, (part) => quotient(part, node.under))
        : undefined;
    }
    case "power": {
      const base = inner(node.base);
      const count = wholeNumber(node.exponent);
      return base && count > 0 && count <= most
        ? Array.from({ length: count }, () => base).reduce((a, b) => times(a, b))
        : undefined;
    }
    case "bracket": {
      const [a, b] = [inner(node.left), inner(node.right)];
      if (!a || !b || node.sort === "poisson") return undefined;
      return times(a, b, node.sort === "commutator" ? commutator : anticommutator);
    }
    case "involution": {
      const operand = inner(node.operand);
      return operand && node.sort === "dagger" ? mapped(operand, dagger) : undefined;
    }
    case "function": {
      const [argument, more] = node.args.map(inner);
      return argument && !more && /^(ln|log)$/.test(node.name) ? logarithm(argument) : undefined;
    }
    default:
      return undefined;
  }
}

const wholeNumber = (node: Expr): number =>
  node.kind === "num" && node.denominator === 1n ? Number(node.numerator) : 0;

const exact = (parts: readonly Expr[]): Graded => ({ parts, upTo: Number.POSITIVE_INFINITY });

const allKnown = (list: readonly (Graded | undefined)[]): list is Graded[] =>
  list.length > 0 && list.every((one) => one !== undefined);

const degreeOf = ({ parts }: Graded): number => parts.findLastIndex((part) => !isZero(part));

/** What follows the last term that is written is left out. */
function total(
  terms: readonly Expr[],
  inner: (term: Expr) => Graded | undefined,
): Graded | undefined {
  const last = terms.at(-1);
  const rest = last && isRest(withoutSign(last)) ? last : undefined;
  const known = terms.filter((term) => term !== rest).map(inner);
  if (!allKnown(known)) return undefined;
  const whole = known.reduce((a, b) => plus(a, b), exact([zero]));
  if (!rest) return whole;
  const order = withoutSign(rest);
  if (!known.every(isOfOneOrder)) return undefined;
  const size = order.kind === "order" ? order.argument : undefined;
  const argument = size && inner(size);
  if (size && !argument) return undefined;
  const reached = argument ? degreeOf(argument) - 1 : Math.max(...known.map(degreeOf));
  return { ...whole, upTo: Math.min(whole.upTo, reached) };
}

/** Not an exponential, which goes on for ever. */
const isOfOneOrder = ({ parts }: Graded): boolean =>
  parts.filter((part) => !isZero(part)).length === 1;

/** −⋯ leaves out what +⋯ does. */
const withoutSign = (term: Expr): Expr =>
  term.kind === "product" && term.factors.length === 2 && term.factors[0] === minusOne
    ? (term.factors[1] ?? term)
    : term;

const mapped = ({ parts, upTo }: Graded, change: (part: Expr) => Expr): Graded => ({
  parts: parts.map((part) => (isZero(part) ? part : change(part))),
  upTo,
});

function times(a: Graded, b: Graded, put: (left: Expr, right: Expr) => Expr = multiplied): Graded {
  const size = Math.min(a.parts.length + b.parts.length - 1, most + 1);
  const parts = Array.from({ length: size }, (_, order) =>
    added(
      ...a.parts.flatMap((left, i) => {
        const right = b.parts[order - i];
        return right === undefined || isZero(left) || isZero(right) ? [] : [put(left, right)];
      }),
    ),
  );
  return { parts, upTo: Math.min(a.upTo, b.upTo) };
}

/** ∑ Xⁿ/n! of an X without a part of order zero. */
function exponential(inside: Graded): Graded | undefined {
  if (!isZero(inside.parts[0] ?? zero)) return undefined;
  let result = exact([one]);
  let power = exact([one]);
  for (let n = 1; n <= most; n++) {
    power = mapped(times(power, inside), (part) => quotient(part, num(n)));
    result = plus(result, power);
  }
  return { parts: result.parts, upTo: inside.upTo };
}

/** ∑ (−1)ⁿ⁺¹Yⁿ/n of 1 + Y. */
function logarithm(inside: Graded): Graded | undefined {
  const [first, ...others] = inside.parts;
  if (first !== one) return undefined;
  const rest: Graded = { parts: [zero, ...others], upTo: inside.upTo };
  let result = exact([zero]);
  let power = exact([one]);
  for (let n = 1; n <= most; n++) {
    power = times(power, rest);
    const sign = n % 2 === 1 ? one : minusOne;
    result = plus(
      result,
      mapped(power, (part) => quotient(product(sign, part), num(n))),
    );
  }
  return { parts: result.parts, upTo: inside.upTo };
}

const plus = (a: Graded, b: Graded): Graded => ({
  parts: Array.from({ length: Math.max(a.parts.length, b.parts.length) }, (_, i) =>
    added(a.parts[i] ?? zero, b.parts[i] ?? zero),
  ),
  upTo: Math.min(a.upTo, b.upTo),
});

/** Without what vanishes. */
function added(...terms: readonly Expr[]): Expr {
  const kept = terms.filter((term) => !isZero(term));
  return kept.length > 1 ? sum(...kept) : (kept[0] ?? zero);
}

/** Without factors of one. */
function multiplied(...factors: readonly Expr[]): Expr {
  const kept = factors.filter((factor) => !isOne(factor));
  return kept.length > 1 ? product(...kept) : (kept[0] ?? one);
}

/** Σ sⁿ Aₙ. */
const written = ({ parts }: Graded, upTo: number): Expr =>
  sum(
    ...parts
      .slice(0, upTo + 1)
      .map((part, order) => product(...Array.from({ length: order }, () => scale), part)),
  );

const scale = symbol("s′", "scalar");
