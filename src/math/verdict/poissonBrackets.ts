/** {q, p²} = 2p: braces about q and p that are all of a side, where nothing is quantum, are Poisson brackets. */
import { constant, hbar, poisson, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Bracket, Expr, Sym } from "../expr/node";
import { unhatted } from "../expr/questions";
import { nodes, replace, transform } from "../expr/walk";
import { basis, type Written } from "./written";

/** The claim read so; undefined where nothing in it can be. */
export function withPoissonBrackets(claim: Claim): Written | undefined {
  const sides = [claim.left, claim.right];
  if (!sides.some(isBraces)) return undefined;
  const all = sides.flatMap((side) => [...nodes(side)]);
  const isQuantum = all.some(
    (node) =>
      node === hbar ||
      node === constant("i") ||
      (node.kind === "bracket" && node.sort === "commutator") ||
      (node.kind === "symbol" && (isOperator(node) || unhatted(node.name) !== node.name)),
  );
  if (isQuantum) return undefined;
  const classical = (side: Expr): Expr =>
    transform(side, (node) => (isCanonical(node) ? symbol(node.name, "scalar") : node));
  const put = (side: Expr): Expr => {
    const braces = [...nodes(side)].filter(isBraces);
    const by = new Map<Expr, Expr>(braces.map((one) => [one, poisson(one.left, one.right)]));
    return classical(replace(side, by));
  };
  return {
    claim: { ...claim, left: put(claim.left), right: put(claim.right) },
    used: [basis("Poisson brackets", "\\{q,p\\}=1")],
  };
}

const isBraces = (node: Expr): node is Bracket =>
  node.kind === "bracket" &&
  node.sort === "anticommutator" &&
  [node.left, node.right].every((part) => [...nodes(part)].some(isCanonical));

const isCanonical = (node: Expr): node is Sym =>
  node.kind === "symbol" &&
  (node.role === "position-operator" || node.role === "momentum-operator");

const isOperator = ({ type, role }: Sym): boolean =>
  (type === "operator" || type === "matrix") &&
  role !== "position-operator" &&
  role !== "momentum-operator";
