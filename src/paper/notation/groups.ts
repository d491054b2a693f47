/** Groups by name: SU(2), SU(2)_L, U(1)_{EM}; they are no products and have no value. */
import { opaque } from "../../math/expr/build";
import type { TexNode } from "../latex/node";
import { nameOf, wordOf } from "./name";
import { peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { closing } from "./survey";
import { tokenOf } from "./token";

export const lieGroup: NotationRule = {
  name: "groups of symmetries",
  begins: ["S", "U", "O", "\\mathrm", "\\text", "\\mathsf", "\\operatorname", "<words>"],
  ownScripts: true,
  examples: [
    ["SU(2)_L", "SU(2)_L"],
    [String.raw`\mathrm{U}(1)_{EM}`, "U(1)_EM"],
  ],
  read(reader) {
    const head = headOf(reader);
    if (!head) return undefined;
    const open = reader.at + head.length;
    const close = tokenOf(reader.nodes[open]) === "(" ? closing(reader.nodes, open) : undefined;
    const rank = close === undefined ? undefined : rankOf(reader.nodes.slice(open + 1, close));
    if (close === undefined || !rank) return undefined;
    const script = reader.nodes[close + 1];
    const label = script?.kind === "script" && script.place === "sub" ? script : undefined;
    const word = label && (wordOf(label.children) ?? levelOf(label.children));
    if (label && !(word && /^(?:\p{L}+|[0-9]+)$/u.test(word))) return undefined;
    if (!label && head.name.length < 2) return undefined;
    reader.at = close + (label ? 2 : 1);
    return opaque(`${head.name}(${rank})${word ? `_${word}` : ""}`);
  },
};

interface Head {
  readonly name: string;
  /** How many nodes it takes. */
  readonly length: number;
}

/** S and U side by side, or a word in upright letters. */
function headOf(reader: Reader): Head | undefined {
  const first = peek(reader);
  const word = first?.kind === "words" ? first.text.trim() : nameOf(first)?.name;
  if (first?.kind !== "char")
    return word && /^(?:P?SU|P?SO|U|O|USp|Spin|[SG]L|ISO|s[uolp])$/.test(word)
      ? { name: word, length: 1 }
      : undefined;
  const second = tokenOf(peek(reader, 1));
  if (first.text === "S" && /^[UO]$/.test(second)) return { name: `S${second}`, length: 2 };
  return first.text === "U" ? { name: "U", length: 1 } : undefined;
}

/** The 2 of su(2)_2. */
const levelOf = (nodes: readonly TexNode[]): string => nodes.map(tokenOf).join("");

/** 2, N, 1,3: what a group is numbered by. */
function rankOf(nodes: readonly TexNode[]): string | undefined {
  const text = nodes.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  return /^(?:[0-9]+|[nNdDpq])(?:,(?:[0-9]+|[nNdDpqℝℂ]))?$/u.test(text) ? text : undefined;
}
