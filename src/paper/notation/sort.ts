/** What sort of thing an expression is: number, vector, matrix, spinor, state. */
import type { Expr, Measure, Sym } from "../../math/expr/node";

export type Sort = "scalar" | "three-vector" | "four-vector" | "matrix" | "spinor" | "state";

const known = new WeakMap<Expr, Sort>();

export function sortOf(node: Expr): Sort {
  const found = known.get(node);
  if (found) return found;
  const sort = work(node);
  known.set(node, sort);
  return sort;
}

export const isScalar = (node: Expr): boolean => sortOf(node) === "scalar" && !acts(node);
export const isVector = (node: Expr): boolean => /vector/.test(sortOf(node));

/** Differential operators and integrals, which are no plain factors although they are numbers. */
const acts = (node: Expr): boolean =>
  node.kind === "derivative" ||
  node.kind === "integral" ||
  node.kind === "series" ||
  node.kind === "limit" ||
  node.kind === "hole" ||
  node.kind === "order" ||
  node.kind === "opaque";

/** d𝐒 and d𝐥 without a dot, which leave a vector. */
const isArea = ({ sort, variable }: Measure): boolean =>
  sort === "volume" &&
  variable.kind === "symbol" &&
  variable.type === "three-vector" &&
  /^[SAlℓ]$/u.test(variable.name.normalize("NFKD"));

function work(node: Expr): Sort {
  switch (node.kind) {
    case "symbol":
      return ofSymbol(node);
    case "labelled":
      return ofSymbol(node.head);
    case "tensor":
      return ofComponents(node.head);
    case "call":
    case "primed":
      return sortOf(node.kind === "call" ? node.head : node.head);
    case "sum":
      return strongest(node.terms);
    case "product":
      return isBracket(node.factors) ? "scalar" : strongest(node.factors);
    case "quotient":
      return sortOf(node.over);
    case "power":
      return strongest([node.base, node.exponent]);
    case "function":
      return ["exp", "sqrt", "log", "ln", "sin", "cos", "d"].includes(node.name)
        ? strongest(node.args)
        : "scalar";
    case "derivative":
      if (["gradient", "curl"].includes(node.by.kind)) return "three-vector";
      if (node.by.kind === "variable" && sortOf(node.by.variable) === "three-vector")
        return "three-vector";
      if (node.by.kind === "divergence" && node.operand && sortOf(node.operand) === "three-vector")
        return "scalar";
      return node.operand ? sortOf(node.operand) : "scalar";
    case "slash":
      return "matrix";
    case "dot":
      return [node.left, node.right].some((side) => isMatrixVector(side)) ? "matrix" : "scalar";
    case "cross":
      return "three-vector";
    case "bracket":
      return node.sort === "poisson" ? "scalar" : "matrix";
    case "involution":
      return sortOf(node.operand);
    case "ket":
    case "bra":
      return "state";
    case "matrix":
    case "tensor-product":
      return "matrix";
    case "ordered":
      return sortOf(node.operand);
    case "plus-minus":
      return sortOf(node.operand);
    case "integral":
      return node.measures.some(isArea) && sortOf(node.integrand) === "scalar"
        ? "three-vector"
        : sortOf(node.integrand);
    case "opaque":
      return node.what === "a derivative along a curve" && node.parts[0]
        ? sortOf(node.parts[0])
        : "scalar";
    case "series":
    case "limit":
    case "bar":
      return sortOf(node.body);
    default:
      return "scalar";
  }
}

/** ⟨a| … |b⟩ is a number. */
const isBracket = (factors: readonly Expr[]): boolean =>
  factors[0]?.kind === "bra" && factors.at(-1)?.kind === "ket";

function ofSymbol(node: Sym): Sort {
  switch (node.type) {
    case "three-vector":
    case "four-vector":
    case "spinor":
    case "state":
      return node.type;
    case "matrix":
    case "operator":
      return "matrix";
    default:
      return "scalar";
  }
}

const matrixRoles = new Set([
  "pauli",
  "generator",
  "gamma",
  "sigma-tensor",
  "angular-momentum",
  "position-operator",
  "momentum-operator",
]);

function headSymbol(node: Expr): Sym | undefined {
  if (node.kind === "symbol") return node;
  if (node.kind === "labelled") return node.head;
  if (node.kind === "call" || node.kind === "tensor") return headSymbol(node.head);
  if (node.kind === "involution" || node.kind === "primed")
    return headSymbol(node.kind === "primed" ? node.head : node.operand);
  return undefined;
}

/** A vector whose components are matrices: 𝛔, 𝐉. */
function isMatrixVector(node: Expr): boolean {
  const role = headSymbol(node)?.role;
  return role !== undefined && matrixRoles.has(role);
}

/** p^μ is a number; σ_i, γ^μ, T^a are matrices; (γ^μ)… keeps its sort. */
function ofComponents(head: Expr): Sort {
  if (isMatrixVector(head)) return "matrix";
  const sort = sortOf(head);
  return sort === "three-vector" || sort === "four-vector" ? "scalar" : sort;
}

const strength: readonly Sort[] = [
  "scalar",
  "three-vector",
  "four-vector",
  "state",
  "spinor",
  "matrix",
];

function strongest(parts: readonly Expr[]): Sort {
  let best = 0;
  for (const part of parts) best = Math.max(best, strength.indexOf(sortOf(part)));
  return strength[best] ?? "scalar";
}
