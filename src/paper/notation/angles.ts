/** `< … >` typed for ⟨ … ⟩: a pair with no relation between is a pair of brackets. */
import { isChar, type TexNode } from "../latex/node";
import { relationOf } from "./relations";
import { tokenOf } from "./token";

export function withAngles(nodes: readonly TexNode[]): readonly TexNode[] {
  if (!nodes.some((node) => isChar(node, "<"))) return nodes;
  const found = [...nodes];
  for (let at = 0; at < nodes.length; at++) {
    const close = isChar(nodes[at], "<") ? closeOf(nodes, at) : undefined;
    if (close === undefined) continue;
    found[at] = fence(nodes[at] as TexNode, "left");
    found[close] = fence(nodes[close] as TexNode, "right");
    at = close;
  }
  return found;
}

function closeOf(nodes: readonly TexNode[], open: number): number | undefined {
  for (let at = open + 1; at < nodes.length; at++) {
    if (isChar(nodes[at], ">"))
      return at > open + 1 && !twoRelations(nodes, open, at) ? at : undefined;
    if (relationOf(nodes[at]) || tokenOf(nodes[at]) === ";" || nodes[at]?.kind === "words")
      return undefined;
  }
  return undefined;
}

/** k₁ < k₂, k₃ > k₄: a comma between and something on both outer sides. */
const twoRelations = (nodes: readonly TexNode[], open: number, close: number): boolean =>
  operand(nodes[open - 1]) &&
  operand(nodes[close + 1]) &&
  nodes.slice(open, close).some((node) => tokenOf(node) === ",");

const operand = (node: TexNode | undefined): boolean =>
  node !== undefined && node.kind !== "fence" && !/^[-+=(,[]$/.test(tokenOf(node));

const fence = (node: TexNode, side: "left" | "right"): TexNode => ({
  kind: "fence",
  side: "none",
  delimiter: side === "left" ? "\\langle" : "\\rangle",
  span: node.span,
});
