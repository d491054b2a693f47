/** h in h_{μν} − ½η_{μν}h is the trace of h_{μν}. */
import { down, tensor, up } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym, Tensor } from "../expr/node";
import { mapChildren, nodes } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withTraces(claim: Claim): Claim {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const all = written.flatMap((part) => [...nodes(part)]);
  const ranked = new Map(
    all.filter(isOfRankTwo).flatMap((node) => {
      const { head } = node;
      return head.kind === "symbol" && head.role === undefined ? [[head.name, head] as const] : [];
    }),
  );
  if (ranked.size === 0) return claim;
  const isBare = (node: Expr): node is Sym =>
    node.kind === "symbol" && node.role === undefined && ranked.has(node.name);
  const isBesideMetric = (node: Expr): boolean =>
    node.kind === "product" && node.factors.some(isMetric) && node.factors.some(isBare);
  if (!all.some(isBesideMetric)) return claim;
  let count = 0;
  const put = (node: Expr): Expr => {
    const head = isBare(node) && ranked.get(node.name);
    if (head) {
      const name = `ϰ${count++}`;
      return tensor(head, up(name), down(name));
    }
    return node.kind === "tensor" ? node : intern(mapChildren(node, put));
  };
  return mapClaim(claim, put);
}

const isOfRankTwo = (node: Expr): node is Tensor =>
  node.kind === "tensor" &&
  node.indices.length === 2 &&
  node.indices.every(({ space }) => space === "lorentz");

const isMetric = (node: Expr): boolean =>
  node.kind === "tensor" && node.head.kind === "symbol" && node.head.role === "metric";
