/** By what a prime differentiates, as a′ = da/dη says or as the line itself shows: ρ′ beside dρ/dr is a derivative by r. */
import { call, derivative, num, symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { By, Derivative, Expr, Sym } from "../expr/node";
import { isTime } from "../expr/questions";
import { mapChildren, nodes, some, symbolsOf } from "../expr/walk";
import { mapClaim, partsOf, withoutFacts } from "./facts";
import { primesOn, withoutPrimes } from "./primedNames";

export function withDefinedPrimes(claim: Claim): Claim {
  const told = claim.given.flatMap(({ facts }) => facts.flatMap((fact) => primeIn(fact) ?? []));
  const said = told.length > 0 ? told : shownIn(claim);
  if (said.length === 0) return claim;
  const risen = (node: Expr, of: (base: Sym) => Expr): Expr | undefined => {
    const found = said.find(({ base }) => primesOn(node, base) > 0);
    return (
      found &&
      derivative(
        { kind: "variable", variable: found.variable, style: "total" },
        of(found.base),
        num(primesOn(node, found.base)),
      )
    );
  };
  const written = (node: Expr): Expr =>
    node.kind === "call"
      ? (risen(node.head, (base) => call(base, ...node.args)) ??
        mapChildren(node, (part) => (part === node.head ? part : written(part))))
      : (risen(node, (base) => base) ?? mapChildren(node, written));
  const speaks = (fact: Fact): boolean =>
    partsOf(fact).some((part) =>
      some(part, (node) => said.some(({ variable }) => variable === node)),
    );
  const others = withoutFacts(claim, (fact) => primeIn(fact) !== undefined && speaks(fact));
  return mapClaim(others, written);
}

interface Prime {
  readonly base: Sym;
  readonly variable: Expr;
}

function primeIn(fact: Fact): Prime | undefined {
  if (fact.kind !== "definition" || fact.head.kind !== "symbol") return undefined;
  const { head, body } = fact;
  if (body.kind !== "derivative" || body.by.kind !== "variable" || body.order !== num(1))
    return undefined;
  const { operand } = body;
  return operand?.kind === "symbol" && head.name === `${operand.name}′`
    ? { base: operand, variable: body.by.variable }
    : undefined;
}

/** What carries a prime where the line differentiates it by one variable: beside u″ every prime is a derivative, else that of a name whose own derivative is taken, or which stands under a total one. */
function shownIn({ left, right, conventions }: Claim): readonly Prime[] {
  const all = [left, right].flatMap((side) => [...nodes(side)]);
  const names = all.filter((node): node is Sym => node.kind === "symbol" && isPrimed(node));
  const [first] = names;
  if (!first) return [];
  const derivatives = all.filter((node) => node.kind === "derivative");
  if (conventions.dim === 2) return alongLine(names, derivatives);
  const [variable, ...more] = new Set(derivatives.map(({ by }) => variableOf(by)));
  if (variable?.kind !== "symbol" || more.length > 0) return [];
  if (names.some((name) => withoutPrimes(name.name) === variable.name)) return [];
  const under = new Set(
    derivatives.flatMap(({ operand }) => (operand ? [...symbolsOf(operand)] : [])),
  );
  const bases = new Map(
    names.map(({ kind: _, name, type, ...details }) => [
      withoutPrimes(name),
      symbol(withoutPrimes(name), type, details),
    ]),
  );
  const isTwice =
    names.some(({ name }) => /′′$/u.test(name) && !isPlace.test(name)) ||
    all.some((node) => node.kind === "primed");
  const isTotal = derivatives.every(({ by }) => by.kind === "variable" && by.style === "total");
  const isShown = (base: Sym): boolean => {
    const own = names.filter((name) => primesOn(name, base) > 0);
    if (isTotal && own.some((one) => under.has(one))) return true;
    return [...under].some((name) => name.name === base.name) && !own.some((one) => under.has(one));
  };
  const meant = [...bases.values()].filter((base) =>
    isTwice ? true : !isTime(variable) && !isPlace.test(`${base.name}′`) && isShown(base),
  );
  return meant.map((base) => ({ base, variable }));
}

/** φ′ beside φ̇ and ∂_μφ, where there is one direction of space. */
function alongLine(names: readonly Sym[], derivatives: readonly Derivative[]): readonly Prime[] {
  const fields = new Set(
    derivatives.flatMap(({ by, operand }) =>
      operand?.kind === "symbol" &&
      (by.kind === "index" || (by.kind === "variable" && isTime(by.variable)))
        ? [operand]
        : [],
    ),
  );
  return [...fields]
    .filter((base) => names.some((name) => primesOn(name, base) > 0))
    .map((base) => ({ base, variable: symbol("x", "scalar") }));
}

const isPrimed = ({ name }: Sym): boolean => name.endsWith("′");

const variableOf = (by: By): Expr | undefined =>
  by.kind === "variable" && by.style !== "functional" ? by.variable : undefined;

/** x′ is another place, p′ another momentum. */
const isPlace = /^[xyzrtpkqls𝐱𝐫𝐩𝐤𝐪]′/u;
