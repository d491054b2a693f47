/** Looking ahead to where a term ends. */
import type { TexNode } from "../latex/node";
import { isRelation } from "./relations";
import { fenceSide } from "./survey";
import { tokenOf } from "./token";

const termEnds = new Set(["+", "-", "−", ",", ";", "\\pm", "\\mp", "\\\\"]);

/** The nodes up to the sign, relation or fence that ends the term. */
export function restOfTerm(nodes: readonly TexNode[], from: number): readonly TexNode[] {
  let depth = 0;
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at] as TexNode;
    const side = fenceSide(node);
    if (side === "open") depth++;
    else if (side === "close") depth--;
    const ends = depth === 0 && (termEnds.has(tokenOf(node)) || isRelation(node));
    if (ends || depth < 0) return nodes.slice(from, at);
  }
  return nodes.slice(from);
}
