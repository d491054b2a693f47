/** A_μ^a of a given A_μ = A_μ^a T^a: numbers beside the generators that make A_μ a matrix. */
import { symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Tensor } from "../expr/node";
import { some, transform } from "../expr/walk";
import { mapClaim } from "./facts";

export function withGivenComponents(claim: Claim): Claim {
  const components = new Set(
    claim.given.flatMap(({ facts }) => facts.flatMap(componentsIn)).map(keyOf),
  );
  if (components.size === 0) return claim;
  return mapClaim(claim, (side) =>
    transform(side, (node) =>
      node.kind === "tensor" && components.has(keyOf(node))
        ? intern({ ...node, head: symbol(nameOf(node), "scalar") })
        : node,
    ),
  );
}

/** The operator-like tensors of the same name, with an index more, that a generator is multiplied by. */
function componentsIn(fact: Fact): readonly Tensor[] {
  if (fact.kind !== "definition" || fact.head.kind !== "tensor") return [];
  const { head, body } = fact;
  const factors = body.kind === "product" ? body.factors : [];
  return factors.some((factor) => some(factor, isGenerator))
    ? factors.filter(
        (factor): factor is Tensor =>
          factor.kind === "tensor" &&
          factor.head.kind === "symbol" &&
          factor.head.type === "operator" &&
          factor.indices.length > head.indices.length &&
          nameOf(factor) === nameOf(head),
      )
    : [];
}

const isGenerator = (node: Expr): boolean => node.kind === "symbol" && node.role === "generator";

const nameOf = ({ head }: Tensor): string => (head.kind === "symbol" ? head.name : "");

const keyOf = (node: Tensor): string => `${nameOf(node)} ${node.indices.length}`;
