/** The adjoint of an operator word, as an expression. */
import {
  anticommutator,
  commutator,
  conjugate,
  dagger,
  dot,
  power,
  product,
  quotient,
  sum,
} from "../../expr/build";
import type { Expr, Involution } from "../../expr/node";
import { Beyond } from "../number/field";

/** `node` is a dagger (or conjugate) of an operator: it is moved inside; on a lowering operator it stays. */
export function adjointOf(node: Involution): Expr {
  if (node.sort !== "dagger") throw new Beyond(`the ${node.sort} of an operator`);
  return adjoint(node.operand);
}

function adjoint(expr: Expr): Expr {
  switch (expr.kind) {
    case "num":
      return expr;
    case "sum":
      return sum(...expr.terms.map(adjoint));
    case "product":
      return product(...[...expr.factors].reverse().map(adjoint));
    case "power":
      return power(adjoint(expr.base), expr.exponent);
    case "quotient":
      return quotient(adjoint(expr.over), conjugate(expr.under));
    case "dot":
      return dot(adjoint(expr.right), adjoint(expr.left));
    case "bracket":
      return expr.sort === "commutator"
        ? commutator(adjoint(expr.right), adjoint(expr.left))
        : anticommutator(adjoint(expr.right), adjoint(expr.left));
    case "involution":
      if (expr.sort === "dagger") return expr.operand;
      throw new Beyond(`the dagger of a ${expr.sort}`);
    case "symbol":
    case "labelled":
    case "tensor":
      return ofName(expr);
    case "derivative":
      throw new Beyond("the adjoint of a derivative");
    case "constant":
      return conjugate(expr);
    default:
      return dagger(expr);
  }
}

function ofName(expr: Extract<Expr, { kind: "symbol" | "labelled" | "tensor" }>): Expr {
  const head = expr.kind === "symbol" ? expr : expr.head;
  const sym = head.kind === "labelled" ? head.head : head;
  const role = sym.kind === "symbol" ? sym.role : undefined;
  if (role === "number-operator" || role === "position-operator" || role === "momentum-operator")
    return expr;
  return dagger(expr);
}
