/** Which symbols are meant to be small, from their domain, the premises, or the shape of an expansion. */
import { quotient } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { freeSymbols } from "./freeSymbols";
import { monomials } from "./monomial";
import type { Shrinking } from "./scaling";

/** Symbols of the sides that are declared small. */
export function declaredSmall(
  sides: readonly Expr[],
  facts: readonly Fact[],
): readonly Shrinking[] {
  const stated = new Set(
    facts.flatMap((fact) =>
      fact.kind === "domain" && fact.domain === "small" ? [fact.symbol] : [],
    ),
  );
  return [...freeSymbols(...sides)]
    .filter((symbol) => symbol.domain === "small" || stated.has(symbol))
    .map((parameter) => ({ parameter, towards: 1 }));
}

/** x of O(xⁿ): symbols with positive powers go to zero, those with negative powers to infinity. */
export function shrinkingIn(argument: Expr): readonly Shrinking[] {
  const [only, ...others] = monomials(argument);
  if (!only || others.length > 0) return [];
  const parameters = only.factors.filter(
    ({ base }) => base.kind === "symbol" || base.kind === "labelled",
  );
  return parameters.map(({ base, times }) => ({ parameter: base, towards: times > 0 ? 1 : -1 }));
}

/** The parameters by which the last term of an expansion is smaller than its first. */
export function expansionParameters(terms: readonly Expr[]): readonly Shrinking[] {
  const [first, last] = [terms[0], terms.at(-1)];
  return first && last && first !== last ? shrinkingIn(quotient(last, first)) : [];
}
