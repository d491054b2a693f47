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

/** The limits that are declared: small and large symbols, and each of the two ways in which a ≪ b can be meant. */
export function regimes(
  sides: readonly Expr[],
  facts: readonly Fact[],
): readonly (readonly Shrinking[])[] {
  const shown = freeSymbols(...sides);
  const named = (property: string): readonly (readonly Expr[])[] =>
    facts.flatMap((fact) =>
      fact.kind === "property" && fact.property === property && fact.of.every((one) => isShown(one))
        ? [fact.of]
        : [],
    );
  const isShown = (part: Expr): boolean => [...shown].some((symbol) => symbol === part);
  const always: readonly Shrinking[] = [
    ...declaredSmall(sides, facts),
    ...named("large").flatMap((of) => of.map((parameter) => ({ parameter, towards: -1 }) as const)),
  ];
  const ratios = named("much-less").flatMap(([less, more]) =>
    less && more ? [{ less, more }] : [],
  );
  const ways: readonly (readonly Shrinking[])[] =
    ratios.length === 0
      ? [always]
      : [
          [...always, ...ratios.map(({ less }) => ({ parameter: less, towards: 1 }) as const)],
          [...always, ...ratios.map(({ more }) => ({ parameter: more, towards: -1 }) as const)],
        ];
  return ways.filter((way) => way.length > 0);
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

/** The parameters by which the last term of an expansion is smaller than its first: p in mc² + p²/2m − …, and 1/c where nothing goes to zero. */
export function expansionParameters(terms: readonly Expr[]): readonly Shrinking[] {
  const [first, last] = [terms[0], terms.at(-1)];
  const all = first && last && first !== last ? shrinkingIn(quotient(last, first)) : [];
  const vanishing = all.filter(({ towards }) => towards > 0);
  return vanishing.length > 0 ? vanishing : all;
}
