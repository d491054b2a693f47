/** ⟨E⟩ = −∂ ln Z/∂β, dσ/dΩ = |M|²/64π²s: what an equation gives the value of is used by that value, whatever it is made of. */
import { symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { printExpr } from "../expr/print";
import { replace, some } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withGivenQuantities(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const names = new Map<Expr, Expr>();
  for (const fact of facts) {
    const quantity = fact.kind === "constraint" ? quantityIn(fact.left, fact.right) : undefined;
    if (quantity && !isWorkedOut(quantity, facts))
      names.set(quantity, symbol(printExpr(quantity), "scalar"));
  }
  if (names.size === 0) return claim;
  const named = mapClaim(claim, (part) => replace(part, names));
  return {
    ...named,
    given: named.given.map((premise) => {
      const defined = premise.facts.map(asDefinition);
      return defined.some((fact, n) => fact !== premise.facts[n])
        ? { ...premise, facts: defined }
        : premise;
    }),
  };

  function asDefinition(fact: Fact): Fact {
    return fact.kind === "constraint" && [...names.values()].includes(fact.left)
      ? { kind: "definition", head: fact.left, body: fact.right }
      : fact;
  }
}

/** A mean, or the derivative of a bare name, that the other side does not contain. */
function quantityIn(left: Expr, right: Expr): Expr | undefined {
  if (some(right, (part) => part === left)) return undefined;
  if (left.kind === "expectation") return left;
  if (left.kind !== "derivative" || left.by.kind !== "variable") return undefined;
  const { operand } = left;
  return operand?.kind === "symbol" && operand.type === "scalar" && operand.role === undefined
    ? left
    : undefined;
}

/** What the derivative is of has a value of its own, or an equation without the derivative. */
function isWorkedOut(quantity: Expr, facts: readonly Fact[]): boolean {
  if (quantity.kind !== "derivative") return false;
  const { operand } = quantity;
  return facts.some((fact) => {
    const parts = partsOf(fact);
    const holds = (node: Expr | undefined) =>
      parts.some((part) => some(part, (inner) => inner === node));
    return holds(operand) && !holds(quantity);
  });
}
