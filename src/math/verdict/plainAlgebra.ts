/** Sums, products, quotients and powers of numbers and of letters for numbers: a line of it is right or wrong by itself. */
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";

export const isPlainAlgebra = (side: Expr): boolean =>
  !some(side, (node) =>
    node.kind === "symbol"
      ? node.type !== "scalar" || node.role !== undefined || node.grassmann === true
      : !["num", "constant", "sum", "product", "power", "quotient"].includes(node.kind),
  );
