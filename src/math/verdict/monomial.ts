/** Sums of monomials with rational coefficients: the shape in which exponents and logarithms are compared. */
import { num, power, product, rational, sum } from "../expr/build";
import { identity } from "../expr/intern";
import type { Expr } from "../expr/node";

export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

/** A monomial without its coefficient: factors with integer exponents, in a fixed order. */
export interface Monomial {
  readonly core: Expr;
  readonly factors: readonly { readonly base: Expr; readonly times: number }[];
  readonly coefficient: Rational;
}

export const times = (a: Rational, b: Rational): Rational =>
  reduce(a.over * b.over, a.under * b.under);
const plus = (a: Rational, b: Rational): Rational =>
  reduce(a.over * b.under + b.over * a.under, a.under * b.under);
const whole = (value: bigint): Rational => ({ over: value, under: 1n });

/** Expands products over sums as far as a few dozen terms. */
export function monomials(node: Expr): readonly Monomial[] {
  return collect(expand(node, 64));
}

/** The expression a list of monomials stands for. */
export const fromMonomials = (list: readonly Monomial[]): Expr =>
  sum(...list.map((m) => product(rational(m.coefficient.over, m.coefficient.under), m.core)));

type Loose = { readonly coefficient: Rational; readonly exponents: ReadonlyMap<Expr, number> };

const unit: Loose = { coefficient: whole(1n), exponents: new Map() };

function expand(node: Expr, room: number): readonly Loose[] {
  switch (node.kind) {
    case "num":
      return [
        { coefficient: { over: node.numerator, under: node.denominator }, exponents: new Map() },
      ];
    case "sum":
      return node.terms.flatMap((term) => expand(term, room));
    case "product":
      return node.factors.reduce<readonly Loose[]>(
        (list, factor) => {
          const next = expand(factor, room);
          if (list.length * next.length > room)
            return list.map((m) => multiply(m, single(factor, 1)));
          return list.flatMap((a) => next.map((b) => multiply(a, b)));
        },
        [unit],
      );
    case "quotient": {
      const under = expand(node.under, room);
      const [only] = under;
      const inverse =
        under.length === 1 && only && only.coefficient.over !== 0n
          ? invert(only)
          : single(node.under, -1);
      return expand(node.over, room).map((m) => multiply(m, inverse));
    }
    case "power": {
      const k = integerOf(node.exponent);
      if (k === undefined) return [single(node, 1)];
      const base = expand(node.base, room);
      const [only] = base;
      if (base.length !== 1 || !only || Math.abs(k) > 24) return [single(node.base, k)];
      if (only.coefficient.over === 0n) return k > 0 ? [only] : [single(node, 1)];
      return [raise(only, k)];
    }
    default:
      return [single(node, 1)];
  }
}

const single = (base: Expr, k: number): Loose => ({
  coefficient: whole(1n),
  exponents: new Map([[base, k]]),
});

function multiply(a: Loose, b: Loose): Loose {
  const exponents = new Map(a.exponents);
  for (const [base, k] of b.exponents) exponents.set(base, (exponents.get(base) ?? 0) + k);
  return { coefficient: times(a.coefficient, b.coefficient), exponents };
}

const invert = (m: Loose): Loose => ({
  coefficient: reduce(m.coefficient.under, m.coefficient.over),
  exponents: new Map([...m.exponents].map(([base, k]) => [base, -k])),
});

const raise = (m: Loose, k: number): Loose => {
  const step = k < 0 ? invert(m) : m;
  let result = unit;
  for (let n = 0; n < Math.abs(k); n++) result = multiply(result, step);
  return result;
};

function collect(list: readonly Loose[]): readonly Monomial[] {
  const found = new Map<Expr, Monomial>();
  for (const loose of list) {
    const m = tidy(loose);
    const before = found.get(m.core);
    found.set(m.core, before ? { ...m, coefficient: plus(before.coefficient, m.coefficient) } : m);
  }
  return [...found.values()].filter((m) => m.coefficient.over !== 0n);
}

/** i² = −1 goes into the coefficient; the factors are put in a fixed order. */
function tidy(loose: Loose): Monomial {
  let coefficient = loose.coefficient;
  const factors: { base: Expr; times: number }[] = [];
  for (const [base, k] of loose.exponents) {
    if (base.kind === "constant" && base.name === "i") {
      const turn = ((k % 4) + 4) % 4;
      if (turn >= 2) coefficient = times(coefficient, whole(-1n));
      if (turn % 2 === 1) factors.push({ base, times: 1 });
    } else if (k !== 0) factors.push({ base, times: k });
  }
  factors.sort((a, b) => identity(a.base) - identity(b.base));
  return { core: coreOf(factors), factors, coefficient };
}

export const coreOf = (factors: Monomial["factors"]): Expr =>
  product(...factors.map((f) => power(f.base, num(f.times))));

export const integerOf = (node: Expr): number | undefined =>
  node.kind === "num" && node.denominator === 1n && node.decimals === undefined
    ? Number(node.numerator)
    : undefined;

function reduce(over: bigint, under: bigint): Rational {
  const sign = under < 0n ? -1n : 1n;
  const shared = gcd(over < 0n ? -over : over, under * sign) * sign;
  return { over: over / shared, under: under / shared };
}

export function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
