/** Limits of numbers. */

import type { Limit } from "../../expr/node";
import { some } from "../../expr/walk";
import { limitAt, limitAtInfinity, type Side } from "../analysis/limit";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue, type Value } from "../value";
import { settle } from "./settle";

export function limitValue<E>(scope: Scope<E>, node: Limit): Value<E> {
  const { field } = scope;
  if (field.kind === "prime") throw new Beyond("a limit in exact arithmetic");
  const { variable } = node;
  if (some(node.body, (inner) => ["integral", "limit", "series"].includes(inner.kind)))
    throw new Beyond("the limit of an integral or a sum");
  if (variable.kind !== "symbol" && variable.kind !== "labelled")
    throw new Beyond("a limit of something that is no name");
  const f = (x: E): E =>
    scalarOf(
      field,
      valueIn(bind(scope, [[variable, scalarValue(field, x)]]), node.body),
      "the limit of a number",
    );
  const direction = infinity(node.to);
  const side: Side = node.side ?? "both";
  if (direction !== 0) return settle(scope, limitAtInfinity(field, f, direction));
  return settle(scope, limitAt(field, f, scalarOf(field, valueIn(scope, node.to)), side));
}

/** +1 for ∞, −1 for −∞, 0 for anything else. */
export function infinity(node: Limit["to"]): 1 | -1 | 0 {
  if (node.kind === "constant") return node.name === "∞" ? 1 : 0;
  if (node.kind !== "product") return 0;
  const infinite = node.factors.some((factor) => factor.kind === "constant" && factor.name === "∞");
  const rest = node.factors.filter(
    (factor) => !(factor.kind === "constant" && factor.name === "∞"),
  );
  if (!infinite || !rest.every((factor) => factor.kind === "num")) return 0;
  return rest.reduce(
    (sign, factor) => (factor.kind === "num" && factor.numerator < 0n ? -sign : sign),
    1,
  ) > 0
    ? 1
    : -1;
}
