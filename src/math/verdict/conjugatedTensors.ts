/** F′_{μν} = UF_{μν}U⁻¹: a tensor that is conjugated is one of matrices, and so is what it becomes. */
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { conjugatedIn } from "./exchange";
import { equated, mapClaim } from "./facts";

export function withConjugatedTensors(claim: Claim): Claim {
  const given = claim.given.flatMap(({ facts }) => facts);
  const put = new Map<Expr, Expr>();
  for (const fact of given) {
    const [head, body] = equated(fact) ?? [];
    if (!head || !body) continue;
    const conjugated = [...nodes(body)].flatMap(conjugatedIn).flatMap(tensorIn);
    if (conjugated.length === 0) continue;
    for (const name of [...conjugated, ...tensorIn(head)])
      put.set(name, intern({ ...name, type: "operator" }));
  }
  for (const side of [claim.left, claim.right])
    for (const name of [...nodes(side)].flatMap(conjugatedIn).flatMap(tensorIn))
      put.set(name, intern({ ...name, type: "operator" }));
  return put.size === 0 ? claim : mapClaim(claim, (part) => replace(part, put));
}

const tensorIn = (node: Expr): readonly Sym[] =>
  node.kind === "tensor" &&
  node.head.kind === "symbol" &&
  node.head.role === undefined &&
  /^(tensor|four-vector)$/.test(node.head.type)
    ? [node.head]
    : [];
