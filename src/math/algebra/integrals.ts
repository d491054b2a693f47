/** Integrals of one variable: constants out, antiderivatives between their ends. */
import { constant, func, minus, num, product, quotient, sum } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Integral } from "../expr/node";
import { factorsOf, termsOf } from "../expr/questions";
import { replace, some, symbolsOf, transform } from "../expr/walk";
import { antiderivative } from "./antiderivative";
import type { Law } from "./law";
import { rationalOf } from "./rational";

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
  statement: "∫ₐᵇ F′ dx = [F]ₐᵇ",
  rewrite(node) {
    if (node.kind !== "integral" || node.measures.length !== 1) return undefined;
    const [measure] = node.measures;
    if (measure?.sort !== "plain" || measure.power) return undefined;
    const { variable: x, lower, upper } = measure;
    if (x.kind !== "symbol" || x.type !== "scalar" || !lower || !upper) return undefined;
    const found = antiderivative(node.integrand, x);
    return (
      found &&
      intern({ kind: "bar", body: found, at: [{ variable: x, value: x }], from: lower, to: upper })
    );
  },
};

/** sin²x = (1 − cos 2x)/2 under an integral. */
export const halfAngle: Law = {
  name: "integral.half-angle",
  needs: ["integral"],
  forth: "uses a half-angle formula",
  back: "uses a half-angle formula",
  statement: "∫sin²x dx = ∫(1 − cos 2x)/2 dx",
  rewrite(node) {
    if (node.kind !== "integral") return undefined;
    const integrand = transform(node.integrand, (part) => {
      if (part.kind !== "power" || part.exponent !== num(2)) return part;
      if (part.base.kind !== "function" || part.base.args.length !== 1) return part;
      const sign = { sin: -1, cos: 1 }[part.base.name];
      if (sign === undefined) return part;
      const doubled = func("cos", [product(num(2), part.base.args[0] as Expr)]);
      return quotient(sum(num(1), product(num(sign), doubled)), num(2));
    });
    return integrand === node.integrand ? undefined : intern({ ...node, integrand });
  },
};

/** [F]ₐᵇ = F(b) − F(a), where what is exponentially small at infinity vanishes. */
export const putInEnds: Law = {
  name: "integral.ends",
  needs: ["bar"],
  forth: "puts in the limits",
  back: "writes it as a difference of values",
  statement: "[F]ₐᵇ = F(b) − F(a)",
  rewrite(node) {
    if (node.kind !== "bar" || !node.from || !node.to) return undefined;
    const [only, more] = [...symbolsOf(node.body)].filter(({ type }) => type === "scalar");
    const variable = node.at[0]?.variable ?? (more ? undefined : only);
    if (!variable) return undefined;
    const [upper, lower] = [node.to, node.from].map((end) => valueAt(node.body, variable, end));
    return upper && lower && minus(upper, lower);
  },
};

function valueAt(body: Expr, x: Expr, end: Expr): Expr | undefined {
  const infinite = some(end, (part) => part.kind === "constant" && part.name === "∞");
  if (!infinite) return replace(body, new Map([[x, end]]));
  return end.kind === "constant" && termsOf(body).every((term) => decays(term, x))
    ? num(0)
    : undefined;
}

/** A factor e^{−cxⁿ}. */
const decays = (term: Expr, x: Expr): boolean =>
  factorsOf(term.kind === "quotient" ? term.over : term).some(
    (factor) =>
      factor.kind === "power" &&
      factor.base === constant("e") &&
      some(factor.exponent, (part) => part === x) &&
      (rationalOf(factorsOf(factor.exponent)[0] ?? num(0))?.numerator ?? 0n) < 0n,
  );
