/** Functions with a known meaning: those that are linear, those that are even or odd; the others by their arguments alone. */
import { commutator } from "../expr/build";
import { identity, intern } from "../expr/intern";
import type { Expr, Func } from "../expr/node";
import { type Element, exprOf, negated } from "./element";
import type { Form } from "./form";
import { letterOf, linearIn, multilinear } from "./linear";
import { exponential, root } from "./powers";

export function functionOf(node: Func, form: Form): Element {
  const [argument, second] = node.args;
  const parameters = node.parameters.map(form.partOf);
  const make = (...args: readonly Expr[]): Expr => intern({ ...node, parameters, args });
  if (argument && second && node.name === "inner" && node.args.length === 2)
    return multilinear(node.args, "exact", form, (args) => make(...args));
  const [generator, more] = node.parameters;
  if (node.name === "ad" && argument && generator && !second && !more)
    return form.elementOf(commutator(generator, argument));
  if (!argument || second) return letterOf(make(...node.args.map(form.partOf)), form);
  const inner = form.elementOf(argument);
  if (node.name === "sqrt" && parameters.length === 0) return root(inner, form);
  if (node.name === "exp") return exponential(inner, form);
  if (linear.has(node.name)) return linearIn(inner, "exact", form, make);
  const sign =
    node.name === "δ" && (parameters.length > 0 || inner.length > 1) ? 1 : parity[node.name];
  const [shown, opposite] = [exprOf(inner), exprOf(negated(inner))];
  if (
    sign &&
    (parameters.length === 0 || node.name === "δ") &&
    identity(opposite) < identity(shown)
  ) {
    const letter = letterOf(make(opposite), form);
    return sign > 0 ? letter : negated(letter);
  }
  return letterOf(make(shown), form);
}

const linear = new Set(["Re", "Im", "d", "⋆", "Ad", "ad"]);

const parity: Readonly<Record<string, 1 | -1>> = {
  cos: 1,
  cosh: 1,
  abs: 1,
  sin: -1,
  sinh: -1,
  tan: -1,
  tanh: -1,
};
