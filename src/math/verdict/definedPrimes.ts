/** a′ = da/dη says by what a prime differentiates: a′, a″ and (a²)′ are derivatives by η. */
import { derivative, num } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { some, transform } from "../expr/walk";
import { mapClaim, partsOf, withoutFacts } from "./facts";
import { primesOn } from "./primedNames";

export function withDefinedPrimes(claim: Claim): Claim {
  const said = claim.given.flatMap(({ facts }) => facts.flatMap((fact) => primeIn(fact) ?? []));
  if (said.length === 0) return claim;
  const written = (part: Expr): Expr =>
    transform(part, (node) => {
      const found = said.find(({ base }) => primesOn(node, base) > 0);
      return found
        ? derivative(
            { kind: "variable", variable: found.variable, style: "total" },
            found.base,
            num(primesOn(node, found.base)),
          )
        : node;
    });
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
