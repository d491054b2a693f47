/** The names under which the constants of nature are known. */
import type { Labelled, Sym } from "../../expr/node";

/** c, a_0, R_∞: the letter with at most one label. */
export function constantName(node: Sym | Labelled): string | undefined {
  if (node.kind === "symbol") return node.name;
  if (node.labels.length !== 1) return undefined;
  const [label] = node.labels;
  const suffix =
    label?.kind === "num"
      ? `${label.numerator}`
      : label?.kind === "symbol" || label?.kind === "constant"
        ? label.name
        : undefined;
  return suffix === undefined ? undefined : `${node.head.name}_${suffix}`;
}
