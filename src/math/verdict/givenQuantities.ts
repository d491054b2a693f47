/** ⟨E⟩ = −∂ ln Z/∂β, dσ/dΩ = |M|²/64π²s, m² = V″(v): what an equation gives the value of is used by that value, whatever it is made of. */
import { symbol, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { printExpr } from "../expr/print";
import { typeOf } from "../expr/questions";
import { replace, some } from "../expr/walk";
import { equated, mapClaim, partsOf, withFacts } from "./facts";

export function withGivenQuantities(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const names = new Map<Expr, Expr>();
  for (const fact of facts) {
    const quantity = fact.kind === "constraint" ? quantityIn(fact.left, fact.right) : undefined;
    if (quantity && !isWorkedOut(quantity, claim) && !isTakenApart(quantity, claim))
      names.set(quantity, symbol(printExpr(quantity), "scalar"));
  }
  if (names.size === 0) return claim;
  return withFacts(
    mapClaim(claim, (part) => replace(part, names)),
    asDefinition,
  );

  function asDefinition(fact: Fact): Fact {
    if (fact.kind !== "constraint") return fact;
    const { left: head, right: body } = fact;
    const isNamed = [...names.values()].includes(head);
    const isSum = [...names].some(
      ([quantity, name]) =>
        quantity.kind === "derivative" &&
        quantity.operand === head &&
        some(body, (node) => node === name),
    );
    return isNamed || isSum ? { kind: "definition", head, body } : fact;
  }
}

/** ¼ ∑|M|²: over all spins, without a label. */
const isSumOverAll = (node: Expr): boolean => node.kind === "series" && node.variables.length === 0;

/** Γ(π → μν), P(ν_e → ν_μ). */
const isOfProcess = (node: Expr): boolean =>
  (node.kind === "function" || node.kind === "call") &&
  node.args.some((argument) => argument.kind === "opaque" && argument.what === "→");

/** A mean, a rate of a process, a sum over all there is, or the derivative of a bare name, that the other side does not contain. */
function quantityIn(left: Expr, right: Expr): Expr | undefined {
  if (some(right, (part) => part === left)) return undefined;
  if (left.kind === "expectation" || isMean(left) || some(left, isSumOverAll)) return left;
  if (isOfProcess(left)) return left;
  if (isModulus(left)) return left;
  if (left.kind === "power")
    return left.exponent.kind === "num" && typeOf(left.base) === "scalar" && some(right, isDerived)
      ? left
      : undefined;
  if (left.kind !== "derivative" || left.by.kind !== "variable") return undefined;
  const { operand } = left;
  return operand?.kind === "symbol" && operand.type === "scalar" && operand.role === undefined
    ? left
    : undefined;
}

/** The bar of an average over what it covers. */
const isMean = (node: Expr): boolean => node.kind === "function" && node.name === "mean";

/** |M|², |ψ|: what lies below the modulus is nowhere else in the claim. */
const isModulus = (node: Expr): boolean => belowModulus(node) !== undefined;

/** M of |M|² and of |M|. */
function belowModulus(node: Expr): Expr | undefined {
  const modulus = node.kind === "power" ? node.base : node;
  const [of] = modulus.kind === "function" && modulus.name === "abs" ? modulus.args : [];
  return of?.kind === "symbol" && of.type === "scalar" ? of : undefined;
}

/** V″(v), and what else no solving of equations undoes. */
const isDerived = (node: Expr): boolean =>
  node.kind === "derivative" || node.kind === "primed" || node.kind === "integral";

/** m of m² = V″(v), M of |M|² = …, stands elsewhere by itself or in another power. */
function isTakenApart(quantity: Expr, claim: Claim): boolean {
  const base = belowModulus(quantity) ?? (quantity.kind === "power" ? quantity.base : undefined);
  if (!base) return false;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const without = new Map<Expr, Expr>([[quantity, zero]]);
  return [claim.left, claim.right, ...facts.flatMap(partsOf)].some((part) =>
    some(replace(part, without), (node) => node === base),
  );
}

/** What the derivative is of is spoken of in another way than as the sum of what the derivative counts, σ = ∫dΩ dσ/dΩ. */
function isWorkedOut(quantity: Expr, claim: Claim): boolean {
  if (quantity.kind !== "derivative") return false;
  const { operand } = quantity;
  const without = new Map<Expr, Expr>([[quantity, zero]]);
  const speaks = (part: Expr): boolean => some(replace(part, without), (node) => node === operand);
  const facts = claim.given.flatMap((premise) => premise.facts);
  const others = facts.filter((fact) => !isTotal(fact, quantity, operand));
  return (
    others.some((fact) => partsOf(fact).some(speaks)) ||
    (others.length === facts.length && [claim.left, claim.right].some(speaks))
  );
}

/** σ = ∫dΩ dσ/dΩ. */
function isTotal(fact: Fact, quantity: Expr, operand: Expr | undefined): boolean {
  const [left, right] = equated(fact) ?? [];
  return left === operand && right !== undefined && some(right, (node) => node === quantity);
}
