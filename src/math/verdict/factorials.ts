/** Γ(ε) = 1/ε − γ + O(ε), ψ(x+1) = ψ(x) + 1/x: what γ and ψ are called beside factorials. */
import { constant, func } from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import type { Call, Expr } from "../expr/node";
import { isNamed } from "../expr/questions";
import { children, nodes, transform } from "../expr/walk";
import { partsOf } from "./facts";
import { basis, type Written } from "./written";

export function withNamesOfFactorials(claim: Claim): Claim | Written {
  const sides = [claim.left, claim.right];
  const all = sides.flatMap((side) => [...nodes(side)]);
  const isMet = (name: string): boolean => all.some((node) => isNamed(node, name));
  if (!isMet("γ") && !isMet("ψ")) return claim;
  const spoken = claim.given
    .flatMap(({ facts }) => facts.flatMap(partsOf))
    .flatMap((part) => [...nodes(part)]);
  const isFree = (name: string): boolean =>
    isMet(name) && !spoken.some((node) => isNamed(node, name));
  const isEuler =
    isFree("γ") &&
    !sides.some((side) => isNamed(side, "γ") || isInside(side)) &&
    all.every((node) => !isNamed(node, "γ") || isScalar(node));
  const calls = all.filter(isPsi);
  const isOfFactorials = all.some(isGamma);
  const isDigamma =
    isFree("ψ") &&
    calls.length === all.filter((node) => isNamed(node, "ψ")).length &&
    (isOfFactorials || isEuler || isRecurrence(calls, all));
  const isEvident = isOfFactorials || isDigamma || (all.some(isLogarithm) && all.some(isIntegral));
  const named = isEuler && isEvident;
  if (!named && !isDigamma) return claim;
  const put = (side: Expr): Expr =>
    transform(side, (node) => {
      if (named && isNamed(node, "γ")) return constant("γ_E");
      return isDigamma && isPsi(node) ? func("ψ", node.args) : node;
    });
  return {
    claim: { ...claim, left: put(claim.left), right: put(claim.right) },
    used: [...(named ? [eulersConstant] : []), ...(isDigamma ? [digamma] : [])],
  };
}

const eulersConstant: Premise = basis("Euler's constant", "\\gamma=0.5772\\ldots");
const digamma: Premise = basis("the digamma function", "\\psi(x)=\\Gamma'(x)/\\Gamma(x)");

const isScalar = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "scalar" && node.role === undefined;

const isPsi = (node: Expr): node is Call =>
  node.kind === "call" && node.args.length === 1 && isNamed(node.head, "ψ");

const isGamma = (node: Expr): boolean => node.kind === "function" && node.name === "Γ";

const isLogarithm = (node: Expr): boolean =>
  node.kind === "function" && (node.name === "ln" || node.name === "log");

const isIntegral = (node: Expr): boolean => node.kind === "integral";

/** ψ(x + 1) and ψ(x), ψ(1 − x) and ψ(x), and no other function. */
function isRecurrence(calls: readonly Call[], all: readonly Expr[]): boolean {
  const places = new Set(calls.map(({ args }) => args[0]));
  const isShifted = [...places].some(
    (place) => place?.kind === "sum" && place.terms.some(({ kind }) => kind === "num"),
  );
  return (
    places.size === 2 &&
    isShifted &&
    all.filter(({ kind }) => kind === "call").length === calls.length
  );
}

/** γ in an argument, an exponent or an integrand varies. */
function isInside(node: Expr): boolean {
  const holds = (part: Expr): boolean => [...nodes(part)].some((one) => isNamed(one, "γ"));
  switch (node.kind) {
    case "power":
      return holds(node.exponent) || isInside(node.base);
    case "function":
    case "call":
    case "integral":
    case "derivative":
    case "series":
    case "limit":
      return holds(node);
    default:
      return children(node).some(isInside);
  }
}
