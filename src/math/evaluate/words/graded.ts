/** Powers of the expansion parameter that stand for orders of smallness. */
import type { Expr } from "../../expr/node";
import type { Scope } from "../scope";
import { scalarValue, type Value } from "../value";
import { isAmplitude } from "./amplitudes";
import { isLetter } from "./isLetter";

export function powerOf<E>(scope: Scope<E>, name: string): E {
  const { taylor, field } = scope;
  const order = scope.words?.grades?.order.get(name) ?? 0;
  let result = field.one;
  for (let n = 0; taylor && n < order; n++)
    result = field.mul(result, taylor.perturb(field.zero, 0));
  return result;
}

/** Samples of the numbers that are expanded in. */
export function gradedSamples<E>(
  scope: Scope<E>,
  nodes: Iterable<Expr>,
): readonly (readonly [Expr, Value<E>])[] {
  const { words, field } = scope;
  if (!words?.grades || !scope.taylor) return [];
  const found: (readonly [Expr, Value<E>])[] = [];
  for (const node of nodes) {
    if (node.kind !== "symbol" || isLetter(node) || !words.grades.order.has(node.name)) continue;
    if (scope.given.definitions.has(`symbol ${node.name}`)) continue;
    const domain = words.coherent && isAmplitude(node) ? "complex" : scope.domainOf(node);
    const entry = field.mul(scope.draw(node.name, domain), powerOf(scope, node.name));
    found.push([node, scalarValue(field, entry)]);
  }
  return found;
}
