/** A claim among real numbers, whose sides may leave them at a branch: √x and log x for negative x. */
import type { Expr, Sym } from "../expr/node";

/** `nodes`: of the sides, and of what defines their names. */
export const isAmongReals = (nodes: readonly Expr[]): boolean =>
  nodes.some(mayLeaveTheReals) && !nodes.some(isNoReal);

const mayLeaveTheReals = (node: Expr): boolean =>
  (node.kind === "function" && !staysReal.has(node.name)) ||
  (node.kind === "power" && !(node.exponent.kind === "num" && node.exponent.denominator === 1n));

const staysReal = new Set([
  "sin",
  "cos",
  "tan",
  "sinh",
  "cosh",
  "tanh",
  "exp",
  "abs",
  "Re",
  "Im",
  "sign",
  "θ",
]);

const realTypes: ReadonlySet<string> = new Set([
  "scalar",
  "label",
  "function",
  "three-vector",
  "four-vector",
]);

const isRealTensor = ({ role }: Sym): boolean =>
  role === "metric" || role === "delta" || role === "epsilon";

/** i, a star, what is said to be complex, operators, states. */
export function isNoReal(node: Expr): boolean {
  switch (node.kind) {
    case "constant":
      return node.name === "i";
    case "function":
      return node.name === "sphericalY";
    case "symbol":
      return (
        node.domain === "complex" ||
        node.grassmann === true ||
        !(realTypes.has(node.type) || (node.type === "tensor" && isRealTensor(node)))
      );
    case "involution":
    case "wedge":
    case "ket":
    case "bra":
    case "slash":
    case "tuple":
      return true;
    default:
      return false;
  }
}
