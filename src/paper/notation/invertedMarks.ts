/** A^{-T}, U^{-†}: the transpose, the adjoint of the inverse. */
import type { Script, TexNode } from "../latex/node";
import { cover } from "../text/span";
import { nameOf } from "./name";
import { isDagger, isTranspose, unwrap } from "./scripts";
import { tokenOf } from "./token";

/** Each as the mark on a group that holds the inverse. */
export function withInvertedMarks(nodes: readonly TexNode[]): readonly TexNode[] {
  if (!nodes.some(marksInverse)) return nodes;
  const found: TexNode[] = [];
  for (const node of nodes) {
    const at = found.findLastIndex(({ kind }) => kind !== "script");
    const base = found.slice(at);
    if (!marksInverse(node) || !invertible(base[0], node, nodes)) {
      found.push(node);
      continue;
    }
    const [minus, mark] = unwrap(node.children) as readonly [TexNode, TexNode];
    const one: TexNode = { kind: "char", text: "1", span: minus.span };
    const inverse: Script = { ...node, children: [minus, one] };
    found.length = at;
    found.push(
      {
        kind: "group",
        children: [...base, inverse],
        span: cover(base[0]?.span ?? node.span, node.span),
      },
      { ...node, children: [mark] },
    );
  }
  return found;
}

const marksInverse = (node: TexNode): node is Script => {
  if (node.kind !== "script" || node.place !== "sup") return false;
  const [minus, mark, ...more] = unwrap(node.children);
  return (
    tokenOf(minus) === "-" &&
    mark !== undefined &&
    more.length === 0 &&
    (isDagger(mark) || isTranspose([mark]))
  );
};

/** A slanted T may be a number: it is a mark on a capital letter, and beside another transpose. */
function invertible(base: TexNode | undefined, script: Script, line: readonly TexNode[]): boolean {
  const name = nameOf(base);
  if (!name || name.name === "e") return false;
  return (
    tokenOf(unwrap(script.children)[1]) !== "T" ||
    /^\p{Lu}$/u.test(name.name) ||
    line.some(
      (node) => node.kind === "script" && node.place === "sup" && isTranspose(node.children),
    )
  );
}
