/** f′(x) where f(x) is given: the derivative of what is given. */

import { derivative, num } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { some, transform } from "../expr/walk";
import { mapFact, partsOf } from "./facts";
import type { Written } from "./written";

/** f(formal) = body. */
interface Given {
  readonly name: Sym;
  readonly formal: Sym;
  readonly body: Expr;
}

export function withPrimesOfGiven(claim: Claim): Written {
  const told = claim.given
    .flatMap(({ facts }) => facts)
    .flatMap((fact) =>
      fact.kind === "definition" && functionsIn(fact).length > 0 ? [fact.body] : partsOf(fact),
    );
  const written = [claim.left, claim.right, ...told];
  const used = claim.given.filter(({ facts }) =>
    facts.some((fact) =>
      functionsIn(fact).some((one) => written.some((part) => some(part, isPrimeOf(one)))),
    ),
  );
  if (used.length === 0) return { claim, used };
  const given = used.flatMap(({ facts }) => facts.flatMap(functionsIn));
  const worked = (side: Expr): Expr => transform(side, (node) => unprimed(node, given) ?? node);
  const facts = ({ facts: list }: Premise): readonly Fact[] =>
    list.map((fact) =>
      fact.kind === "definition" && functionsIn(fact).length > 0
        ? { ...fact, body: worked(fact.body) }
        : mapFact(fact, worked),
    );
  return {
    claim: {
      ...claim,
      left: worked(claim.left),
      right: worked(claim.right),
      given: claim.given.map((premise) => ({ ...premise, facts: facts(premise) })),
    },
    used,
  };
}

const isPrimeOf =
  (one: Given) =>
  (node: Expr): boolean =>
    unprimed(node, [one]) !== undefined;

function functionsIn(fact: Fact): readonly Given[] {
  if (fact.kind !== "definition" || fact.head.kind !== "call") return [];
  const { head, args } = fact.head;
  const [formal, more] = args;
  return head.kind === "symbol" && formal?.kind === "symbol" && more === undefined
    ? [{ name: head, formal, body: fact.body }]
    : [];
}

/** f′(a) and f(a)′; undefined of anything else. */
function unprimed(node: Expr, given: readonly Given[]): Expr | undefined {
  const primed =
    node.kind === "call" && node.head.kind === "primed"
      ? { head: node.head.head, order: node.head.order, args: node.args }
      : node.kind === "primed" && node.head.kind === "call"
        ? { head: node.head.head, order: node.order, args: node.head.args }
        : undefined;
  const [argument, more] = primed?.args ?? [];
  const known = given.find(({ name }) => name === primed?.head);
  if (!primed || !argument || more || !known) return undefined;
  const { formal, body } = known;
  const rise = derivative(
    { kind: "variable", variable: formal, style: "partial" },
    body,
    num(primed.order),
  );
  return argument === formal
    ? rise
    : intern({ kind: "bar", body: rise, at: [{ variable: formal, value: argument }] });
}
