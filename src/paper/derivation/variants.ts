/** Statements that hold several: J_± = J_x ± iJ_y, ψ_{L,R} = P_{L,R}ψ. */
import type { TexNode } from "../latex/node";
import { flat } from "./conventionIn";

type Nodes = readonly TexNode[];

/** Each version of the sides: upper and lower sign, first and second label; the sides themselves where there is but one. */
export function variants(sides: readonly Nodes[]): readonly (readonly Nodes[])[] {
  if (sides.some((side) => holds(side, isSign)))
    return ["upper", "lower"].map((row) => sides.map((side) => signed(side, row)));
  const lists = labelLists(sides[0] ?? []);
  const shared = lists.find((list) =>
    sides.slice(1).some((side) => labelLists(side).includes(list)),
  );
  if (!shared) return [sides];
  return shared.split(",").map((_, at) => sides.map((side) => chosen(side, shared, at)));
}

const isSign = (node: TexNode): boolean =>
  node.kind === "command" && (node.name === "pm" || node.name === "mp");

/** Lists under a name that are all letters: `L,R`, not the numbers of components. */
function labelLists(side: Nodes): readonly string[] {
  const found: string[] = [];
  holds(side, (node) => {
    if (node.kind === "script" && /^[A-Za-z+-](,[A-Za-z+-])+$/.test(flat(node.children)))
      found.push(flat(node.children));
    return false;
  });
  return found;
}

const signed = (side: Nodes, row: string): Nodes =>
  changed(side, (node) => {
    if (!isSign(node) || node.kind !== "command") return node;
    return {
      kind: "char",
      text: (node.name === "pm") === (row === "upper") ? "+" : "-",
      span: node.span,
    };
  });

const chosen = (side: Nodes, list: string, at: number): Nodes =>
  changed(side, (node) => {
    if (node.kind !== "script" || flat(node.children) !== list) return node;
    const only = node.children.filter((child) => child.kind !== "char" || child.text !== ",")[at];
    return only ? { ...node, children: [only] } : node;
  });

/** ∑_{s=±1} goes over both signs and chooses none. */
const isRange = (nodes: Nodes, at: number): boolean => {
  const [before, node] = [nodes[at - 1], nodes[at]];
  return (
    node?.kind === "script" && before?.kind === "command" && /^(?:sum|prod)$/.test(before.name)
  );
};

function changed(nodes: Nodes, change: (node: TexNode) => TexNode): Nodes {
  return nodes.map((node, at) => {
    if (isRange(nodes, at)) return node;
    const fresh = change(node);
    if (fresh !== node) return fresh;
    if (node.kind === "group" || node.kind === "script")
      return { ...node, children: changed(node.children, change) };
    if (node.kind === "command")
      return { ...node, args: node.args.map((arg) => arg && changed(arg, change)) };
    return node;
  });
}

function holds(nodes: Nodes, test: (node: TexNode) => boolean): boolean {
  return nodes.some((node, at) => {
    if (isRange(nodes, at)) return false;
    if (test(node)) return true;
    if (node.kind === "group" || node.kind === "script") return holds(node.children, test);
    return (
      node.kind === "command" && node.args.some((arg) => arg !== undefined && holds(arg, test))
    );
  });
}
