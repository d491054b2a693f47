/** g₀ beside g(μ) is a number of its own, no member of a family of functions. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Labelled } from "../expr/node";
import { printExpr } from "../expr/print";
import { isNumeral } from "../expr/questions";
import { nodes, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withStartingValues(claim: Claim): Claim {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const all = written.flatMap((part) => [...nodes(part)]);
  const called = new Set(
    all.flatMap((node) =>
      node.kind === "call" && node.head.kind === "symbol" ? [node.head.name] : [],
    ),
  );
  if (called.size === 0) return claim;
  const members = all.filter(
    (node): node is Labelled => node.kind === "labelled" && called.has(node.head.name),
  );
  const applied = new Set(all.flatMap((node) => (node.kind === "call" ? [node.head] : [])));
  const isOwn = (node: Labelled): boolean =>
    node.head.role === undefined &&
    /^(?:scalar|function)$/.test(node.head.type) &&
    node.above === undefined &&
    node.labels.length === 1 &&
    node.labels.every(isNumeral) &&
    !applied.has(node) &&
    members.every((other) => other.head.name !== node.head.name || other.labels.every(isNumeral));
  const names = new Map<Expr, Expr>(
    members
      .filter(isOwn)
      .map((node) => [
        node,
        symbol(`${node.head.name}_${node.labels.map(printExpr).join()}`, "scalar"),
      ]),
  );
  if (names.size === 0) return claim;
  return mapClaim(claim, (part) => transform(part, (node) => names.get(node) ?? node));
}
