/** A document that knows the names and indices of some trees as the trees have them, where they have them in one way. */
import type { Expr, IndexSpace } from "../../src/math/expr/node";
import { nodes } from "../../src/math/expr/walk";
import { type Context, defaultContext, type Kind } from "../../src/paper/notation/context";

export function knowing(...trees: readonly Expr[]): Context {
  const kinds = new Map<string, Kind | undefined>();
  const spaces = new Map<string, IndexSpace | "label" | undefined>();
  const learn = <T>(known: Map<string, T | undefined>, name: string, what: T): void => {
    const before = known.get(name);
    const other = known.has(name) && JSON.stringify(before) !== JSON.stringify(what);
    known.set(name, other ? undefined : what);
  };
  for (const node of trees.flatMap((tree) => [...nodes(tree)]))
    if (node.kind === "symbol") {
      const { kind: _, name, ...rest } = node;
      const stem = name.replace(/[_^].*/u, "").replace(/′+$/u, "");
      if (stem === "π" && name !== stem) continue;
      learn(kinds, `${rest.type === "three-vector"} ${stem}`, { ...rest, evidence: "declared" });
    } else if (node.kind === "tensor")
      for (const { name, space } of node.indices) learn(spaces, name.replace(/′+$/u, ""), space);
    else if (node.kind === "labelled")
      for (const label of node.labels)
        if (label.kind === "symbol") learn(spaces, label.name.replace(/′+$/u, ""), "label");
  return {
    ...defaultContext(),
    lookup: (name, bold) => kinds.get(`${bold} ${name}`),
    index: (name) => spaces.get(name),
  };
}
