/** What a node plainly is, told without looking any further. */
import type { Dot, Expr, Index, Sym } from "./node";

export const isZero = (node: Expr): boolean => node.kind === "num" && node.numerator === 0n;

export const isOne = (node: Expr): boolean =>
  node.kind === "num" && node.numerator === 1n && node.denominator === 1n;

export const isTwo = (node: Expr): boolean =>
  node.kind === "num" && node.numerator === 2n && node.denominator === 1n;

export const isMinusOne = (node: Expr): boolean =>
  node.kind === "num" && node.numerator === -1n && node.denominator === 1n;

/** A number written out or a constant such as π. */
export const isNumeral = (node: Expr): boolean => node.kind === "num" || node.kind === "constant";

/** A differential operator without operand: it acts on what stands behind it. */
export const isBareDerivative = (node: Expr): boolean =>
  node.kind === "derivative" && node.operand === undefined;

/** The ν_1 of |ν_1⟩: a name with a number below, which is no place, momentum or amplitude. */
export const numbersState = (label: Expr): boolean =>
  label.kind === "labelled"
    ? label.labels.every(({ kind }) => kind === "num") && isOfMany(label.head)
    : label.kind === "symbol" && /_\d+$/.test(label.name) && isOfMany(label);

const isOfMany = ({ name, type }: Sym): boolean => type === "scalar" && !/^[xyzrpqkαβ]/u.test(name);

/** q of q². */
export const nameSquared = (node: Expr): Sym | undefined => {
  const base =
    node.kind === "dot" && node.left === node.right
      ? node.left
      : node.kind === "power" && isTwo(node.exponent)
        ? node.base
        : undefined;
  return base?.kind === "symbol" ? base : undefined;
};

/** A derivative by ∇, or □. */
export const isNabla = (node: Expr): boolean =>
  node.kind === "derivative" && node.by.kind !== "index" && node.by.kind !== "variable";

/** d of something, dF. */
export const isDifferential = (node: Expr): boolean =>
  node.kind === "function" && node.name === "d" && node.args.length === 1;

/** The symbol of this name. */
export const isNamed = (node: Expr, name: string): boolean =>
  node.kind === "symbol" && node.name === name;

/** The time by its usual name. */
export const isTime = (node: Expr): boolean => isNamed(node, "t");

/** The letter of a name, whatever it is set in: k of 𝐤. */
export const letterOf = ({ name }: Sym): string => name.normalize("NFKD");

/** A number's name, also one of a family. */
export const isScalarName = (node: Expr): boolean => typeOf(node) === "scalar";

/** Numerals, names, and what sums, products, quotients and powers are made of. */
export const isArithmetic = ({ kind }: Expr): boolean => arithmetic.has(kind);

const arithmetic: ReadonlySet<Expr["kind"]> = new Set([
  "num",
  "constant",
  "symbol",
  "labelled",
  "sum",
  "product",
  "quotient",
  "power",
]);

/** Terms of a sum; a single term stands for itself. */
export const termsOf = (node: Expr): readonly Expr[] => (node.kind === "sum" ? node.terms : [node]);

/** Factors of a product; a single factor stands for itself. */
export const factorsOf = (node: Expr): readonly Expr[] =>
  node.kind === "product" ? node.factors : [node];

/** The u of u(p) and the v of v_s(p). */
export const isSpinorHead = (head: Expr): boolean =>
  head.kind === "symbol"
    ? head.role === "u-spinor" || head.role === "v-spinor"
    : head.kind === "labelled" && isSpinorHead(head.head);

/** ψ, u: a name of spinor type. */
export const isSpinor = (node: Expr): boolean => node.kind === "symbol" && node.type === "spinor";

/** A name of vector or four-vector type. */
export const isVector = (node: Expr): boolean => node.kind === "symbol" && /vector/.test(node.type);

/** p·p of a four-vector that is one name. */
export const isSquareOfFourVector = (node: Expr): node is Dot & { readonly left: Sym } =>
  node.kind === "dot" &&
  node.left === node.right &&
  node.left.kind === "symbol" &&
  node.left.type === "four-vector";

/** The type of a name, or of the family it belongs to; "" of anything else. */
export const typeOf = (node: Expr): string =>
  node.kind === "labelled" ? node.head.type : node.kind === "symbol" ? node.type : "";

/** One name in two spaces is two indices. */
export const keyOf = ({ name, space }: Index): string => `${name} ${space}`;

/** The indices a tensor or a derivative carries. */
export const indicesOn = (node: Expr): readonly Index[] => {
  if (node.kind === "tensor") return node.indices;
  return node.kind === "derivative" && node.by.kind === "index" ? [node.by.index] : [];
};

/** The letter under a hat. */
export const unhatted = (name: string): string => name.normalize("NFKD").replace("\u0302", "");
