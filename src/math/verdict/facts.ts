/** What a fact speaks of. */
import type { Fact } from "../expr/claim";
import type { Expr } from "../expr/node";

export function partsOf(fact: Fact): readonly Expr[] {
  switch (fact.kind) {
    case "definition":
      return [fact.head, fact.body];
    case "constraint":
    case "algebra":
    case "inequality":
      return [fact.left, fact.right];
    case "domain":
      return [fact.symbol];
    case "property":
      return fact.of;
    case "line-element":
      return [...fact.coordinates, ...fact.components.flat()];
  }
}
