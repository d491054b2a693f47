/** Constructors of the expression tree: they flatten and intern, and keep the order that was written. */
import { intern } from "./intern";
import type {
  By,
  Call,
  Constant,
  ConstantName,
  Expr,
  Func,
  Index,
  IndexSpace,
  Involution,
  Labelled,
  Num,
  Sym,
  SymbolType,
} from "./node";

export function rational(numerator: bigint, denominator = 1n, decimals?: number): Num {
  if (denominator === 0n) throw new RangeError("a fraction needs a denominator other than zero");
  const sign = denominator < 0n ? -1n : 1n;
  const shared = gcd(numerator < 0n ? -numerator : numerator, denominator * sign) * sign || 1n;
  return intern({
    kind: "num",
    numerator: numerator / shared,
    denominator: denominator / shared,
    ...(decimals === undefined ? {} : { decimals }),
  });
}

/** A whole number. */
export const num = (value: number | bigint): Num => rational(BigInt(value));
export const zero = num(0);
export const one = num(1);
export const minusOne = num(-1);

export const constant = (name: ConstantName): Constant => intern({ kind: "constant", name });

type SymbolDetails = Omit<Partial<Sym>, "kind" | "name" | "type">;

export const symbol = (
  name: string,
  type: SymbolType = "scalar",
  details: SymbolDetails = {},
): Sym => intern({ kind: "symbol", name, type, ...details });

export const hbar: Sym = symbol("ħ", "scalar", {
  role: "physical-constant",
  domain: "positive",
});

export const labelled = (head: Sym, ...labels: Expr[]): Expr =>
  intern({ kind: "labelled", head, labels });

/** Labels below and above the name, as E_n^α. */
export const labelledAt = (head: Sym, below: readonly Expr[], above: readonly Expr[]): Expr =>
  above.length === 0
    ? labelled(head, ...below)
    : intern({ kind: "labelled", head, labels: [...below, ...above], above: above.length });

/** The member with the same labels of another family. */
export const renamed = (member: Labelled, head: Sym): Expr => intern({ ...member, head });

export const index = (
  name: string,
  place: "up" | "down" = "up",
  space: IndexSpace = "lorentz",
  value?: number,
): Index => ({ name, space, place, ...(value === undefined ? {} : { value }) });

export const up = (name: string, space: IndexSpace = "lorentz"): Index => index(name, "up", space);
export const down = (name: string, space: IndexSpace = "lorentz"): Index =>
  index(name, "down", space);

export const tensor = (head: Expr, ...indices: Index[]): Expr =>
  indices.length === 0 ? head : intern({ kind: "tensor", head, indices });

export function sum(...terms: Expr[]): Expr {
  const flat = terms.flatMap((term) => (term.kind === "sum" ? term.terms : [term]));
  if (flat.length === 0) return zero;
  const [only] = flat;
  return flat.length === 1 && only ? only : intern({ kind: "sum", terms: flat });
}

/** Factors in order; nested products flatten, and numbers other than 1 stay where they stand. */
export function product(...factors: Expr[]): Expr {
  const flat = factors.flatMap((factor) => (factor.kind === "product" ? factor.factors : [factor]));
  const kept = flat.filter((factor) => factor !== one);
  if (kept.length === 0) return one;
  const [only] = kept;
  return kept.length === 1 && only ? only : intern({ kind: "product", factors: kept });
}

/** −x: a number changes its sign, a leading number in a product too. */
export function negate(operand: Expr): Expr {
  if (operand.kind === "num")
    return rational(-operand.numerator, operand.denominator, operand.decimals);
  if (operand.kind === "product") {
    const [first, ...rest] = operand.factors;
    if (first?.kind === "num") return product(negate(first), ...rest);
  }
  return product(minusOne, operand);
}

export const minus = (left: Expr, right: Expr): Expr => sum(left, negate(right));
export const quotient = (over: Expr, under: Expr): Expr =>
  intern({ kind: "quotient", over, under });
export const power = (base: Expr, exponent: Expr): Expr =>
  exponent === one ? base : intern({ kind: "power", base, exponent });
export const inverse = (base: Expr): Expr => power(base, minusOne);

export const func = (name: string, args: readonly Expr[], parameters: readonly Expr[] = []): Func =>
  intern({ kind: "function", name, parameters, args });
export const call = (head: Expr, ...args: Expr[]): Call => intern({ kind: "call", head, args });
export const primed = (head: Expr, order = 1): Expr => intern({ kind: "primed", head, order });

/** A differential operator, with the operand it acts on where that is known. */
export const derivative = (by: By, operand?: Expr, order: Expr = one): Expr =>
  intern({ kind: "derivative", by, order, ...(operand ? { operand } : {}) });

export const slash = (vector: Expr): Expr => intern({ kind: "slash", vector });
export const dot = (left: Expr, right: Expr): Expr => intern({ kind: "dot", left, right });
export const cross = (left: Expr, right: Expr): Expr => intern({ kind: "cross", left, right });
export const tensorProduct = (...factors: Expr[]): Expr =>
  intern({ kind: "tensor-product", factors });
export const wedge = (...factors: Expr[]): Expr => intern({ kind: "wedge", factors });
export const commutator = (left: Expr, right: Expr): Expr =>
  intern({ kind: "bracket", sort: "commutator", left, right });
export const anticommutator = (left: Expr, right: Expr): Expr =>
  intern({ kind: "bracket", sort: "anticommutator", left, right });
export const poisson = (left: Expr, right: Expr): Expr =>
  intern({ kind: "bracket", sort: "poisson", left, right });
export const involution = (sort: Involution["sort"], operand: Expr): Expr =>
  intern({ kind: "involution", sort, operand });
export const dagger = (operand: Expr): Expr => involution("dagger", operand);
export const conjugate = (operand: Expr): Expr => involution("conjugate", operand);
export const trace = (operand: Expr, space?: string): Expr =>
  intern({ kind: "trace", operand, ...(space ? { space } : {}) });
/** g, which raises and lowers. */
export const metricSymbol: Sym = symbol("g", "tensor", { role: "metric" });
/** Kronecker's δ. */
export const deltaSymbol: Sym = symbol("δ", "tensor", { role: "delta" });
export const ket = (...labels: Expr[]): Expr => intern({ kind: "ket", labels });
export const bra = (...labels: Expr[]): Expr => intern({ kind: "bra", labels });
export const matrix = (rows: readonly (readonly Expr[])[]): Expr =>
  intern({ kind: "matrix", rows });
export const tuple = (...items: Expr[]): Expr => intern({ kind: "tuple", items });
export const opaque = (what: string, ...parts: Expr[]): Expr =>
  intern({ kind: "opaque", what, parts });
export const hole = (source: string): Expr => intern({ kind: "hole", source });

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
