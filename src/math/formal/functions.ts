/** Functions with a known meaning: those that are linear, those that are even or odd; the others by their arguments alone. */
import { commutator } from "../expr/build";
import { identity, intern } from "../expr/intern";
import type { Expr, Func } from "../expr/node";
import { children } from "../expr/walk";
import { add, type Element, exprOf, negated } from "./element";
import type { Form } from "./form";
import { letterOf, linearIn, multilinear } from "./linear";
import { multiply } from "./multiply";
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
  if (isAdjoint(node) && generator) return adjointOf(node, generator, form);
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

/** ad_X before nothing, or a product of such. */
export const isAdjoint = (node: Expr): boolean =>
  node.kind === "function"
    ? node.name === "ad" && node.args.length === 0 && node.parameters.length === 1
    : (/^(?:product|sum|bracket)$/.test(node.kind) ||
        (node.kind === "opaque" && node.what === "∘")) &&
      children(node).every(isAdjoint);

/** ad_{[X,Y]} = [ad_X, ad_Y]; of a sum the sum. */
function adjointOf(node: Func, generator: Expr, form: Form): Element {
  const of = (part: Expr): Element => form.elementOf(intern({ ...node, parameters: [part] }));
  if (generator.kind === "sum") return add(...generator.terms.map(of));
  if (generator.kind !== "bracket" || generator.sort !== "commutator")
    return letterOf(intern({ ...node, parameters: [form.partOf(generator)] }), form);
  form.habits.used.add("the adjoint of a bracket");
  const [left, right] = [of(generator.left), of(generator.right)];
  return add(multiply(left, right, form.habits), negated(multiply(right, left, form.habits)));
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
