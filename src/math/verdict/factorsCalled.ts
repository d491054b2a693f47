/** Ω_m(1+z)³ beside Ω_m/a³: a number that stands alone elsewhere multiplies the power of a sum that stands in parentheses behind it. */
import { power, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Call, Expr } from "../expr/node";
import { isNumeral, typeOf } from "../expr/questions";
import { children, nodes, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withFactorsCalled(claim: Claim): Claim {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const calls = written.flatMap((part) =>
    [...nodes(part)].filter((node): node is Call => node.kind === "call"),
  );
  if (calls.length === 0) return claim;
  const raised = new Set(
    written.flatMap((part) =>
      [...nodes(part)].flatMap((node) => (node.kind === "power" ? [node.base] : [])),
    ),
  );
  const bare = new Set(written.flatMap(standingAlone));
  const factors = new Set(
    calls.flatMap(({ head }) =>
      typeOf(head) === "scalar" &&
      bare.has(head) &&
      calls.every((other) => other.head !== head || (isOfSum(other) && raised.has(other)))
        ? [head]
        : [],
    ),
  );
  if (factors.size === 0) return claim;
  const isFactor = (node: Expr): node is Call => node.kind === "call" && factors.has(node.head);
  return mapClaim(claim, (part) =>
    transform(part, (node) => {
      if (isFactor(node)) return product(node.head, ...node.args);
      if (node.kind !== "power" || node.base.kind !== "product") return node;
      const [head, inside, ...more] = node.base.factors;
      return head && inside && more.length === 0 && factors.has(head)
        ? product(head, power(inside, node.exponent))
        : node;
    }),
  );
}

const isOfSum = ({ args: [only, ...more] }: Call): boolean =>
  only?.kind === "sum" && only.terms.some(isNumeral) && more.length === 0;

/** Names and members of families that are not called. */
function standingAlone(node: Expr): readonly Expr[] {
  if (node.kind === "call") return node.args.flatMap(standingAlone);
  if (node.kind === "labelled") return [node];
  return node.kind === "symbol" ? [node] : children(node).flatMap(standingAlone);
}
