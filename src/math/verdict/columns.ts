/** xᵀAy: what is transposed in front of a product is a column, what it ends with as well, and what stands between is a matrix. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, replace, some } from "../expr/walk";
import { mapClaim } from "./facts";

export function withColumns(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  // Quadratic forms below integrals and derivatives have rules of their own.
  if (!sides.some((side) => some(side, isForm)) || sides.some((side) => some(side, isCalculus)))
    return claim;
  const put = new Map<Expr, Expr>();
  for (const side of sides)
    for (const node of nodes(side)) {
      const [first, ...rest] = isForm(node) ? node.factors : [];
      const last = rest.at(-1);
      if (!first || !last) continue;
      for (const end of [first, last].map(bare)) if (isNumber(end)) put.set(end, column(end));
      for (const inner of rest.slice(0, -1).map(bare))
        if (isNumber(inner)) put.set(inner, square(inner));
    }
  return mapClaim(claim, (part) => replace(part, put));
}

type Form = Extract<Expr, { kind: "product" }>;

/** xᵀ … y, with something between that is no number by its letter. */
const isForm = (node: Expr): node is Form =>
  node.kind === "product" &&
  node.factors.length > 2 &&
  isTurned(node.factors[0]) &&
  [node.factors[0], node.factors.at(-1)].every(
    (end) => end && isNumber(bare(end)) && isLower.test(nameOf(bare(end))),
  ) &&
  node.factors.slice(1, -1).every((inner) => {
    const name = bare(inner);
    return name.kind === "symbol" && name.role === undefined && isUpper.test(name.name);
  });

const isTurned = (node: Expr | undefined): boolean =>
  node?.kind === "involution" && (node.sort === "transpose" || node.sort === "dagger");

const bare = (node: Expr): Expr => (node.kind === "involution" ? bare(node.operand) : node);

const isNumber = (node: Expr): node is Sym =>
  node.kind === "symbol" && node.type === "scalar" && node.role === undefined;

const nameOf = (node: Expr): string => (node.kind === "symbol" ? node.name : "");
const isLower = /^[a-z]$/u;
const isUpper = /^\p{Lu}$/u;

const column = ({ name }: Sym): Expr => symbol(name, "state");
const square = ({ name }: Sym): Expr => symbol(name, "operator");

const isCalculus = ({ kind }: Expr): boolean =>
  kind === "integral" || kind === "derivative" || kind === "bar";
