/** Heads: what a definition can define. */
import type { Expr } from "../../math/expr/node";

/** A lone symbol, a member of a family, an indexed symbol, a function of formal arguments. */
export function isHead(expr: Expr): boolean {
  switch (expr.kind) {
    case "symbol":
      return expr.role !== "identity";
    case "labelled":
      return true;
    case "tensor":
      return headOf(expr) !== undefined;
    case "call":
      return headOf(expr) !== undefined && expr.args.every(isFormal);
    case "ket":
    case "bra":
      return true;
    default:
      return false;
  }
}

/** The name a head carries: two heads with one name are never used together. */
export function headOf(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case "symbol":
    case "ket":
    case "bra":
      return expr;
    case "labelled":
      return expr.head;
    case "tensor":
      return headOf(expr.head);
    case "call":
    case "primed":
      return headOf(expr.head);
    default:
      return undefined;
  }
}

const isFormal = (arg: Expr): boolean => arg.kind === "symbol" || arg.kind === "labelled";
