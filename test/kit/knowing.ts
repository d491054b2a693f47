/** A document that knows the names and indices of some trees as the trees have them. */
import type { Expr, IndexSpace } from "../../src/math/expr/node";
import { nodes } from "../../src/math/expr/walk";
import { type Context, defaultContext, type Kind } from "../../src/paper/notation/context";

export function knowing(...trees: readonly Expr[]): Context {
  const kinds = new Map<string, Kind>();
  const spaces = new Map<string, IndexSpace>();
  for (const node of trees.flatMap((tree) => [...nodes(tree)]))
    if (node.kind === "symbol") {
      const { kind: _, name, ...rest } = node;
      const stem = name.replace(/[_^].*/u, "");
      kinds.set(`${rest.type === "three-vector"} ${stem}`, { ...rest, evidence: "declared" });
    } else if (node.kind === "tensor")
      for (const { name, space } of node.indices) spaces.set(name.replace(/′+$/u, ""), space);
  return {
    ...defaultContext(),
    lookup: (name, bold) => kinds.get(`${bold} ${name}`),
    index: (name) => spaces.get(name),
  };
}
