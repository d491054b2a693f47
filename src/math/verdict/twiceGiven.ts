/** F = −kT ln Z and F = U − TS: a name that is given twice relates what it is given by. */
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { some } from "../expr/walk";
import { withFacts } from "./facts";
import { freeSymbols } from "./freeSymbols";

/** The first equation for a name defines it, every further one relates its two values. */
export function withTwiceGiven(claim: Claim): Claim {
  const values = new Map<Expr, Expr>();
  const related = (fact: Fact): Fact => {
    if (fact.kind !== "definition" || !isPlain(fact.head)) return fact;
    const before = values.get(fact.head);
    if (before === undefined) values.set(fact.head, fact.body);
    if (before === undefined || before === fact.body) return fact;
    const { head, body } = fact;
    if (freeSymbols(before, body).size === 0) return fact;
    if ([before, body].some((value) => some(value, (part) => part === head))) return fact;
    return { kind: "constraint", left: before, right: body };
  };
  return withFacts(claim, related);
}

const isPlain = (head: Expr): head is Sym =>
  head.kind === "symbol" && head.type === "scalar" && head.role === undefined;
