/** Longer or deeper than any formula people write: such nodes are left alone. */
import type { TexNode } from "../latex/node";
import { fenceSide } from "./survey";

const mostNodes = 6000;
const mostLevels = 200;

export function isOverlong(side: readonly TexNode[]): boolean {
  let left = mostNodes;
  const exceeds = (nodes: readonly TexNode[], level: number): boolean => {
    left -= nodes.length;
    if (left < 0 || level > mostLevels) return true;
    let depth = level;
    return nodes.some((node) => {
      const step = fenceSide(node);
      if (step === "open") depth++;
      if (step === "close") depth--;
      return depth > mostLevels || inside(node).some((part) => exceeds(part, depth + 1));
    });
  };
  return exceeds(side, 0);
}

function inside(node: TexNode): readonly (readonly TexNode[])[] {
  switch (node.kind) {
    case "group":
    case "script":
      return [node.children];
    case "command":
      return node.args.flatMap((arg) => (arg ? [arg] : []));
    case "table":
      return node.rows.flat();
    default:
      return [];
  }
}
