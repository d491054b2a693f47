/** Integrals of one variable: constants out, elementary antiderivatives between limits. */
import {
  constant,
  func,
  minus,
  minusOne,
  num,
  one,
  power,
  product,
  quotient,
  sum,
} from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Func, Integral } from "../expr/node";
import { replace, some } from "../expr/walk";
import type { Law } from "./law";
import { rationalOf } from "./rational";
import { factorsOf } from "./tidy";

/** ∫c f = c∫f. */
export const constantOut: Law = {
  name: "integral.constant",
  needs: ["integral"],
  forth: "takes constants out of the integral",
  back: "takes a constant into the integral",
  statement: "∫c f dx = c∫f dx",
  rewrite(node) {
    if (node.kind !== "integral") return undefined;
    const factors = factorsOf(node.integrand);
    const outside = factors.filter((factor) => isFree(factor, node));
    if (outside.length === 0 || outside.length === factors.length) return undefined;
    return product(
      ...outside,
      intern({
        ...node,
        integrand: product(...factors.filter((factor) => !outside.includes(factor))),
      }),
    );
  },
};

const isFree = (part: Expr, { measures }: Integral): boolean =>
  !some(
    part,
    (node) =>
      node.kind === "call" ||
      node.kind === "opaque" ||
      measures.some(({ variable }) => some(variable, (inner) => inner === node)),
  );

/** ∫ₐᵇ xⁿ dx and the like. */
export const fundamentalTheorem: Law = {
  name: "integral.antiderivative",
  needs: ["integral"],
  forth: "integrates",
  back: "writes it as an integral",
  statement: "∫ₐᵇ F′ dx = F(b) − F(a)",
  rewrite(node) {
    if (node.kind !== "integral" || node.measures.length !== 1) return undefined;
    const [measure] = node.measures;
    if (measure?.sort !== "plain" || measure.power) return undefined;
    const { variable: x, lower, upper } = measure;
    if (x.kind !== "symbol" || x.type !== "scalar" || !lower || !upper) return undefined;
    if ([lower, upper].some((end) => end.kind === "constant" && end.name === "∞")) return undefined;
    const found = antiderivative(node.integrand, x);
    if (!found) return undefined;
    const at = (value: Expr): Expr => replace(found, new Map([[x, value]]));
    return minus(at(upper), at(lower));
  },
};

function antiderivative(f: Expr, x: Expr): Expr | undefined {
  if (!some(f, (part) => part === x)) return product(f, x);
  if (f === x) return quotient(power(x, num(2)), num(2));
  if (f.kind === "power" && f.base === x) {
    const exponent = rationalOf(f.exponent);
    if (!exponent) return undefined;
    const next = rationalOf(sum(exponent, one));
    if (!next || next.numerator === 0n) return undefined;
    return quotient(power(x, next), next);
  }
  if (f.kind === "power" && f.base === constant("e")) {
    const slope = slopeAlong(f.exponent, x);
    return slope && quotient(f, slope);
  }
  return f.kind === "function" ? ofFunction(f, x) : undefined;
}

function ofFunction(f: Func, x: Expr): Expr | undefined {
  const [argument, more] = f.args;
  const slope = argument && !more && slopeAlong(argument, x);
  if (!slope) return undefined;
  if (f.name === "sin") return quotient(product(minusOne, func("cos", f.args)), slope);
  return f.name === "cos" ? quotient(func("sin", f.args), slope) : undefined;
}

/** c, where the node is c·x. */
function slopeAlong(node: Expr, x: Expr): Expr | undefined {
  if (node === x) return one;
  const factors = factorsOf(node);
  if (!factors.includes(x)) return undefined;
  const rest = product(...factors.filter((factor) => factor !== x));
  return some(rest, (part) => part === x) ? undefined : rest;
}
