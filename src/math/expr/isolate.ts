/** An equation solved for a name that stands in it once. */
import { minus, product, quotient, sum } from "./build";
import type { Expr } from "./node";
import { children, some } from "./walk";

/** What `head` equals, if `expr` = `value` and `expr` holds it linearly; factors beside it must be numbers. */
export function isolate(expr: Expr, value: Expr, head: Expr): Expr | undefined {
  if (expr === head) return value;
  const holds = (part: Expr): boolean => some(part, (inner) => inner === head);
  if (expr.kind === "sum") {
    const inner = expr.terms.find(holds);
    const others = expr.terms.filter((term) => term !== inner);
    return inner && isolate(inner, minus(value, sum(...others)), head);
  }
  if (expr.kind === "product") {
    const inner = expr.factors.find(holds);
    const others = expr.factors.filter((factor) => factor !== inner);
    return inner && others.every(isNumber)
      ? isolate(inner, quotient(value, product(...others)), head)
      : undefined;
  }
  if (expr.kind === "quotient" && isNumber(expr.under))
    return holds(expr.over) ? isolate(expr.over, product(expr.under, value), head) : undefined;
  return undefined;
}

/** Nothing in it but numbers, scalars and their values, ψ(x), so that one may divide by it. */
export const isNumber = (expr: Expr): boolean =>
  expr.kind === "call"
    ? isScalarName(expr.head) && expr.args.every(isNumber)
    : expr.kind === "symbol"
      ? expr.type === "scalar" || expr.type === "label"
      : /^(num|constant|labelled|product|sum|quotient|power)$/.test(expr.kind) &&
        [...children(expr)].every(isNumber);

const isScalarName = (head: Expr): boolean =>
  (head.kind === "symbol" && /^(scalar|function)$/.test(head.type)) ||
  (head.kind === "labelled" && isScalarName(head.head));
