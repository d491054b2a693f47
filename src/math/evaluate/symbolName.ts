/** Names under which family members are sampled. */
import type { Expr, Labelled } from "../expr/node";
import { children } from "../expr/walk";
import { nameKey } from "./given";
import { Beyond } from "./number/field";
import { type Scope, valueIn } from "./scope";

/** A family member's own name: labels count by their values. */
export const labelledName = <E>(scope: Scope<E>, node: Labelled): string =>
  `${node.head.name}[${node.labels.map((label) => labelKey(scope, label)).join(",")}]`;

export function labelKey<E>(scope: Scope<E>, label: Expr): string {
  const { field } = scope;
  if (label.kind === "opaque") return partsKey(scope, label.what, label);
  try {
    const value = valueIn(scope, label);
    if (value.axes.length > 0)
      return `(${value.keys.map((key, i) => `${key}:${scope.keyOf(value.entries[i] as E)}`)})`;
    const entry = value.entries[0] ?? field.zero;
    const whole = field.integer(entry);
    return whole === undefined ? scope.keyOf(entry) : `${whole}`;
  } catch (problem) {
    if (!(problem instanceof Beyond)) throw problem;
    return label.kind === "symbol" ? nameKey(label) : partsKey(scope, nameKey(label), label);
  }
}

/** What has no value, a row of labels or a passage i → f, is told apart by its parts. */
const partsKey = <E>(scope: Scope<E>, what: string, label: Expr): string =>
  [what, ...children(label).map((part) => `(${labelKey(scope, part)})`)].join("");
