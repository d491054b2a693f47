/** An expression as a·x + b in a name x it holds linearly. */
import { minus, one, product, quotient, sum, zero } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";

interface Linear {
  readonly slope: Expr;
  readonly rest: Expr;
}

/** What `x` equals where `left` = `right`; undefined where they do not hold it linearly, or as something an operation may act on. */
export function solvedFor(
  left: Expr,
  right: Expr,
  x: Expr,
  isNumber: (part: Expr) => boolean,
): Expr | undefined {
  const [a, b] = [linearIn(left, x, isNumber), linearIn(right, x, isNumber)];
  if (!a || !b) return undefined;
  const slope = minus(a.slope, b.slope);
  return slope === zero || !isNumber(slope) ? undefined : quotient(minus(b.rest, a.rest), slope);
}

function linearIn(expr: Expr, x: Expr, isNumber: (part: Expr) => boolean): Linear | undefined {
  if (expr === x) return { slope: one, rest: zero };
  const holds = (part: Expr): boolean => some(part, (inner) => inner === x);
  if (!holds(expr)) return { slope: zero, rest: expr };
  if (expr.kind === "sum") {
    const terms = expr.terms.map((term) => linearIn(term, x, isNumber));
    const all = terms.filter((term) => term !== undefined);
    if (all.length < terms.length) return undefined;
    return {
      slope: sum(...all.map(({ slope }) => slope)),
      rest: sum(...all.map(({ rest }) => rest)),
    };
  }
  if (expr.kind === "product") {
    const [inner, ...more] = expr.factors.filter(holds);
    const others = expr.factors.filter((factor) => factor !== inner);
    if (!inner || more.length > 0 || !others.every(isNumber)) return undefined;
    const part = linearIn(inner, x, isNumber);
    return part && { slope: product(...others, part.slope), rest: product(...others, part.rest) };
  }
  if (expr.kind === "quotient" && !holds(expr.under) && isNumber(expr.under)) {
    const over = linearIn(expr.over, x, isNumber);
    return (
      over && { slope: quotient(over.slope, expr.under), rest: quotient(over.rest, expr.under) }
    );
  }
  return undefined;
}
