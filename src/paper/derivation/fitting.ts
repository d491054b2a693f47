/** Whether a fact can be meant as it was read. */
import type { Fact } from "../../math/expr/claim";
import type { Expr, Sym } from "../../math/expr/node";
import { nodes, some } from "../../math/expr/walk";
import { headOf } from "./head";

/** Vectors are not compared; names whose commutator or anticommutator is taken are defined by something that has an order. */
export function fits(fact: Fact, sides: readonly Expr[]): boolean {
  if (fact.kind === "inequality") return ![fact.left, fact.right].some(isVector);
  if (fact.kind !== "definition") return true;
  const head = headOf(fact.head);
  if (head?.kind !== "symbol") return true;
  if (some(fact.body, isRate) && sides.some((side) => some(side, (part) => isFieldOf(part, head))))
    return false;
  if (some(fact.body, hasOrder)) return true;
  return !sides.some((side) => [...nodes(side)].some((part) => asksForOrder(part, head.name)));
}

/** A rate of change along a curve is no field. */
const isRate = (part: Expr): boolean => part.kind === "derivative" && part.by.kind === "variable";

/** ∂_μ of something with this name. */
const isFieldOf = (part: Expr, { name }: Sym): boolean =>
  part.kind === "derivative" &&
  part.by.kind === "index" &&
  part.operand !== undefined &&
  some(part.operand, (inner) => inner.kind === "symbol" && inner.name === name);

const isVector = (side: Expr): boolean => side.kind === "symbol" && /vector/.test(side.type);

/** A side of the bracket is this name, or its conjugate. */
const asksForOrder = (part: Expr, name: string): boolean =>
  part.kind === "bracket" &&
  part.sort !== "poisson" &&
  [part.left, part.right].some((side) => {
    const head = headOf(side.kind === "involution" ? side.operand : side);
    return head?.kind === "symbol" && head.name === name;
  });

const hasOrder = (part: Expr): boolean => {
  switch (part.kind) {
    case "symbol":
      return /^(matrix|operator|spinor|state)$/.test(part.type) || part.role === "gamma";
    case "derivative":
      return part.operand === undefined;
    case "matrix":
    case "bracket":
    case "ket":
    case "bra":
    case "slash":
    case "tensor-product":
    case "ordered":
      return true;
    case "involution":
      return part.sort === "dagger";
    default:
      return false;
  }
};
