/** Products in the order written, brackets, and products that hold operators. */

import type { Bracket, Product } from "../expr/node";
import { isNumeral } from "../expr/questions";
import { add, join, multiply } from "./contraction";
import { isForm } from "./forms/exterior";
import { Beyond } from "./number/field";
import { actInTurn } from "./operators/act";
import { poissonBracket } from "./operators/poisson";
import { type Scope, valueIn } from "./scope";
import { isScalar, scaleBy, type Value } from "./value";

export function productValue<E>(scope: Scope<E>, node: Product): Value<E> {
  const { factors } = node;
  const last = factors.findLastIndex((factor) => scope.isOperator(factor));
  if (last < 0)
    return multiply(
      scope,
      factors.map((factor) => valueIn(scope, factor)),
    );
  if (last === factors.length - 1) throw new Beyond("an operator with nothing to act on");
  const on = multiply(
    scope,
    factors.slice(last + 1).map((factor) => valueIn(scope, factor)),
  );
  return actInTurn(scope, factors.slice(0, last + 1), on);
}

export function bracketValue<E>(scope: Scope<E>, node: Bracket): Value<E> {
  if (node.sort === "poisson")
    return poissonBracket(scope, valueIn(scope, node.left), valueIn(scope, node.right));
  const { field } = scope;
  const left = valueIn(scope, node.left);
  const right = valueIn(scope, node.right);
  if (isForm(left) && isForm(right)) throw new Beyond("a bracket of forms");
  const plain = [left, right].filter((value) => !isMatrix(value));
  const known = [node.left, node.right].some(isNumeral);
  if (!known && plain.length > 0 && (plain.length === 2 || !plain.every(isScalar)))
    throw new Beyond("a bracket of quantities that are no operators here");
  const back = join(scope, right, left);
  const minus = field.neg(field.one);
  return add(scope, [
    join(scope, left, right),
    node.sort === "commutator" ? scaleBy(field, minus, back) : back,
  ]);
}

const isMatrix = <E>({ axes }: Value<E>): boolean =>
  axes.some(({ kind }) => kind === "row" || kind === "column");
