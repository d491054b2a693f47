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

/** The limits that are declared: small and large symbols, and each of the ways in which ab ≪ c can be meant: by a, by b, by c. */
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
  const ways = ratiosIn(facts)
    .map((ratio) =>
      shrinkingIn(ratio).filter(
        ({ parameter }) => isShown(parameter) && !isGiven(parameter, facts),
      ),
    )
    .reduce<readonly (readonly Shrinking[])[]>(
      (found, each) =>
        each.length > 0 ? found.flatMap((way) => each.map((one) => [...way, one])) : found,
      [always],
    );
  return ways.slice(0, waysAtMost).filter((way) => way.length > 0);
}

const waysAtMost = 8;

/** The ways in which each of the names of a ≪ b is said to go. */
export const saidToGo = (facts: readonly Fact[]): readonly Shrinking[] =>
  ratiosIn(facts).flatMap(shrinkingIn);

/** a/b of a ≪ b. */
const ratiosIn = (facts: readonly Fact[]): readonly Expr[] =>
  facts.flatMap((fact) => {
    if (fact.kind !== "property" || fact.property !== "much-less") return [];
    const [less, more] = fact.of;
    return less && more ? [quotient(less, more)] : [];
  });

const isGiven = (name: Expr, facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.kind === "definition" && fact.head === name);

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
  const [first, ...others] = terms;
  const lists = first ? others.map((term) => shrinkingIn(quotient(term, first))) : [];
  const all = lists.at(-1) ?? [];
  const vanishing = all.filter(isVanishing);
  const beside = lists.map((list) => list.filter(isVanishing)).filter((list) => isApart(list, all));
  return vanishing.length > 0 ? [...vanishing, ...beside.flat()] : all;
}

const isVanishing = ({ towards }: Shrinking): boolean => towards > 0;

/** h beside k in h∂_xf + k∂_yf. */
const isApart = (list: readonly Shrinking[], others: readonly Shrinking[]): boolean =>
  list.every(({ parameter }) => !others.some((other) => other.parameter === parameter));
