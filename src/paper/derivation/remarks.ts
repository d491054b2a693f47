/** Sides without what stands below their braces: `\underbrace{X}_{…}` is X, and what it claims is judged by itself. */
import type { Expr } from "../../math/expr/node";
import { transform } from "../../math/expr/walk";

export const withoutRemarks = (side: Expr): Expr =>
  transform(side, (node) =>
    node.kind === "opaque" && node.what === "remark" ? (node.parts[0] ?? node) : node,
  );
