/** Letters of a source that occur nowhere in the tree it was read into: nothing may be dropped on the way. */
import type { Expr } from "../../src/math/expr/node";
import type { TexNode } from "../../src/paper/latex/node";
import { greek } from "../../src/paper/notation/letters";
import { nameOf } from "../../src/paper/notation/name";
import { tokenOf } from "../../src/paper/notation/token";

export function lostTokens(nodes: readonly TexNode[], tree: Expr): string[] {
  const kept = new Set<string>();
  collect(tree, kept, new Set());
  const text = [...kept].map(spelled).join(" ").normalize("NFKD");
  return [...new Set(lettersOf(nodes))].filter((letter) => !keeps(text, kept, letter));
}

/** The source of a gap with its letters in Unicode. */
const spelled = (text: string): string =>
  text.replace(/\\([a-zA-Z]+)/g, (command, name: string) => greek[name] ?? command);

/** A differential, a path measure, a transpose or an order leaves a node of its own instead of its letter. */
const signs: Readonly<Record<string, readonly string[]>> = {
  d: ["integral", "derivative", "function"],
  D: ["integral", "derivative", "opaque"],
  𝒟: ["integral"],
  𝒪: ["order"],
  Θ: ["function"],
  𝒯: ["ordered"],
  𝒫: ["ordered"],
  𝒩: ["ordered"],
  N: ["ordered"],
  P: ["ordered", "bracket"],
  B: ["bracket"],
  O: ["order"],
  o: ["order"],
  T: ["involution", "ordered"],
  j: ["function"],
  H: ["function"],
  t: ["involution", "derivative"],
  e: ["constant"],
  δ: ["derivative", "function"],
  Δ: ["derivative"],
};

function keeps(text: string, kept: ReadonlySet<string>, letter: string): boolean {
  if (text.includes(letter.normalize("NFKD"))) return true;
  return (signs[letter] ?? []).some((kind) => kept.has(`kind:${kind}`));
}

/** Letters as names give them; words and named functions are left to their rules. */
function lettersOf(nodes: readonly TexNode[]): string[] {
  return nodes.flatMap((node): string[] => {
    switch (node.kind) {
      case "char":
        return /^\p{L}$/u.test(node.text) ? [node.text] : [];
      case "group":
      case "script":
        return lettersOf(node.children);
      case "table":
        return node.rows.flatMap((row) => row.flatMap(lettersOf));
      case "command":
        return commandLetters(node);
      default:
        return [];
    }
  });
}

function commandLetters(node: Extract<TexNode, { kind: "command" }>): string[] {
  const name = nameOf(node);
  if (name && !name.roman) return [...name.base].filter((c) => /^\p{L}$/u.test(c)).slice(0, 1);
  if (name || /^(?:text|mathrm|operatorname|SI|si|unit|qty|mbox)/.test(node.name)) return [];
  if (node.name === "wick") return lettersOf(node.args.at(-1) ?? []);
  if (/^b?contraction$/.test(node.name))
    return [node.args.at(-3), node.args.at(-1)].flatMap((arg) => lettersOf(arg ?? []));
  return tokenOf(node) === "" ? [] : node.args.flatMap((arg) => lettersOf(arg ?? []));
}

function collect(part: unknown, into: Set<string>, seen: Set<object>): void {
  if (typeof part === "string") into.add(part);
  if (part === null || typeof part !== "object" || seen.has(part)) return;
  seen.add(part);
  if ("kind" in part && typeof part.kind === "string") into.add(`kind:${part.kind}`);
  for (const [key, inner] of Object.entries(part)) if (key !== "kind") collect(inner, into, seen);
}
