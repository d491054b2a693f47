/** Splits nodes at a separator that stands outside all fences. */
import type { TexNode } from "../latex/node";
import { fenceSide } from "./survey";
import { tokenOf } from "./token";

export function splitAt(nodes: readonly TexNode[], ...separators: readonly string[]): TexNode[][] {
  const items: TexNode[][] = [[]];
  let depth = 0;
  for (const node of nodes) {
    const side = fenceSide(node);
    if (side === "open") depth++;
    if (side === "close") depth--;
    if (depth <= 0 && separators.includes(tokenOf(node))) items.push([]);
    else items[items.length - 1]?.push(node);
  }
  return items;
}
