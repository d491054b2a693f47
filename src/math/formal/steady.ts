/** What stays the same under a sum or an integral, as far as it is certain. */
import type { Expr } from "../expr/node";
import { children, some } from "../expr/walk";
import { isCoupling, isPlainScalar } from "./constants";

/** Certain not to change while `variable` does: coefficients, and functions that show other arguments. */
export const isSteady = (letter: Expr, variable: Expr): boolean => {
  if (!some(letter, (node) => node.kind === "symbol")) return !isOpaque(letter);
  const name = nameOf(variable);
  const steady = (node: Expr): boolean => {
    switch (node.kind) {
      case "symbol":
        return node.name !== name && isCoupling(node);
      case "call":
        return (
          node.head.kind === "symbol" &&
          node.head.dependsOn === undefined &&
          node.head.name !== name &&
          node.args.length > 0 &&
          node.args.every((argument) => shows(argument, name) === false)
        );
      case "num":
      case "constant":
        return true;
      case "sum":
      case "product":
      case "quotient":
      case "power":
      case "function":
        return children(node).every(steady);
      case "labelled":
        return (
          isPlainScalar(node.head) &&
          node.head.dependsOn === undefined &&
          node.head.name !== name &&
          /^[cgkmnENεωλ]$/u.test(node.head.name) &&
          node.labels.every((label) => shows(label, name) === false)
        );
      case "tensor":
        return node.head.kind === "symbol" && isCoupling(node.head);
      default:
        return false;
    }
  };
  return steady(letter);
};

const isOpaque = (node: Expr): boolean =>
  some(node, ({ kind }) => kind === "opaque" || kind === "call" || kind === "expectation");

/** The name stands in it, as a symbol or as an index, and not only as the head of a family; undefined where a field may hide it. */
export function shows(node: Expr, name: string): boolean | undefined {
  let hidden = false;
  const visit = (part: Expr): boolean => {
    if (part.kind === "symbol") {
      if (part.dependsOn !== undefined) hidden = true;
      return part.name === name;
    }
    if (part.kind === "labelled") return part.labels.some(visit);
    if (part.kind === "call" && part.head.kind === "symbol")
      return part.head.name === name || part.args.some(visit);
    if (part.kind === "tensor" && part.indices.some((index) => index.name === name)) return true;
    if (part.kind === "derivative" && part.by.kind === "index" && part.by.index.name === name)
      return true;
    return children(part).some(visit);
  };
  if (visit(node)) return true;
  return hidden ? undefined : false;
}

/** The name of a variable; empty where it is no plain name. */
export const nameOf = (variable: Expr): string => (variable.kind === "symbol" ? variable.name : "");
