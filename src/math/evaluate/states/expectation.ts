/** Expectation values: in the state named, or a generic positive average of operators. */

import { bra, ket, product } from "../../expr/build";
import type { Expectation, Sym } from "../../expr/node";
import { symbolsOf } from "../../expr/walk";
import { join } from "../contraction";
import { inverseOf } from "../matrix/inverse";
import { dagger } from "../matrix/involution";
import { traced } from "../matrix/trace";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { type Axis, tabulate, type Value } from "../value";
import { overLevels, overOutcomes } from "./ensemble";

export function expectationValue<E>(scope: Scope<E>, node: Expectation): Value<E> {
  if (node.state) return valueIn(scope, product(bra(node.state), node.operand, ket(node.state)));
  if (scope.isOperator(node.operand)) throw new Beyond("an average of these operators");
  const levels = overLevels(scope.given, node.operand);
  if (levels) return valueIn(scope, levels);
  if ([...symbolsOf(node.operand)].every(isNumber)) return overOutcomes(scope, node.operand);
  const value = valueIn(scope, node.operand);
  const spaces = value.axes.flatMap((axis) => (axis.kind === "row" ? [axis] : []));
  const [space] = spaces;
  if (spaces.length !== 1 || !space || space.kind !== "row")
    throw new Beyond("an average of these quantities");
  const density = densityIn(scope, space.space, space.size);
  return traced(scope, join(scope, density, value));
}

const isNumber = ({ type }: Sym): boolean =>
  type === "scalar" || type === "label" || type.endsWith("-vector");

/** XX†/Tr XX†. */
function densityIn<E>(scope: Scope<E>, space: string, size: number): Value<E> {
  const axes: Axis[] = [
    { kind: "row", space, size },
    { kind: "column", space, size },
  ];
  const any = tabulate(scope.field, axes, ([i = 0, k = 0]) =>
    scope.draw(`average ?${space}(${i},${k})`, "complex"),
  );
  const positive = join(scope, any, dagger(scope, any));
  return join(scope, inverseOf(scope, traced(scope, positive)), positive);
}
