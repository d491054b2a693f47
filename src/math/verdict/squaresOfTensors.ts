/** F² of a field strength F_{μν} is F_{μν}F^{μν}. */
import { down, product, tensor, up } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isTwo } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { mapClaim, partsOf, withoutFacts } from "./facts";

export function withSquaresOfTensors(claim: Claim): Claim {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  if (!written.some((part) => some(part, isSquare))) return claim;
  const strengths = new Map(
    written.flatMap((part) =>
      [...nodes(part)].flatMap((node) => {
        const name = node.kind === "tensor" && node.indices.length === 2 && nameOf(node.head);
        return name && node.kind === "tensor" ? [[name, node.head] as const] : [];
      }),
    ),
  );
  const told = new Map(
    claim.given.flatMap(({ facts }) =>
      facts.flatMap((fact) => (isOfSquare(fact) ? [[fact.head, fact.body] as const] : [])),
    ),
  );
  let count = 0;
  const put = (node: Expr): Expr => {
    const head = isSquare(node) ? strengths.get(squared(node) ?? "") : undefined;
    if (!head) return node;
    const known = told.get(node);
    if (known) return known;
    const [first, second] = [`ϰ${count++}`, `ϰ${count++}`];
    return product(tensor(head, down(first), down(second)), tensor(head, up(first), up(second)));
  };
  return mapClaim(withoutFacts(claim, isOfSquare), (part) => transform(part, put));
}

const isOfSquare = (fact: Fact): fact is Extract<Fact, { readonly kind: "definition" }> =>
  fact.kind === "definition" && isSquare(fact.head);

const isSquare = (node: Expr): boolean => squared(node) !== undefined;

/** The F of F², also where the 2 is read as a component. */
function squared(node: Expr): string | undefined {
  if (node.kind === "power" && isTwo(node.exponent)) return nameOf(node.base);
  if (node.kind === "dot" && node.left === node.right) return nameOf(node.left);
  if (node.kind !== "tensor" || node.indices.length !== 1) return undefined;
  const [index] = node.indices;
  return index?.value === 2 && index.place === "up" ? nameOf(node.head) : undefined;
}

/** The letters of field strengths. */
const nameOf = (node: Expr): string | undefined =>
  node.kind === "symbol" && /^[FGHW]$/u.test(node.name) ? node.name : undefined;
