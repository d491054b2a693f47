/** T = 290 K, E = hc/λ with λ = 500 nm: the values the text gives, put where their names stand. */
import { isConstant } from "../evaluate/scalar/relation";
import type { Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { replace } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";

/** Definitions put into one another before one counts as a value. */
const depth = 3;

export function quoted(side: Expr, facts: readonly Fact[]): Expr {
  const values = new Map<Expr, Expr>();
  for (let round = 0; round < depth; round++)
    for (const fact of facts) {
      if (fact.kind !== "definition" || !isName(fact.head)) continue;
      const body = replace(fact.body, values);
      if (isValue(body)) values.set(fact.head, body);
    }
  return values.size > 0 ? replace(side, values) : side;
}

const isName = ({ kind }: Expr): boolean => kind === "symbol" || kind === "labelled";

const isValue = (body: Expr): boolean =>
  [...freeSymbols(body)].every(
    ({ role, name }) => role === "physical-constant" || isConstant(name),
  );
