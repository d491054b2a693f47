/** ∫d^dk/(k² − Δ)^n as everybody means it: Δ − iε, where the text writes no iε. */
import { constant, dot, minus, num, power, product, quotient, sum, symbol } from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Integral, Sym } from "../expr/node";
import { isTwo } from "../expr/questions";
import { mapChildren, replace, some, transform } from "../expr/walk";
import { basis, type Written } from "./written";

export function withPrescription(claim: Claim): Written {
  const { metric } = claim.conventions;
  if (metric === "euclidean") return { claim, used: [] };
  const put = (side: Expr): Expr =>
    transform(side, (node) => (node.kind === "integral" ? prescribed(node, metric) : node));
  const [left, right] = [put(claim.left), put(claim.right)];
  if ([left, right].some((side) => some(side, isCancelled))) return { claim, used: [] };
  const isNew = [left, right].some((side) => some(side, (node) => node === small));
  return { claim: { ...claim, left, right }, used: isNew ? [premise] : [] };
}

const premise: Premise = basis("Feynman's prescription", "k^2-\\Delta\\to k^2-\\Delta+i\\epsilon");

/** One loop momentum over all of spacetime, in denominators with its square and a shell. */
function prescribed(node: Integral, metric: "mostly-minus" | "mostly-plus"): Expr {
  const [measure, more] = node.measures;
  if (!measure?.power || more || measure.lower || measure.upper || measure.sort !== "plain")
    return node;
  const { variable } = measure;
  if (variable.kind !== "symbol" || !isMomentum(variable, measure.power)) return node;
  const isShell = (part: Expr): boolean =>
    part.kind === "sum" &&
    part.terms.some((term) => isSquareOf(variable, term)) &&
    part.terms.every(
      (term) =>
        isSquareOf(variable, term) ||
        isImaginary(term) ||
        isNegative(term) === (metric === "mostly-minus"),
    );
  const isPrescribed = (part: Expr): boolean =>
    part.kind === "sum" && isShell(part) && part.terms.some(isImaginary);
  const shifted = underLines(node.integrand, (under) =>
    transform(under, (part) => {
      if (part.kind !== "sum" || !isShell(part) || part.terms.some(isImaginary)) return part;
      return metric === "mostly-minus" ? sum(part, small) : minus(part, small);
    }),
  );
  if (shifted === node.integrand && !some(node.integrand, isPrescribed)) return node;
  const vector = intern({ ...variable, type: "four-vector" });
  const square = new Map<Expr, Expr>([[power(variable, num(2)), dot(vector, vector)]]);
  const integrand = replace(replace(shifted, square), new Map([[variable, vector]]));
  return intern({ ...node, integrand, measures: [{ ...measure, variable: vector }] });
}

/** The denominators changed; a shell in δ(k² − m²) is left as it is. */
function underLines(node: Expr, change: (under: Expr) => Expr): Expr {
  if (node.kind === "quotient") return quotient(underLines(node.over, change), change(node.under));
  if (node.kind === "power" && node.exponent.kind === "num" && node.exponent.numerator < 0n)
    return power(change(node.base), node.exponent);
  return node.kind === "product" || node.kind === "sum"
    ? mapChildren(node, (part) => underLines(part, change))
    : node;
}

/** ∫d^dk e^{−ik·x}: what stood below the line on the other side was cancelled. */
const isCancelled = (node: Expr): boolean =>
  node.kind === "integral" &&
  node.measures.every(
    ({ variable, power: size, lower, upper, sort }) =>
      size !== undefined &&
      !lower &&
      !upper &&
      sort === "plain" &&
      variable.kind === "symbol" &&
      isMomentum(variable, size),
  ) &&
  underLines(node.integrand, (under) =>
    node.measures.some(({ variable }) => some(under, (part) => part === variable)) ? small : under,
  ) === node.integrand;

const small = product(constant("i"), symbol("0⁺", "scalar", { domain: "small" }));

/** A name that is no Euclidean one; of a scalar the measure says that it is a momentum of spacetime. */
const isMomentum = ({ type, role, name }: Sym, size: Expr): boolean =>
  role === undefined &&
  !/E$/.test(name) &&
  (type === "four-vector" || (type === "scalar" && (size.kind !== "num" || size.numerator === 4n)));

const isSquareOf = (name: Expr, term: Expr): boolean =>
  term.kind === "dot"
    ? term.left === name && term.right === name
    : term.kind === "power" && term.base === name && isTwo(term.exponent);

const isNegative = (term: Expr): boolean =>
  term.kind === "num"
    ? term.numerator < 0n
    : term.kind === "product" && term.factors[0] !== undefined && isNegative(term.factors[0]);

/** iε, i0 or any other imaginary part. */
const isImaginary = (term: Expr): boolean =>
  some(term, (node) => node.kind === "constant" && node.name === "i");
