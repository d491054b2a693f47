/** Averages of numbers: over the levels of a partition sum that is given, else over a few generic outcomes with generic weights. */
import { product, quotient } from "../../expr/build";
import { intern } from "../../expr/intern";
import type { Expr, Labelled, Series, Sym } from "../../expr/node";
import { nodes, replace, some, symbolsOf } from "../../expr/walk";
import { add, join } from "../contraction";
import type { Given } from "../given";
import { Beyond } from "../number/field";
import { parts } from "../parts";
import { bind, type Scope, valueIn } from "../scope";
import { labelledName } from "../symbolName";
import { bareAxis } from "../tensor/vector";
import { type Axis, scalarValue, tabulate, type Value } from "../value";

/** Outcomes of a generic distribution. */
const outcomes = 4;

/** ⟨f(E)⟩ = ∑ f(E_i) w_i / ∑ w_i where Z = ∑ w_i is given and w_i shows E_i. */
export function overLevels(given: Given, operand: Expr): Expr | undefined {
  for (const definitions of given.definitions.values())
    for (const { body } of definitions) {
      if (!isPartitionSum(body)) continue;
      const [label] = body.variables;
      const levels = new Map<Expr, Expr>();
      for (const node of nodes(body.body))
        if (node.kind === "labelled" && label && node.labels.includes(label))
          for (const sym of symbolsOf(operand))
            if (sym.name === node.head.name) levels.set(sym, node);
      if (levels.size === 0) continue;
      const weighed = product(replace(operand, levels), body.body);
      return quotient(intern({ ...body, body: weighed }), body);
    }
  return undefined;
}

const isPartitionSum = (body: Expr): body is Series =>
  body.kind === "series" &&
  body.sort === "sum" &&
  body.variables.length === 1 &&
  !body.values &&
  !body.condition;

export function overOutcomes<E>(scope: Scope<E>, operand: Expr): Value<E> {
  const { field } = scope;
  if (some(operand, hasArguments)) throw new Beyond("an average of these quantities");
  const varying = [...nodes(operand)].filter((node): node is Sym | Labelled =>
    node.kind === "labelled"
      ? scope.random.has(node.head.name)
      : node.kind === "symbol" && scope.random.has(node.name),
  );
  if (varying.length === 0) throw new Beyond("an average of these quantities");
  const weights = Array.from({ length: outcomes }, (_, k) =>
    scope.draw(`weight of outcome ?${k}`, "positive"),
  );
  const whole = weights.reduce((total, weight) => field.add(total, weight));
  return add(
    scope,
    weights.map((weight, k) => {
      const inner = bind(
        scope,
        varying.map((node) => [node, outcome(scope, node, k)] as const),
      );
      return join(scope, scalarValue(field, field.div(weight, whole)), valueIn(inner, operand));
    }),
  );
}

const hasArguments = (node: Expr): boolean =>
  ["call", "primed", "derivative", "integral", "series"].includes(node.kind);

function outcome<E>(scope: Scope<E>, node: Sym | Labelled, k: number): Value<E> {
  const sym = node.kind === "labelled" ? node.head : node;
  const name = `${node.kind === "labelled" ? labelledName(scope, node) : node.name} in outcome ?${k}`;
  const domain = scope.domainOf(sym);
  const space =
    sym.type === "three-vector" ? "spatial" : sym.type === "four-vector" ? "lorentz" : undefined;
  const axes: Axis[] = space ? [bareAxis(scope, space)] : [];
  return tabulate(scope.field, axes, (at) => scope.draw(`${name}(${at.join(",")})`, domain));
}

/** Names that occur in averages without a state, and nowhere else. */
export function randomNames(exprs: readonly Expr[]): ReadonlySet<string> {
  const [inside, outside] = [new Set<string>(), new Set<string>()];
  const visit = (node: Expr, into: Set<string>): void => {
    if (node.kind === "symbol" && isVariable(node)) into.add(node.name);
    for (const part of parts(node)) visit(part, isAverage(node) ? inside : into);
  };
  for (const expr of exprs) visit(expr, outside);
  return new Set([...inside].filter((name) => !outside.has(name)));
}

/** ⟨x⟩ in no state. */
export const isAverage = (node: Expr): boolean => node.kind === "expectation" && !node.state;

const isVariable = (sym: Sym): boolean =>
  (sym.role === undefined || sym.role === "coordinate") &&
  ["scalar", "three-vector", "four-vector"].includes(sym.type);
