/** Signs between two factors: · of vectors and numbers, × , ⊗, ∧, * . */
import {
  conjugate,
  cross,
  dot,
  negate,
  opaque,
  product,
  tensorProduct,
  wedge,
} from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { isSign } from "./expression";
import { readFactor } from "./factor";
import { letterlike } from "./letters";
import { next, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { isVector, sortOf } from "./sort";
import { endsTerm } from "./term";

function operand(reader: Reader): Expr | undefined {
  next(reader);
  if (token(reader) === "-") {
    next(reader);
    const factor = readFactor(reader);
    return factor && negate(factor);
  }
  return isSign(token(reader)) ? undefined : readFactor(reader);
}

/** A vector-like thing: bold, four-vector, or matrices with an index to contract. */
const dots = (node: Expr): boolean =>
  isVector(node) ||
  (node.kind === "symbol" &&
    (node.role === "pauli" || node.role === "angular-momentum" || node.space === "weyl"));

export const dotProduct: NotationRule = {
  name: "dots",
  joins: ["\\cdot", "·", "\\vdot", "\\bullet"],
  examples: [
    [String.raw`p\cdot k`, "p·k"],
    [String.raw`\mathbf{a}\cdot\mathbf{b}`, "𝐚·𝐛"],
    [String.raw`2\cdot 3`, "2 × 3"],
  ],
  join(reader, left) {
    const right = operand(reader);
    if (!right) return undefined;
    return dots(left) && dots(right) ? dot(left, right) : product(left, right);
  },
};

export const crossProduct: NotationRule = {
  name: "crosses",
  joins: ["\\times", "×", "\\cross"],
  examples: [[String.raw`\mathbf{a}\times\mathbf{b}`, "𝐚×𝐛"]],
  join(reader, left) {
    const right = operand(reader);
    if (!right) return undefined;
    return sortOf(left) === "three-vector" && sortOf(right) === "three-vector"
      ? cross(left, right)
      : product(left, right);
  },
};

/** f*g of two functions is a convolution. */
const isFunction = (node: Expr): boolean => node.kind === "symbol" && node.type === "function";

export const star: NotationRule = {
  name: "asterisks",
  joins: ["*", "\\ast"],
  examples: [["a*b", "a b"]],
  join(reader, left) {
    const right = operand(reader);
    const folded = isFunction(left) && right !== undefined && isFunction(right);
    return folded ? opaque("∗", left, right) : right && product(left, right);
  },
};

/** Signs of operations that are read but have no meaning here: f∘g, A⊕B, X∪Y. */
export const otherOperation: NotationRule = {
  name: "other operations",
  joins: [
    "\\circ",
    "\\oplus",
    "\\ominus",
    "\\odot",
    "\\setminus",
    "\\cup",
    "\\cap",
    "\\vee",
    "\\star",
    "\\contract",
    "\\lrcorner",
    "\\backslash",
    "\\amalg",
    "\\rtimes",
    "\\ltimes",
    "\\diamond",
    "\\bigtriangleup",
    "\\iprod",
    "\\Join",
    "\\sqcup",
    "\\uplus",
  ],
  examples: [[String.raw`f\circ g`, "f ∘ g"]],
  join(reader, left) {
    const name = token(reader).slice(1);
    const sign = operationSigns[name] ?? letterlike[name] ?? name;
    const right = operand(reader);
    return right && opaque(sign, left, right);
  },
};

const operationSigns: Readonly<Record<string, string>> = {
  circ: "∘",
  cup: "∪",
  cap: "∩",
  vee: "∨",
  setminus: "∖",
  backslash: "∖",
  contract: "⌟",
  lrcorner: "⌟",
  iprod: "⌟",
  rtimes: "⋊",
  ltimes: "⋉",
  sqcup: "⊔",
  uplus: "⊎",
  amalg: "⨿",
  Join: "⋈",
};

/** `\\Psi*` with nothing behind it is a conjugate; a lone sign holds a place. */
export const loneSign: NotationRule = {
  name: "lone signs",
  begins: [
    "*",
    "\\cdot",
    "\\circ",
    "\\forall",
    "\\exists",
    "\\nexists",
    "\\bullet",
    "\\times",
    "\\star",
  ],
  follows: ["*"],
  examples: [
    [String.raw`\Psi*`, "Ψ*"],
    [String.raw`f(\cdot)`, "f(·)"],
  ],
  read(reader) {
    const name = token(reader);
    next(reader);
    if (name !== "\\forall" && name !== "\\exists" && name !== "\\nexists" && !endsTerm(reader, 1))
      return undefined;
    return opaque(lone[name] ?? name);
  },
  after(reader, left) {
    next(reader);
    return endsTerm(reader, 1) ? conjugate(left) : undefined;
  },
};

const lone: Readonly<Record<string, string>> = {
  "\\cdot": "·",
  "\\circ": "∘",
  "\\forall": "∀",
  "\\exists": "∃",
  "\\nexists": "∄",
  "\\bullet": "•",
  "\\times": "×",
  "\\star": "⋆",
};

export const outer: NotationRule = {
  name: "outer products",
  joins: ["\\otimes", "⊗", "\\wedge", "∧"],
  examples: [[String.raw`A\otimes B`, "A⊗B"]],
  join(reader, left) {
    const wedged = ["\\wedge", "∧"].includes(token(reader));
    const right = operand(reader);
    if (!right) return undefined;
    const kind = wedged ? "wedge" : "tensor-product";
    const before = left.kind === kind ? left.factors : [left];
    return wedged ? wedge(...before, right) : tensorProduct(...before, right);
  },
};
