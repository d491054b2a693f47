/** Derivatives of an order that is a letter: the claim for the first few orders. */
import { num } from "../expr/build";
import type { Expr } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import type { Sides } from "./plusMinus";

const orders = [1, 2, 3, 4];

/** Undefined where every derivative has a number for its order. */
export function wholeOrders([left, right]: Sides): readonly Sides[] | undefined {
  const free = freeSymbols(left, right);
  for (const node of [...nodes(left), ...nodes(right)]) {
    if (node.kind !== "derivative" || node.order.kind !== "symbol" || !free.has(node.order))
      continue;
    const letter = node.order;
    return orders.map((order): Sides => {
      const by = new Map<Expr, Expr>([[letter, num(order)]]);
      return [replace(left, by), replace(right, by)];
    });
  }
  return undefined;
}
