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

/** What two definitions must not share: the head, with its labels where they are numbers. */
export interface HeadKey {
  readonly head: Expr;
  /** Undefined where the definition speaks of every member. */
  readonly member: Expr | undefined;
}

export function headKey(expr: Expr): HeadKey | undefined {
  const head = isHead(expr) ? headOf(expr) : undefined;
  if (!head) return undefined;
  const fixed =
    (expr.kind === "labelled" && expr.labels.every(({ kind }) => kind === "num")) ||
    (expr.kind === "tensor" && expr.indices.every(({ value }) => value !== undefined));
  return { head, member: fixed || expr.kind === "symbol" ? expr : undefined };
}

export const clash = (a: HeadKey, b: HeadKey): boolean =>
  a.head === b.head && (a.member === undefined || b.member === undefined || a.member === b.member);
