/** How often a letter occurs as a script within one product: twice means that it is summed. */
import type { TexNode } from "../latex/node";
import { nameOf } from "./name";
import { tokenOf } from "./token";

const breaks = new Set(["+", "-", "=", ",", "\\pm", "\\mp", "\\equiv", "\\approx", "\\rightarrow"]);
const openers = new Set(["(", "[", "\\{"]);
const closers = new Set([")", "]", "\\}"]);

type Counts = Map<string, number>;

/** The largest count in any term of these nodes. */
export function letterCounts(nodes: readonly TexNode[]): Counts {
  return countTerms(nodes, { at: 0 });
}

/** Terms up to the closing fence; the cursor ends behind it. */
function countTerms(nodes: readonly TexNode[], cursor: { at: number }): Counts {
  const most: Counts = new Map();
  let term: Counts = new Map();
  for (; cursor.at < nodes.length; cursor.at++) {
    const node = nodes[cursor.at] as TexNode;
    const token = tokenOf(node);
    if (closers.has(token)) break;
    if (breaks.has(token)) {
      raise(most, term);
      term = new Map();
    } else if (openers.has(token)) {
      cursor.at++;
      add(term, countTerms(nodes, cursor));
    } else countNode(node, term);
  }
  raise(most, term);
  return most;
}

function countNode(node: TexNode, term: Counts): void {
  if (node.kind === "group") add(term, letterCounts(node.children));
  if (node.kind === "command" && !nameOf(node))
    for (const arg of node.args) add(term, letterCounts(arg ?? []));
  if (node.kind !== "script") return;
  for (const inner of node.children) {
    const name = nameOf(inner);
    if (name && !name.bold && !name.roman) term.set(name.name, (term.get(name.name) ?? 0) + 1);
    else if (inner.kind === "group") countNode({ ...node, children: inner.children }, term);
  }
}

function add(into: Counts, more: Counts): void {
  for (const [letter, count] of more) into.set(letter, (into.get(letter) ?? 0) + count);
}

function raise(into: Counts, other: Counts): void {
  for (const [letter, count] of other) into.set(letter, Math.max(into.get(letter) ?? 0, count));
}
