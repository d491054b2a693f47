/** What the premises say about the algebra of the operators. */
import { commutator, dagger, one, product, zero } from "../../expr/build";
import type { Expr, Product } from "../../expr/node";
import { type Given, hasProperty } from "../given";
import { isLetter, unspecifiedIn } from "./isLetter";
import { normalised } from "./norms";

/** Two sides that are the same operator. */
export type Relation = readonly [left: Expr, right: Expr];

export const relationsOf = (given: Given): readonly Relation[] => [
  ...[
    ...given.algebras.filter((fact) => normalised(fact) === undefined),
    ...given.constraints.filter(isRelation),
  ].map(({ left, right }): Relation => [left, right]),
  ...given.commuting.map(([left, right]): Relation => [commutator(left, right), zero]),
];

interface Sides {
  readonly left: Expr;
  readonly right: Expr;
}

/** Q² = 0, P² = P, QP = qPQ: an equation between words of unspecified operators. */
export const isRelation = ({ left, right }: Sides): boolean =>
  isWord(left) && (isWord(right) || unspecifiedIn(right).length === 0);

/** ⟨ψ|ψ⟩ */
const isNorm = ({ factors: [first, last, more] }: Product): boolean =>
  first?.kind === "bra" &&
  last?.kind === "ket" &&
  more === undefined &&
  first.labels.every((label, at) => label === last.labels[at]);

function isWord(node: Expr): boolean {
  switch (node.kind) {
    case "product":
      if (isNorm(node)) return true;
      return node.factors.some(isWord) && node.factors.every(({ kind }) => kind !== "derivative");
    case "power":
      return node.exponent.kind === "num" && isWord(node.base);
    case "sum":
      return node.terms.some(isWord);
    case "involution":
      return node.sort === "dagger" && isWord(node.operand);
    default:
      return node.kind === "symbol" && node.role === undefined && isLetter(node);
  }
}

/** U†U = UU† = 1, P² = P, A² = 1. */
export function propertiesOf(nodes: ReadonlySet<Expr>, given: Given): readonly Relation[] {
  const found: Relation[] = [];
  for (const node of nodes) {
    if (node.kind !== "symbol" || node.role !== undefined || !isLetter(node)) continue;
    const has = (property: string) => hasProperty(given, node, property);
    if (has("unitary"))
      found.push([product(dagger(node), node), one], [product(node, dagger(node)), one]);
    if (has("projector")) found.push([product(node, node), node]);
    if (has("involution")) found.push([product(node, node), one]);
  }
  return found;
}
