/** x^n: the even power of a vector is a dot product, of an indexed thing its contraction, of all else a power. */
import { dot, num, power, product } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr, Index, Num } from "../../math/expr/node";
import { mapChildren } from "../../math/expr/walk";
import { freeIndices } from "./freeIndices";
import { sortOf } from "./sort";

export function raise(base: Expr, exponent: Expr): Expr {
  const even = evenOf(exponent);
  if (even === undefined) return power(base, exponent);
  const square = squareOf(base);
  if (!square) return power(base, exponent);
  return even === 2 ? square : power(square, num(even / 2));
}

const evenOf = (exponent: Expr): number | undefined => {
  if (exponent.kind !== "num" || (exponent as Num).denominator !== 1n) return undefined;
  const value = Number(exponent.numerator);
  return value !== 0 && value % 2 === 0 && Math.abs(value) < 100 ? value : undefined;
};

function squareOf(base: Expr): Expr | undefined {
  const sort = sortOf(base);
  if (sort === "three-vector" || sort === "four-vector") return dot(base, base);
  if (base.kind === "symbol" && base.role === "angular-momentum") return dot(base, base);
  if (sort === "matrix" && base.kind === "tensor") return undefined;
  const free = freeIndices(base).filter((index) => index.value === undefined);
  if (
    free.length === 0 ||
    free.some(
      (index) =>
        index.space !== "lorentz" && index.space !== "adjoint" && index.space !== "spatial",
    )
  )
    return undefined;
  return product(base, flipped(base, free));
}

/** The same with every free Lorentz index at the other height. */
function flipped(node: Expr, free: readonly Index[]): Expr {
  const names = new Set(
    free.filter((index) => index.space === "lorentz").map((index) => index.name),
  );
  const flip = (index: Index): Index =>
    names.has(index.name) ? { ...index, place: index.place === "up" ? "down" : "up" } : index;
  const go = (part: Expr): Expr => {
    const inner = mapChildren(part, go);
    if (inner.kind === "tensor") return tensorWith(inner, inner.indices.map(flip));
    if (inner.kind === "derivative" && inner.by.kind === "index")
      return derivativeWith(inner, { ...inner.by, index: flip(inner.by.index) });
    return inner;
  };
  return go(node);
}

const tensorWith = (node: Extract<Expr, { kind: "tensor" }>, indices: readonly Index[]): Expr =>
  intern({ ...node, indices });
const derivativeWith = (
  node: Extract<Expr, { kind: "derivative" }>,
  by: Extract<Expr, { kind: "derivative" }>["by"],
): Expr => intern({ ...node, by });
