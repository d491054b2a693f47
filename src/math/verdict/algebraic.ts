/** Functions taken as independent symbols, so that a prime field can prove what follows from algebra, eˣeʸ = eˣ⁺ʸ and log xy = log x + log y. */
import {
  constant,
  func,
  inverse,
  negate,
  num,
  power,
  product,
  quotient,
  rational,
  sum,
  symbol,
} from "../expr/build";
import { identity } from "../expr/intern";
import type { Expr, Func, Sym } from "../expr/node";
import { mapChildren, replace, some } from "../expr/walk";
import {
  fromMonomials,
  gcd,
  integerOf,
  type Monomial,
  monomials,
  type Rational,
  times,
} from "./monomial";

export interface Algebraic {
  readonly exprs: readonly Expr[];
  /** Something was replaced: agreement proves only together with doubles on every branch. */
  readonly replaced: boolean;
}

/** Independence is claimed of values; under a derivative, an integral or a sum only numbers like π are replaced. */
export function algebraic(exprs: readonly Expr[], mayTakeRoots: boolean): Algebraic {
  if (exprs.some((expr) => some(expr, dependsOnPlace))) {
    const numbers = exprs.map((expr) =>
      mapTree(expr, (node) => (isNumber(node) ? stand(node) : undefined)),
    );
    return { exprs: numbers, replaced: numbers.some((expr, i) => expr !== exprs[i]) };
  }
  const roots = new Map<Expr, bigint>();
  for (const expr of exprs) exponentials(expr, (m) => note(roots, m));
  const result = exprs.map((expr) => exponentials(expr, (m) => value(m, roots)));
  const substitutions = mayTakeRoots ? rootsOfSymbols(roots) : new Map<Expr, Expr>();
  const rooted = result.map((expr) => replace(expr, substitutions));
  return { exprs: rooted, replaced: rooted.some((expr, i) => expr !== exprs[i]) };
}

const dependsOnPlace = (node: Expr): boolean =>
  ["derivative", "integral", "series", "limit", "bar", "call", "primed", "order", "wedge"].includes(
    node.kind,
  );

const isNumber = (node: Expr): boolean =>
  node.kind === "constant" && (node.name === "π" || node.name === "γ_E");

/** The independent symbol that stands for this node. */
const stand = (node: Expr): Sym =>
  symbol(`⟨${identity(node)}⟩`, "scalar", {
    domain: node.kind === "constant" ? "real" : "complex",
  });

function mapTree(node: Expr, change: (node: Expr) => Expr | undefined): Expr {
  return change(node) ?? mapChildren(node, (part) => mapTree(part, change));
}

/** Rewrites everything that is an exponential in disguise; `emit` gives the value of exp of one monomial. */
function exponentials(expr: Expr, emit: (m: Monomial) => Expr): Expr {
  const exp = (argument: Expr): Expr => product(...monomials(argument).map(emit));
  const go = (node: Expr): Expr => {
    if (isNumber(node)) return stand(node);
    if (node.kind === "constant" && node.name === "e") return exp(num(1));
    if (node.kind === "power" && plain(node)) return powerOf(node.base, node.exponent);
    if (node.kind === "function" && plain(node)) return functionOf(node);
    return mapChildren(node, go);
  };
  const powerOf = (base: Expr, exponent: Expr): Expr => {
    if (base.kind === "constant" && base.name === "e") return exp(exponent);
    if (integerOf(exponent) !== undefined && !(base.kind === "function" && base.name === "sqrt"))
      return power(go(base), exponent);
    return exp(product(exponent, logarithm(base)));
  };
  const functionOf = (node: Func): Expr => {
    const [argument] = node.args;
    if (!argument || node.args.length > 1 || node.parameters.length > 0) return stand(node);
    const shape = inExponentials[node.name];
    if (shape) return shape((sign) => exp(product(sign, argument)));
    if (node.name === "sqrt") return exp(product(rational(1n, 2n), logarithm(argument)));
    if (node.name === "log" || node.name === "ln")
      return mapTree(fromMonomials(monomials(logarithm(argument))), (part) =>
        part.kind === "function" || isNumber(part) ? stand(part) : undefined,
      );
    if (node.name === "Re" || node.name === "Im") return mapChildren(node, go);
    return stand(node);
  };
  return go(expr);
}

type Exp = (factor: Expr) => Expr;
const i = constant("i");
const half = rational(1n, 2n);
const cosh = (exp: Exp, unit: Expr): Expr => product(half, sum(exp(unit), exp(negate(unit))));
const sinh = (exp: Exp, unit: Expr): Expr =>
  product(half, sum(exp(unit), negate(exp(negate(unit)))));
const sine = (exp: Exp): Expr => quotient(sinh(exp, i), i);

const inExponentials: Readonly<Record<string, (exp: Exp) => Expr>> = {
  exp: (exp) => exp(num(1)),
  cosh: (exp) => cosh(exp, num(1)),
  sinh: (exp) => sinh(exp, num(1)),
  tanh: (exp) => quotient(sinh(exp, num(1)), cosh(exp, num(1))),
  coth: (exp) => quotient(cosh(exp, num(1)), sinh(exp, num(1))),
  sech: (exp) => inverse(cosh(exp, num(1))),
  csch: (exp) => inverse(sinh(exp, num(1))),
  cos: (exp) => cosh(exp, i),
  sin: sine,
  tan: (exp) => quotient(sine(exp), cosh(exp, i)),
  cot: (exp) => quotient(cosh(exp, i), sine(exp)),
  sec: (exp) => inverse(cosh(exp, i)),
  csc: (exp) => inverse(sine(exp)),
};

const logMark = (node: Expr): Expr => func("log", [node]);

/** log of a product as the sum of logs of its factors, integers by their primes. */
function logarithm(node: Expr): Expr {
  if (node.kind === "constant" && node.name === "e") return num(1);
  if (node.kind === "function" && node.name === "exp" && node.args[0]) return node.args[0];
  const [only, ...others] = monomials(node);
  if (!only || others.length > 0)
    return logMark(only && others.length > 0 ? fromMonomials(monomials(node)) : node);
  const parts: Expr[] = only.factors.map((f) => product(num(f.times), factorLog(f.base)));
  return sum(...logOfNumber(only.coefficient), ...parts, num(0));
}

const factorLog = (base: Expr): Expr => {
  if (base.kind === "power") return product(base.exponent, logarithm(base.base));
  if (base.kind === "function" && base.name === "sqrt" && base.args[0])
    return product(half, logarithm(base.args[0]));
  return base.kind === "function" && base.name === "exp" && base.args[0]
    ? base.args[0]
    : logMark(base);
};

function logOfNumber({ over, under }: Rational): readonly Expr[] {
  const parts: Expr[] = over < 0n ? [logMark(num(-1))] : [];
  for (const [value, sign] of [
    [over < 0n ? -over : over, 1],
    [under, -1],
  ] as const) {
    let rest = value;
    for (let prime = 2n; prime * prime <= rest && prime < 1000n; prime++)
      for (; rest % prime === 0n; rest /= prime)
        parts.push(product(num(sign), logMark(num(prime))));
    if (rest > 1n) parts.push(product(num(sign), logMark(num(rest))));
  }
  return parts;
}

/** The number n for which log n is this core, so that exp of it is n itself. */
const logOf = (m: Monomial): Expr | undefined => {
  const [only, ...others] = m.factors;
  return only &&
    others.length === 0 &&
    only.times === 1 &&
    only.base.kind === "function" &&
    only.base.name === "log"
    ? only.base.args[0]
    : undefined;
};

const isHalfTurn = (m: Monomial): boolean =>
  m.factors.length === 2 &&
  m.factors.every(
    (f) =>
      f.times === 1 && f.base.kind === "constant" && (f.base.name === "i" || f.base.name === "π"),
  );

function note(roots: Map<Expr, bigint>, m: Monomial): Expr {
  const before = roots.get(m.core) ?? 1n;
  roots.set(m.core, (before / gcd(before, m.coefficient.under)) * m.coefficient.under);
  return num(1);
}

function value(m: Monomial, roots: ReadonlyMap<Expr, bigint>): Expr {
  const argument = logOf(m);
  if (argument && m.coefficient.under === 1n)
    return power(algebraicArgument(argument), num(m.coefficient.over));
  if (isHalfTurn(m) && (m.coefficient.under === 1n || m.coefficient.under === 2n)) {
    const quarterTurns = Number(times(m.coefficient, { over: 2n, under: 1n }).over);
    return power(i, num(((quarterTurns % 4) + 4) % 4));
  }
  const root = roots.get(m.core) ?? 1n;
  return power(rootOf(m.core, root), num((m.coefficient.over * root) / m.coefficient.under));
}

const rootOf = (core: Expr, root: bigint): Sym =>
  symbol(`⟨exp ${identity(core)}/${root}⟩`, "scalar", { domain: "complex" });

const algebraicArgument = (node: Expr): Expr => algebraic([node], false).exprs[0] ?? node;

/** Where x occurs beside x^{1/M}, x is written as the M-th power of that root. */
function rootsOfSymbols(roots: ReadonlyMap<Expr, bigint>): ReadonlyMap<Expr, Expr> {
  const found = new Map<Expr, Expr>();
  for (const [core, root] of roots) {
    const [m] = monomials(core);
    const argument = m && logOf(m);
    if (argument?.kind === "symbol" && root > 1n)
      found.set(argument, power(rootOf(core, root), num(root)));
  }
  return found;
}

/** Built from numbers alone: no matrices, vectors with open indices, operators or states. */
function plain(node: Expr): boolean {
  switch (node.kind) {
    case "num":
    case "constant":
      return true;
    case "symbol":
      return (node.type === "scalar" || node.type === "label") && !node.grassmann;
    case "labelled":
      return node.head.type === "scalar" || node.head.type === "label";
    case "dot":
      return true;
    case "sum":
      return node.terms.every(plain);
    case "product":
      return node.factors.every(plain);
    case "quotient":
      return plain(node.over) && plain(node.under);
    case "power":
      return plain(node.base) && plain(node.exponent);
    case "function":
      return node.args.every(plain) && node.parameters.every(plain);
    default:
      return false;
  }
}
