/** Derivatives of powers, exponentials and the common functions. */

import {
  call,
  constant,
  func,
  minusOne,
  num,
  one,
  power,
  primed,
  product,
  quotient,
  sum,
} from "../expr/build";
import { intern } from "../expr/intern";
import type { Derivative, Expr } from "../expr/node";
import { isNabla } from "../expr/questions";
import { along, isFixed, productRule } from "./derivatives";
import { isNumber } from "./isNumber";
import type { Law, Scene } from "./law";
import { wholeOf } from "./rational";

/** The derivatives of powers, exponentials and the common functions, with the chain rule. */
export const chainRule: Law = {
  name: "calculus.chain-rule",
  needs: ["derivative"],
  forth: "differentiates",
  back: "recognises a derivative",
  statement: "∂ f(g) = f′(g) ∂g",
  rewrite(node, scene) {
    if (node.kind !== "derivative" || !node.operand || isNabla(node)) return undefined;
    const { operand } = node;
    const order = wholeOf(node.order);
    if (order === undefined || order < 1) return undefined;
    if (order > 1) {
      const once = intern({ ...node, order: one });
      const inner = chainRule.rewrite(once, scene) ?? productRule.rewrite(once, scene);
      return inner && intern({ ...node, order: num(order - 1), operand: inner });
    }
    if (node.by.kind === "variable" && operand === node.by.variable) return one;
    return isNumber(operand) ? inner(node, operand, scene) : undefined;
  },
};

function inner(node: Derivative, operand: Expr, scene: Scene): Expr | undefined {
  switch (operand.kind) {
    case "power": {
      const { base, exponent } = operand;
      if (isFixed(node, exponent, scene))
        return product(exponent, power(base, sum(exponent, minusOne)), along(node, base));
      if (base === constant("e")) return product(operand, along(node, exponent));
      return undefined;
    }
    case "quotient":
      return isFixed(node, operand.under, scene)
        ? quotient(along(node, operand.over), operand.under)
        : quotient(
            sum(
              product(along(node, operand.over), operand.under),
              product(minusOne, operand.over, along(node, operand.under)),
            ),
            power(operand.under, num(2)),
          );
    case "call": {
      const [x, more] = operand.args;
      if (!x || more || (operand.head.kind !== "symbol" && operand.head.kind !== "primed"))
        return undefined;
      const head =
        operand.head.kind === "primed"
          ? primed(operand.head.head, operand.head.order + 1)
          : primed(operand.head);
      return product(call(head, x), along(node, x));
    }
    case "function": {
      const [x] = operand.args;
      const outer = x && operand.args.length === 1 ? derivativeOf(operand.name, x) : undefined;
      return x && outer && product(outer, along(node, x));
    }
    default:
      return undefined;
  }
}

function derivativeOf(name: string, x: Expr): Expr | undefined {
  switch (name) {
    case "sin":
      return func("cos", [x]);
    case "cos":
      return product(minusOne, func("sin", [x]));
    case "tan":
      return quotient(one, power(func("cos", [x]), num(2)));
    case "sinh":
      return func("cosh", [x]);
    case "cosh":
      return func("sinh", [x]);
    case "tanh":
      return quotient(one, power(func("cosh", [x]), num(2)));
    case "ln":
    case "log":
      return quotient(one, x);
    case "sqrt":
      return quotient(one, product(num(2), func("sqrt", [x])));
    default:
      return undefined;
  }
}

/** ∂_μ∂^μ = □. */
export const dalembertian: Law = {
  name: "calculus.dalembertian",
  needs: ["derivative"],
  forth: "writes ∂_μ∂^μ as □",
  back: "writes □ as ∂_μ∂^μ",
  statement: "∂_μ∂^μ f = □f",
  minor: true,
  rewrite(node) {
    if (node.kind !== "derivative" || node.by.kind !== "index" || node.order !== one)
      return undefined;
    const { operand } = node;
    if (operand?.kind !== "derivative" || operand.by.kind !== "index" || operand.order !== one)
      return undefined;
    const [a, b] = [node.by.index, operand.by.index];
    if (a.space !== "lorentz" || a.name !== b.name || a.place === b.place || a.value !== undefined)
      return undefined;
    if (!operand.operand || node.by.covariant || operand.by.covariant) return undefined;
    return intern({
      kind: "derivative",
      by: { kind: "dalembertian" },
      order: one,
      operand: operand.operand,
    });
  },
};
