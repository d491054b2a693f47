/** d = 4 − 2ε: where a claim counts dimensions without writing d, ε is what is missing to four. */
import type { Claim, Fact } from "../expr/claim";
import { isolate } from "../expr/isolate";
import type { Expr, Sym } from "../expr/node";
import { replace, some, symbolsOf } from "../expr/walk";
import type { Written } from "./written";

export function withNearFour(claim: Claim): Claim | Written {
  const { left, right, given, conventions } = claim;
  const sides = [left, right];
  if (conventions.dim !== "d" || sides.some((side) => some(side, isDimension))) return claim;
  if (!sides.some((side) => some(side, isOfSpacetime))) return claim;
  for (const premise of given)
    for (const fact of premise.facts) {
      const missing = missingOf(fact);
      if (!missing || !sides.every((side) => isPolynomialIn(side, missing.name))) continue;
      if (!sides.some((side) => some(side, (node) => node === missing.name))) continue;
      const put = new Map<Expr, Expr>([[missing.name, missing.value]]);
      const changed = { ...claim, left: replace(left, put), right: replace(right, put) };
      return { claim: changed, used: [premise], names: new Map([[missing.value, missing.name]]) };
    }
  return claim;
}

/** ε = (4 − d)/2. */
function missingOf(fact: Fact): { readonly name: Sym; readonly value: Expr } | undefined {
  if (fact.kind !== "definition" || !isDimension(fact.head)) return undefined;
  const [name, ...more] = symbolsOf(fact.body);
  const value = name && more.length === 0 ? isolate(fact.body, fact.head, name) : undefined;
  return name && value ? { name, value } : undefined;
}

const isDimension = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "scalar" && /^[dD]$/.test(node.name);

const isOfSpacetime = (node: Expr): boolean =>
  node.kind === "tensor" && node.indices.some(({ space }) => space === "lorentz");

/** Γ(ε) and x^ε have values at numbers of dimensions that are none. */
const isPolynomialIn = (side: Expr, name: Expr): boolean => {
  const shows = (part: Expr): boolean => some(part, (node) => node === name);
  return !some(
    side,
    (node) =>
      (/^(function|call|integral)$/.test(node.kind) && shows(node)) ||
      (node.kind === "power" && shows(node.exponent)),
  );
};
