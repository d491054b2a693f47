/** Claims made in passing: `\underbrace{X}_{= 0}` says X = 0. */
import type { TexNode } from "../latex/node";
import { cover } from "../text/span";
import { chainOf } from "./chain";
import type { Side, Statement } from "./statement";

export const asides = (sides: readonly Side[]): Statement[] =>
  sides.flatMap(({ nodes }) => [...within(nodes)]);

function* within(nodes: readonly TexNode[]): Generator<Statement> {
  for (const [i, node] of nodes.entries()) {
    const next = nodes[i + 1];
    if (
      node.kind === "command" &&
      /^(under|over)(brace|bracket)$/.test(node.name) &&
      next?.kind === "script"
    ) {
      const inner = node.args[0] ?? [];
      const chain = chainOf(next.children);
      if (chain.sides[0]?.length === 0 && chain.joints.length > 0 && inner.length > 0)
        yield claim(inner, chain);
    }
    if (node.kind === "command") for (const arg of node.args) yield* within(arg ?? []);
    if (node.kind === "group") yield* within(node.children);
  }
}

function claim(inner: readonly TexNode[], chain: ReturnType<typeof chainOf>): Statement {
  const sides = [inner, ...chain.sides.slice(1)].map((nodes) => ({
    nodes,
    span: nodes.map((node) => node.span).reduce(cover, nodes[0]?.span ?? { start: 0, end: 0 }),
  }));
  return { sides, joints: chain.joints, conditions: [], cue: undefined, words: "", aside: true };
}
