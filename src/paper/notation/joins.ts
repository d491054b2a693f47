/** Signs between two factors: · of vectors and numbers, × , ⊗, ∧, * . */
import {
  conjugate,
  cross,
  derivative,
  dot,
  index,
  minusOne,
  negate,
  one,
  opaque,
  product,
  tensor,
  tensorProduct,
  wedge,
} from "../../math/expr/build";
import type { By, Expr } from "../../math/expr/node";
import { isSign } from "./expression";
import { readFactor } from "./factor";
import { letterlike } from "./letters";
import { withOperand } from "./operand";
import { attempt, next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { freshIndex } from "./slash";
import { isScalar, isVector, sortOf } from "./sort";
import { endsTerm } from "./term";
import { isDigit, tokenOf } from "./token";

function operand(reader: Reader): Expr | undefined {
  next(reader);
  if (token(reader) === "-") {
    next(reader);
    const factor = readFactor(reader);
    return factor && negate(factor);
  }
  return isSign(token(reader)) ? undefined : readFactor(reader);
}

/** What a vector is dotted or crossed with: 𝐯×(I/2r)𝐲̂ goes on to the next vector, 𝐚·𝐛×𝐜 holds the cross product. */
function vectorOperand(reader: Reader, left: Expr): Expr | undefined {
  const whole = crossOperand(reader, left);
  if (!whole || !isVector(left)) return whole;
  const crosses = sortOf(whole) === "three-vector" && crossSigns.has(token(reader));
  const more = crosses ? attempt(reader, () => operand(reader)) : undefined;
  return more && sortOf(more) === "three-vector" ? cross(whole, more) : whole;
}

/** The next vector with the numbers before it. */
function crossOperand(reader: Reader, left: Expr): Expr | undefined {
  const first = operand(reader);
  if (!first || !isVector(left) || !isScalar(first)) return first;
  return attempt(reader, () => upToVector(reader, first)) ?? first;
}

function upToVector(reader: Reader, first: Expr): Expr | undefined {
  const factors = [first];
  while (!endsTerm(reader, 1)) {
    const factor = readFactor(reader);
    if (!factor) return undefined;
    factors.push(factor);
    if (isVector(factor)) return product(...factors);
    if (!isScalar(factor)) return undefined;
  }
  return undefined;
}

const crossSigns = new Set(["\\times", "×", "\\cross"]);

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
    const dotted = token(reader) === "\\vdot";
    const sign = token(reader, 1);
    const along = sortOf(left) === "four-vector" && (sign === "\\nabla" || sign === "\\partial");
    if (along && peek(reader, 2)?.kind !== "script") return derivedAlong(reader, left);
    const right = vectorOperand(reader, left);
    if (!right) return undefined;
    if (isLetter(left) && isOperator(right)) return dot(left, right);
    if (dotted && isOperator(unsigned(left))) return opaque("·", left, right);
    if (isNumberedVector(left) && isNumberedVector(right)) return opaque("·", left, right);
    if (isLooseVector(left, right)) return opaque("·", left, right);
    if (!dots(left) || !dots(right)) return product(left, right);
    return convective(left, right) ?? dot(left, right);
  },
};

/** The 𝐞_i of 𝐞_i·𝐞_j: the letter tells which vector it is, for a component has no dot product. */
const isNumberedVector = (node: Expr): boolean => {
  if (node.kind === "product") return node.factors.some(isBasisVector);
  const [only, ...more] = node.kind === "tensor" ? node.indices : [];
  const vector = node.kind === "tensor" && sortOf(node.head) === "three-vector";
  return vector && more.length === 0 && only?.place === "down" && only.value === undefined;
};

/** 𝐫·u: the dot says that u is a vector, however it is set. */
const isLooseVector = (left: Expr, right: Expr): boolean =>
  [
    [left, right],
    [right, left],
  ].some(
    ([bold, plain]) =>
      bold?.kind === "symbol" &&
      bold.type === "three-vector" &&
      plain?.kind === "symbol" &&
      plain.type === "scalar" &&
      /^[uvpkqrxyabn]$/.test(plain.name),
  );

/** The 𝐞_i of v^i𝐞_i. */
const isBasisVector = (node: Expr): boolean =>
  isNumberedVector(node) &&
  node.kind === "tensor" &&
  node.head.kind === "symbol" &&
  /^[eê]/u.test(node.head.name);

const isLetter = ({ kind }: Expr): boolean => kind === "symbol" || kind === "labelled";

/** ℓ·∂/∂J: nobody writes a dot between a number and a derivative that waits for its operand. */
const isOperator = (node: Expr): boolean =>
  node.kind === "derivative" &&
  !node.operand &&
  node.by.kind === "variable" &&
  node.by.style === "partial";

const unsigned = (node: Expr): Expr =>
  node.kind === "product" && node.factors.length === 2 && node.factors[0] === minusOne
    ? (node.factors[1] as Expr)
    : node;

/** 𝐯·∇𝐮 of two vectors is (𝐯·∇)𝐮. */
function convective(left: Expr, right: Expr): Expr | undefined {
  if (sortOf(left) !== "three-vector" || right.kind !== "derivative") return undefined;
  const { by, order, operand } = right;
  if (by.kind !== "gradient" || order !== one || !operand || sortOf(operand) !== "three-vector")
    return undefined;
  return product(dot(left, derivative(by)), operand);
}

/** U·∇ of a four-vector is U^μ∇_μ, V·∂ is V^μ∂_μ. */
function derivedAlong(reader: Reader, vector: Expr): Expr {
  next(reader);
  const covariant = tokenOf(next(reader)) === "\\nabla";
  const name = freshIndex(reader);
  const down = index(name, "down");
  const by: By = { kind: "index", index: down, ...(covariant ? { covariant } : {}) };
  return product(tensor(vector, index(name, "up")), withOperand(reader, by));
}

export const crossProduct: NotationRule = {
  name: "crosses",
  joins: ["\\times", "×", "\\cross"],
  examples: [[String.raw`\mathbf{a}\times\mathbf{b}`, "𝐚×𝐛"]],
  join(reader, left) {
    const right = crossOperand(reader, left);
    if (!right) return undefined;
    if (left.kind === "bra" && right.kind === "ket") return opaque("×", left, right);
    return sortOf(left) === "three-vector" && sortOf(right) === "three-vector"
      ? cross(left, right)
      : product(left, right);
  },
};

/** f*g of two functions is a convolution. */
const isFunction = (node: Expr): boolean =>
  node.kind === "symbol" && (node.type === "function" || /^[fghFGHK]$/.test(node.name));

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
    ".",
  ],
  examples: [[String.raw`f\circ g`, "f ∘ g"]],
  join(reader, left) {
    const name = token(reader).slice(1);
    const point = name === "";
    if (point && (peek(reader)?.kind !== "char" || isDigit(peek(reader, 1)))) return undefined;
    if (name === "star" && left.kind === "symbol" && /^[dD]$/.test(left.name)) return undefined;
    const sign = operationSigns[name] ?? letterlike[name] ?? name;
    const right = operand(reader);
    return right && opaque(sign, left, right);
  },
};

const operationSigns: Readonly<Record<string, string>> = {
  "": "·",
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

/** Differentials and Hodge stars: then ∧ joins forms, else 𝐱∧𝐩 is the cross product. */
const forms = ({ nodes, page: { survey } }: Reader): boolean =>
  survey.seen.has("\\star") ||
  nodes.filter((node) => /^(?:\\wedge|∧)$/.test(tokenOf(node))).length > 1 ||
  [...survey.uses.values()].some((use) => use.has("variable"));

export const outer: NotationRule = {
  name: "outer products",
  joins: ["\\otimes", "⊗", "\\wedge", "∧"],
  examples: [[String.raw`A\otimes B`, "A⊗B"]],
  join(reader, left) {
    const wedged = ["\\wedge", "∧"].includes(token(reader));
    const right = operand(reader);
    if (!right) return undefined;
    if (wedged && [left, right].every((side) => sortOf(side) === "three-vector") && !forms(reader))
      return cross(left, right);
    const kind = wedged ? "wedge" : "tensor-product";
    const before = left.kind === kind ? left.factors : [left];
    return wedged ? wedge(...before, right) : tensorProduct(...before, right);
  },
};
