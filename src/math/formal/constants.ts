/** Numbers by their sort: what depends on nothing, what is real, what is positive. */
import { constantDomains } from "../expr/domains";
import type { Expr, Sym } from "../expr/node";
import { children } from "../expr/walk";

/** A label, a constant of nature, a mass: a number that depends on nothing. */
export const isConstantOfNature = (s: Sym): boolean =>
  isFree(s) &&
  (s.type === "label" ||
    s.role === "physical-constant" ||
    (s.type === "scalar" &&
      s.role === undefined &&
      s.domain === "positive" &&
      /^[mħ]$/u.test(s.name)));

/** Depends on nothing, and is nowhere shown as if it did. */
const isFree = ({ dependsOn, shownOf }: Sym): boolean =>
  (dependsOn?.length ?? 0) === 0 && shownOf === undefined;

/** One of these, or a coupling. */
export const isCoupling = (s: Sym): boolean =>
  isConstantOfNature(s) ||
  (s.role !== undefined && fixedRoles.has(s.role)) ||
  (isPlainScalar(s) && isFree(s) && /^[egkNλ]$/u.test(s.name));

export const isPlainScalar = (s: Sym): boolean =>
  s.type === "scalar" && s.role === undefined && s.grassmann !== true;

/** Made of coefficients alone. */
export const isFixedNumber = (node: Expr): boolean =>
  node.kind === "symbol"
    ? isCoupling(node)
    : node.kind === "num" ||
      node.kind === "constant" ||
      (["sum", "product", "quotient", "power", "function", "labelled"].includes(node.kind) &&
        children(node).every(isFixedNumber));

/** Equal to its complex conjugate. */
export const isReal = (node: Expr): boolean =>
  node.kind === "symbol"
    ? isConstantOfNature(node) || constantDomains.has(node.domain ?? "")
    : node.kind === "constant"
      ? node.name !== "i"
      : node.kind === "num" ||
        (["sum", "product"].includes(node.kind) && children(node).every(isReal)) ||
        (node.kind === "labelled" && isReal(node.head));

export const isPositive = (node: Expr): boolean =>
  node.kind === "symbol"
    ? node.domain === "positive"
    : node.kind === "constant"
      ? node.name === "π" || node.name === "e"
      : node.kind === "num" && node.numerator > 0n;

/** Tensors of numbers by their role. */
export const fixedRoles = new Set([
  "metric",
  "delta",
  "epsilon",
  "structure",
  "symmetric-structure",
  "physical-constant",
]);
