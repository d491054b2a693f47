/** σ_± = ½(σ_x ± iσ_y), where nothing says which norm is meant. */
import { constant, down, negate, num, product, quotient, sum, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Labelled, Sym } from "../expr/node";
import type { Meaning } from "./meaning";
import { everyNode } from "./names";

export function* spinLadders(claim: Claim): Generator<Meaning> {
  const found = new Set(everyNode(claim).filter(isLadder));
  for (const head of found) {
    const sign = isPlus(head.labels[0]) ? "+" : "-";
    const up = component(head.head, "x", 1);
    const side = product(constant("i"), component(head.head, "y", 2));
    yield {
      head,
      body: product(quotient(num(1), num(2)), sum(up, sign === "+" ? side : negate(side))),
      latex: `\\sigma_${sign}=\\tfrac12(\\sigma_x${sign}i\\sigma_y)`,
    };
  }
}

const component = (head: Sym, name: string, value: number): Expr =>
  tensor(head, { ...down(name, "spatial"), value });

const isLadder = (node: Expr): node is Labelled =>
  node.kind === "labelled" &&
  node.head.role === "pauli" &&
  node.labels.length === 1 &&
  node.labels.some((label) => isPlus(label) || isPlus(negate(label)));

const isPlus = (label: Expr | undefined): boolean =>
  label?.kind === "symbol" && label.type === "label" && label.name === "+";
