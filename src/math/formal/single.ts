/** Rational functions of one operator: they commute, so that the operator may be read as a number. */
import { wholeOf } from "../algebra/rational";
import { dot, func, symbol } from "../expr/build";
import type { Expr } from "../expr/node";
import { children, replace } from "../expr/walk";

/** Both sides with a number in place of the only thing in them whose order counts; undefined where there are more, or none. */
export function ofOneOperator(sides: readonly Expr[]): readonly Expr[] | undefined {
  const found = new Set<Expr>();
  if (!sides.every((side) => isRational(side, found))) return undefined;
  const [operator, more] = found;
  if (!operator || more) return undefined;
  const number =
    operator.kind === "slash"
      ? func("sqrt", [dot(operator.vector, operator.vector)])
      : symbol("⟪X⟫", "scalar", { domain: "complex" });
  return sides.map((side) => replace(side, new Map([[operator, number]])));
}

/** Made of numbers and of operators, which are gathered, by sums, products, quotients and powers. */
function isRational(node: Expr, operators: Set<Expr>): boolean {
  switch (node.kind) {
    case "num":
    case "constant":
      return true;
    case "slash":
      operators.add(node);
      return node.vector.kind === "symbol";
    case "dot":
      return children(node).every(({ kind }) => kind === "symbol");
    case "symbol":
      if (node.type === "matrix" || node.type === "operator") operators.add(node);
      return (
        node.role === undefined &&
        node.grassmann !== true &&
        ["scalar", "label", "matrix", "operator"].includes(node.type)
      );
    case "sum":
    case "product":
    case "quotient":
      return children(node).every((part) => isRational(part, operators));
    case "power":
      return wholeOf(node.exponent) !== undefined && isRational(node.base, operators);
    default:
      return false;
  }
}
