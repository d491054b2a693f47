/** \ifx … \else … \fi left over from a macro: the branch that TeX would take. */
import type { TexNode } from "../latex/node";
import { tokenOf } from "./token";

/** The nodes with every conditional that closes replaced by its branch. */
export function withBranches(nodes: readonly TexNode[]): readonly TexNode[] {
  const open = nodes.findLastIndex((node) => conditions.has(tokenOf(node)));
  if (open < 0) return nodes;
  const close = nodes.findIndex((node, at) => at > open && tokenOf(node) === "\\fi");
  if (close < 0) return nodes;
  const compares = tokenOf(nodes[open]) === "\\ifx";
  const from = open + (compares ? 3 : 1);
  const turn = nodes.findIndex(
    (node, at) => at >= from && at < close && tokenOf(node) === "\\else",
  );
  const first = nodes.slice(from, turn < 0 ? close : turn);
  const second = turn < 0 ? [] : nodes.slice(turn + 1, close);
  const [one, other] = [nodes[open + 1], nodes[open + 2]];
  const holds = compares ? areSame(one, other) : tokenOf(nodes[open]) === "\\iftrue";
  return withBranches([
    ...nodes.slice(0, open),
    ...(holds ? first : second),
    ...nodes.slice(close + 1),
  ]);
}

const conditions = new Set(["\\ifx", "\\iftrue", "\\iffalse"]);

/** A brace is no other token; what follows it belongs to the branch that is left out. */
const areSame = (one: TexNode | undefined, other: TexNode | undefined): boolean =>
  one !== undefined && one.kind !== "group" && tokenOf(one) === tokenOf(other);
