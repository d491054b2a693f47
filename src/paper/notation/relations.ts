/** Signs that join the sides of a statement. */
import type { Relation } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { tokenOf } from "./token";

const relations: Readonly<Record<string, Relation>> = {
  "=": "=",
  "\\equiv": "≡",
  "≡": "≡",
  "\\coloneqq": ":=",
  "\\coloneq": ":=",
  "\\eqqcolon": ":=",
  "\\defeq": ":=",
  "\\triangleq": ":=",
  "\\doteq": ":=",
  "\\approx": "≈",
  "≈": "≈",
  "\\simeq": "≃",
  "\\cong": "≃",
  "\\sim": "∼",
  "\\propto": "∝",
  "∝": "∝",
  "\\to": "→",
  "\\rightarrow": "→",
  "\\longrightarrow": "→",
  "\\mapsto": "↦",
  "\\longmapsto": "↦",
  "<": "<",
  "\\lt": "<",
  "\\lesssim": "<",
  "\\leq": "≤",
  "\\le": "≤",
  "\\leqslant": "≤",
  "≤": "≤",
  ">": ">",
  "\\gt": ">",
  "\\gtrsim": ">",
  "\\geq": "≥",
  "\\ge": "≥",
  "\\geqslant": "≥",
  "≥": "≥",
  "\\ll": "≪",
  "\\gg": "≫",
  "\\neq": "≠",
  "\\ne": "≠",
  "≠": "≠",
  "\\in": "∈",
  "∈": "∈",
};

/** Relations as LaTeX. */
export const relationLatex: Readonly<Record<Relation, string>> = {
  "=": "=",
  "≡": "\\equiv",
  ":=": ":=",
  "≈": "\\approx",
  "≃": "\\simeq",
  "∼": "\\sim",
  "∝": "\\propto",
  "→": "\\to",
  "↦": "\\mapsto",
  "<": "<",
  "≤": "\\leq",
  ">": ">",
  "≥": "\\geq",
  "≪": "\\ll",
  "≫": "\\gg",
  "≠": "\\neq",
  "∈": "\\in",
};

const decorated = new Set(["stackrel", "overset", "underset", "xlongequal"]);

/** The relation a node stands for, an annotated one too (`\stackrel{(3)}{=}`); undefined for anything else. */
export function relationOf(node: TexNode | undefined): Relation | undefined {
  if (!node) return undefined;
  const plain = relations[tokenOf(node)];
  if (plain) return plain;
  if (node.kind === "group")
    return node.children.length === 1 ? relationOf(node.children[0]) : undefined;
  if (node.kind !== "command") return undefined;
  if (node.name === "not")
    return node.args[0]?.length === 1 && relationOf(node.args[0][0]) === "=" ? "≠" : undefined;
  if (node.name === "xrightarrow") return "→";
  if (!decorated.has(node.name)) return undefined;
  const body = node.args[node.args.length - 1] ?? [];
  if (node.name === "stackrel" || node.name === "overset") {
    const above = (node.args[node.args.length - 2] ?? []).map(tokenOf).join("");
    if (
      /^(?:!|\\text(?:rm)?\{def\}|def|\\mathrm|<words>)$/.test(above) &&
      definesInWords(node.args[node.args.length - 2])
    )
      return ":=";
  }
  return body.length === 1 ? relationOf(body[0]) : undefined;
}

const definesInWords = (nodes: readonly TexNode[] | undefined): boolean =>
  (nodes ?? []).some((node) => node.kind === "words" && /^\s*def/i.test(node.text));

export const isRelation = (node: TexNode | undefined): boolean => relationOf(node) !== undefined;
