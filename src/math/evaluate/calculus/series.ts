/** Sums and products over labels: finite where the ends are whole numbers, else to infinity. */

import { num } from "../../expr/build";
import type { Expr, Series } from "../../expr/node";
import { nodes } from "../../expr/walk";
import { productToInfinity, sumOverIntegers, sumToInfinity } from "../analysis/series";
import { add, multiply } from "../contraction";
import { Beyond, Undefined } from "../number/field";
import { satisfied } from "../scalar/cases";
import { bind, fix, type Scope, valueIn } from "../scope";
import { isZeroValue, scalarOf, scalarValue, type Value } from "../value";
import { infinity } from "./infinity";
import { settle } from "./settle";
import { isUnsaidSum } from "./unsaid";

/** Terms a finite sum may have. */
const longest = 4000;

export function seriesValue<E>(scope: Scope<E>, node: Series): Value<E> {
  const [variable, ...more] = node.variables;
  if (!variable) throw new Beyond("a sum over nothing");
  if (isUnsaidSum(node)) return overMembers(scope, node, variablesOf(scope, node));
  if (more.length > 0 && node.condition)
    throw new Beyond("a sum over several labels with a condition");
  if (more.length > 0) {
    const inner: Series = { ...node, variables: more };
    return overOne(scope, { ...node, variables: [variable] }, variable, (at) =>
      seriesValue(at, inner),
    );
  }
  return overOne(scope, node, variable, (at) => valueIn(at, node.body));
}

function overOne<E>(
  scope: Scope<E>,
  node: Series,
  variable: Expr,
  term: (scope: Scope<E>) => Value<E>,
): Value<E> {
  if (node.values) {
    const values = node.values.map((value) =>
      term(bind(scope, [[variable, valueIn(scope, value)]])),
    );
    return gathered(scope, node, values);
  }
  if (node.condition && !(node.lower || node.upper)) throw new Beyond("a sum with a condition");
  const listed = impliedRange(scope, variable, node);
  if (listed)
    return gathered(
      scope,
      node,
      listed.map((n) => term(at(scope, variable, n))),
    );
  if (!node.lower || !node.upper) throw new Beyond("a sum whose range is not said");
  const [low, high] = [infinity(node.lower), infinity(node.upper)];
  if (low === 0 && high === 0) return finite(scope, node, variable, term);
  return infinite(scope, node, variable, term);
}

/** The scope in which the label, or the index of that name, has this value. */
function at<E>(scope: Scope<E>, variable: Expr, n: number): Scope<E> {
  const { field } = scope;
  const inner = bind(scope, [[variable, scalarValue(field, field.rational(BigInt(n), 1n))]]);
  return variable.kind === "symbol" ? fix(inner, variable.name, n) : inner;
}

function gathered<E>(scope: Scope<E>, node: Series, values: readonly Value<E>[]): Value<E> {
  const { field } = scope;
  if (node.sort === "product") return multiply(scope, values);
  return values.length > 0 ? add(scope, values) : scalarValue(field, field.zero);
}

function finite<E>(
  scope: Scope<E>,
  node: Series,
  variable: Expr,
  term: (scope: Scope<E>) => Value<E>,
): Value<E> {
  const { field } = scope;
  const end = (expr: Expr = num(0)): E => scalarOf(field, valueIn(scope, expr));
  const [lower, upper] = [end(node.lower), end(node.upper)];
  const from = field.integer(lower);
  const steps = field.integer(field.sub(upper, lower));
  if (steps === undefined) throw new Beyond("a sum between ends that are no whole numbers apart");
  if (steps > longest) throw new Undefined("budget");
  if (steps < -1) throw new Undefined("a sum from a larger to a smaller number");
  const values: Value<E>[] = [];
  for (let k = 0; k <= steps; k++) {
    const inner =
      from === undefined
        ? bind(scope, [
            [variable, scalarValue(field, field.add(lower, field.rational(BigInt(k), 1n)))],
          ])
        : at(scope, variable, from + k);
    if (node.condition && !satisfied(inner, node.condition)) continue;
    values.push(term(inner));
  }
  return gathered(scope, node, values);
}

function infinite<E>(
  scope: Scope<E>,
  node: Series,
  variable: Expr,
  term: (scope: Scope<E>) => Value<E>,
): Value<E> {
  const { field } = scope;
  if (field.kind === "prime") throw new Beyond("an infinite sum in exact arithmetic");
  if (node.condition) throw new Beyond("an infinite sum with a condition");
  const [low, high] = [infinity(node.lower ?? num(0)), infinity(node.upper ?? num(0))];
  const f = (n: number): E =>
    scalarOf(field, term(at(scope, variable, n)), "a number to be summed");
  const end = (expr: Expr | undefined): number => {
    const n = expr && field.integer(scalarOf(field, valueIn(scope, expr)));
    if (n === undefined) throw new Beyond("a sum from an end that is no whole number");
    return n;
  };
  if (node.sort === "product") {
    if (low !== 0 || high !== 1) throw new Beyond("a product without first factor");
    return settle(scope, productToInfinity(field, f, end(node.lower)));
  }
  if (low === -1 && high === 1) return settle(scope, sumOverIntegers(field, f));
  if (low === 0 && high === 1) return settle(scope, sumToInfinity(field, f, end(node.lower)));
  if (low === -1 && high === 0)
    return settle(
      scope,
      sumToInfinity(field, (n) => f(-n), -end(node.upper)),
    );
  throw new Beyond("a sum between these ends");
}

/** Over a few members of the family, the labels that stand in the formulas among them. */
function overMembers<E>(
  scope: Scope<E>,
  node: Series,
  [variable, ...rest]: readonly Expr[],
): Value<E> {
  const { field } = scope;
  if (!variable) {
    if (node.condition && !satisfied(scope, node.condition)) return scalarValue(field, field.zero);
    return valueIn(scope, node.body);
  }
  const range = impliedRange(scope, variable, node);
  const inner = range
    ? range.map((n) => at(scope, variable, n))
    : members(scope).map((member) => bind(scope, [[variable, member]]));
  const values = inner.map((one) => overMembers(one, node, rest));
  const present = values.filter((value) => !isZeroValue(field, value));
  return present.length > 0 ? add(scope, present) : scalarValue(field, field.zero);
}

function members<E>(scope: Scope<E>): readonly Value<E>[] {
  const { field } = scope;
  const natural = (key: string): number => field.integer(scope.draw(key, "natural")) ?? 0;
  const first = 3 + natural("member?");
  const count = 2 + (natural("members?") % 3);
  const numbered = Array.from({ length: count }, (_, k) =>
    scalarValue(field, field.rational(BigInt(first + k), 1n)),
  );
  const found = new Map(numbered.map((one) => [scope.keyOf(one.entries[0] ?? field.zero), one]));
  for (const label of scope.labels) {
    const value = scope.bound.get(label) ?? valueIn(scope, label);
    if (value.axes.length === 0) found.set(scope.keyOf(value.entries[0] ?? field.zero), value);
  }
  return [...found.values()];
}

/** ∑_{i<j} without more is over both, unless one of them stands outside. */
function variablesOf<E>(scope: Scope<E>, node: Series): readonly Expr[] {
  const { condition, variables } = node;
  if (!condition || !["<", ">", "≤", "≥"].includes(condition.relation)) return variables;
  const others = [condition.left, condition.right].filter(
    (one) =>
      one.kind === "symbol" &&
      !variables.includes(one) &&
      !scope.bound.has(one) &&
      !scope.labelsOutside.has(one),
  );
  return [...variables, ...others];
}

/** Values of a label whose range its use shows: an index, a spin. */
function impliedRange<E>(
  scope: Scope<E>,
  variable: Expr,
  node: Series,
): readonly number[] | undefined {
  if (node.lower || node.upper || variable.kind !== "symbol") return undefined;
  for (const inner of nodes(node.body)) {
    if (inner.kind === "tensor")
      for (const index of inner.indices)
        if (index.name === variable.name && index.space !== "generic") {
          const size = scope.spaces.indexSize(index.space);
          const first = index.space === "lorentz" ? 0 : 1;
          return Array.from({ length: size }, (_, i) => first + i);
        }
    const spin =
      inner.kind === "labelled" && inner.labels.includes(variable) ? inner.head.role : undefined;
    if (spin === "u-spinor" || spin === "v-spinor" || spin === "polarisation") return [1, 2];
    if (inner.kind === "call" && inner.args.includes(variable)) {
      const head = inner.head.kind === "labelled" ? inner.head.head : inner.head;
      if (head.kind === "symbol" && (head.role === "u-spinor" || head.role === "v-spinor"))
        return [1, 2];
    }
  }
  return undefined;
}
