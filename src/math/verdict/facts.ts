/** Going through facts as one goes through expressions. */
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

/** The fact with every expression in it changed. */
export function mapFact(fact: Fact, change: (part: Expr) => Expr): Fact {
  switch (fact.kind) {
    case "definition":
      return { ...fact, head: change(fact.head), body: change(fact.body) };
    case "constraint":
    case "algebra":
    case "inequality":
      return { ...fact, left: change(fact.left), right: change(fact.right) };
    case "domain":
      return { ...fact, symbol: change(fact.symbol) };
    case "property":
      return { ...fact, of: fact.of.map(change) };
    case "line-element":
      return {
        ...fact,
        coordinates: fact.coordinates.map(change),
        components: fact.components.map((row) => row.map(change)),
      };
  }
}

/** The two sides a fact makes equal, where it does. */
export function equated(fact: Fact): readonly [Expr, Expr] | undefined {
  switch (fact.kind) {
    case "definition":
      return [fact.head, fact.body];
    case "constraint":
    case "algebra":
      return [fact.left, fact.right];
    default:
      return undefined;
  }
}
