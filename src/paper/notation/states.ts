/** The labels inside |…⟩: quantum numbers, names of states, several at once. */
import { symbol } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { nameOf } from "./name";
import type { Reader } from "./reader";
import { over } from "./reader";
import { capitalOrWord } from "./scriptShape";
import { isPrime, takeScripts } from "./scripts";
import { splitAt } from "./split";
import { isDigit, sourceOf, tokenOf } from "./token";

/** One expression for each label. */
export function readLabels(reader: Reader, nodes: readonly TexNode[]): Expr[] {
  return splitAt(nodes, ",", ";").flatMap((piece) => readLabel(reader, piece));
}

function readLabel(reader: Reader, piece: readonly TexNode[]): Expr[] {
  if (piece.length === 0) return [];
  const row = piece.map((node) => signs[tokenOf(insideOf(node))]);
  if (row.every((sign) => sign !== undefined)) return row.map((sign) => symbol(sign, "state"));
  if (piece.every((node) => arrows[tokenOf(node)]))
    return piece.map((node) => symbol(arrows[tokenOf(node)] ?? "", "state"));
  if (piece.length > 1 && piece.every((node) => /^[01]$/.test(tokenOf(node))))
    return piece.map((node) => readInside(reader, [node]));
  const signed = piece.length > 1 && /^[+-]$/.test(tokenOf(piece.at(-1)));
  if (signed && piece.slice(0, -1).every((node) => nameOf(node) || isDigit(node)))
    return [symbol(piece.map((node) => nameOf(node)?.name ?? tokenOf(node)).join(""), "state")];
  const state = rateName(piece) ?? stateName(reader, piece);
  if (state) return [state];
  const several = quantumNumbers(piece);
  return several.length > 1
    ? several.map((nodes) => readInside(reader, nodes))
    : [readInside(reader, piece)];
}

const signs: Readonly<Record<string, string>> = { "+": "+", "-": "-", "\\pm": "±", "\\mp": "∓" };

/** The − of {-}, braced so that it keeps no room around it. */
const insideOf = (node: TexNode): TexNode | undefined =>
  node.kind === "group" && node.children.length === 1 ? node.children[0] : node;

const arrows: Readonly<Record<string, string>> = {
  "\\uparrow": "↑",
  "\\downarrow": "↓",
  "\\rightarrow": "→",
  "\\leftarrow": "←",
  "\\nearrow": "↗",
  "\\searrow": "↘",
};

/** j m, n ℓ m, j_1 m_1, ½ −½ side by side are several labels; empty where anything else stands among them. */
function quantumNumbers(piece: readonly TexNode[]): readonly (readonly TexNode[])[] {
  const found: TexNode[][] = [];
  let sign: TexNode | undefined;
  for (const node of piece) {
    const last = found.at(-1);
    if (node.kind === "script" && last && !sign) last.push(node);
    else if (/^[+-]$/.test(tokenOf(node)) && !sign) sign = node;
    else if ((isQuantumNumber(node) || isEllipsis(node)) && !sign) found.push([node]);
    else if (tokenOf(node) === "\\frac") {
      found.push(sign ? [sign, node] : [node]);
      sign = undefined;
    } else return [];
  }
  return sign ? [] : found;
}

const isEllipsis = (node: TexNode): boolean => /^\\[lc]?dots$|^…$/.test(tokenOf(node));

/** Letters of quantum numbers, and momenta set bold. */
const isQuantumNumber = (node: TexNode): boolean => {
  const name = nameOf(node);
  return name !== undefined && (name.bold || /^[njlmsℓ]$/u.test(name.name));
};

const primesIn = (nodes: readonly TexNode[]): number =>
  nodes.flatMap((node) => (node.kind === "script" ? node.children : [])).filter(isPrime).length;

/** The ψ̇ of |ψ̇⟩, which inner products name so. */
function rateName([only, ...more]: readonly TexNode[]): Expr | undefined {
  const inside = only?.kind === "command" && only.name === "dot" ? only.args[0] : undefined;
  const name = inside?.length === 1 && more.length === 0 ? nameOf(inside[0]) : undefined;
  return name && /^[ψφϕχΨΦ]$/u.test(name.name) ? symbol(`${name.name}̇`, "state") : undefined;
}

/** ψ, Φ_0, Ω, i and f as names of states; a subscript stays with the name. */
function stateName(reader: Reader, piece: readonly TexNode[]): Expr | undefined {
  const [first, ...rest] = piece;
  const name = nameOf(first);
  if (!name || name.bold || !rest.every((node) => node.kind === "script")) return undefined;
  if (!/^[ψφϕχΨΦΩ]$/u.test(name.base) && !(rest.length === 0 && /^[if]$/.test(name.name)))
    return undefined;
  if (rest.length === 0) return symbol(name.name, "state");
  if (rest.every((node) => node.kind === "script" && node.children.every(isPrime)))
    return symbol(name.name + "′".repeat(primesIn(rest)), "state");
  const parts = takeScripts(over(reader, rest));
  const [only] = parts;
  if (parts.length !== 1 || !only) return undefined;
  const text = only.nodes.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  if (!/^[\p{L}0-9+\-()′]*$/u.test(text))
    return symbol(`${name.name}_${capitalOrWord(only.nodes) ?? sourceOf(only.nodes)}`, "state");
  if (only.place === "sup") return symbol(`${name.name}^${text}`, "state");
  return undefined;
}
