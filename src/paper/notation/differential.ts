/** d, ∂ and δ with what they stand before: the pieces derivatives and measures are made of. */
import type { TexNode } from "../latex/node";
import { beginsKet } from "./beginsKet";
import { nameOf } from "./name";
import { unwrap } from "./scripts";
import { closing } from "./survey";
import { tokenOf } from "./token";

export type DifferentialStyle = "total" | "partial" | "functional" | "path";

/** d x, d^3 p, ∂ x, 𝒟 φ as they stand in a list of nodes. */
export interface Differential {
  readonly style: DifferentialStyle;
  /** What stands in the exponent of the d. */
  readonly power?: readonly TexNode[];
  /** The variable with its scripts. */
  readonly variable: readonly TexNode[];
  /** Places before the first node and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** How the node at hand says "differential"; undefined if it does not. */
export function differentialSign(node: TexNode | undefined): DifferentialStyle | undefined {
  if (!node) return undefined;
  const token = tokenOf(node);
  if (token === "\\partial" || token === "∂") return "partial";
  if (token === "\\delta") return "functional";
  if (node.kind === "words") return node.text.trim() === "d" ? "total" : undefined;
  if (node.kind === "command" && pathCommands.has(node.name) && letterIn(node) === "D")
    return "path";
  const name = nameOf(node);
  if (!name || name.bold || name.accent) return undefined;
  if (name.name === "d") return "total";
  return undefined;
}

const pathCommands = new Set(["mathcal", "mathscr", "cal", "mathrm", "EuScript"]);
const letterIn = (node: TexNode): string =>
  node.kind === "command"
    ? unwrap(node.args.at(-1) ?? [])
        .map(tokenOf)
        .join("")
    : "";

/** The differential that starts at a place. */
export function differentialAt(nodes: readonly TexNode[], from: number): Differential | undefined {
  const macro = macroAt(nodes, from);
  if (macro) return macro;
  const style = differentialSign(nodes[from]);
  if (!style) return undefined;
  let at = from + 1;
  let power: readonly TexNode[] | undefined;
  const script = nodes[at];
  if (script?.kind === "script") {
    if (script.place === "sub") return undefined;
    power = script.children.length > 0 ? unwrap(script.children) : undefined;
    const letters = power?.filter((node) => nameOf(node)).length ?? 0;
    if (letters > 1 && letters === power?.length) return undefined;
    if (power?.some((node) => tokenOf(node) === "\\prime" || tokenOf(node) === "\\dagger"))
      return undefined;
    at++;
  }
  const to = variableEnd(nodes, at, style);
  if (to === undefined) return undefined;
  // 𝒟[ψ̄, ψ] is no commutator.
  if (tokenOf(nodes[at]) === "[" && tokenOf(nodes[to - 1]) === "]")
    return { style, ...(power ? { power } : {}), variable: nodes.slice(at + 1, to - 1), from, to };
  return { style, ...(power ? { power } : {}), variable: nodes.slice(at, to), from, to };
}

/** `\dd{x}`, `\dd[3]{p}`, `\dd x`. */
function macroAt(nodes: readonly TexNode[], from: number): Differential | undefined {
  const node = nodes[from];
  if (node?.kind !== "command" || node.name !== "dd") return undefined;
  const [order, body] = node.args;
  if (body) {
    let to = from + 1;
    while (nodes[to]?.kind === "script") to++;
    const power = order ? { power: unwrap(order) } : {};
    return {
      style: "total",
      ...power,
      variable: [...body, ...nodes.slice(from + 1, to)],
      from,
      to,
    };
  }
  const plain: TexNode = { kind: "char", text: "d", span: node.span };
  const found = differentialAt([...nodes.slice(0, from), plain, ...nodes.slice(from + 1)], from);
  return found && order ? { ...found, power: unwrap(order) } : found;
}

const functions = new Set(["\\cos", "\\sin", "\\tan", "\\cosh", "\\sinh", "\\ln", "\\log"]);

/** Where the variable behind a d ends: a name, ln of one, or a pair of parentheses, each with its scripts. */
function variableEnd(
  nodes: readonly TexNode[],
  from: number,
  style: DifferentialStyle,
): number | undefined {
  const node = nodes[from];
  if (!node) return undefined;
  const token = tokenOf(node);
  // The ∂_μφ of ∂ℒ/∂∂_μφ.
  const derived = style !== "total" && token === "\\partial" && nodes[from + 1]?.kind === "script";
  if (derived) return variableEnd(nodes, behindScripts(nodes, from), style);
  const word = node.kind === "words" ? `\\${node.text.trim()}` : token;
  if (functions.has(word)) return variableEnd(nodes, behindScripts(nodes, from), style);
  if (token === "(" || (token === "[" && style === "path")) {
    const close = closing(nodes, from);
    return close === undefined ? undefined : behindScripts(nodes, close);
  }
  if (token === "|" && !beginsKet(nodes, from)) {
    const close = nodes.findIndex((other, i) => i > from && tokenOf(other) === "|");
    return close < 0 ? undefined : behindScripts(nodes, close);
  }
  if (!isVariable(node)) return undefined;
  const to = behindScripts(nodes, from);
  return style === "path" ? behindPlace(nodes, to) : to;
}

/** The (x) of 𝒟φ(x). */
export function behindPlace(nodes: readonly TexNode[], at: number): number {
  const close = tokenOf(nodes[at]) === "(" ? closing(nodes, at) : undefined;
  const place = nodes.slice(at + 1, close);
  const isPlace = place.every(
    (node) => node.kind === "script" || /^[xtyτσ,]$/u.test(nameOf(node)?.base ?? tokenOf(node)),
  );
  return close !== undefined && place.length > 0 && isPlace ? close + 1 : at;
}

function behindScripts(nodes: readonly TexNode[], at: number): number {
  let to = at + 1;
  while (nodes[to]?.kind === "script" || isPrimeChar(nodes[to])) to++;
  return to;
}

const isPrimeChar = (node: TexNode | undefined): boolean =>
  node?.kind === "char" && (node.text === "'" || node.text === "′");

const dotted = /^(?:dot|ddot|slashed|fsl|cancel)$/;

function isVariable(node: TexNode): boolean {
  const name = nameOf(node);
  if (name) return !name.roman || !/^(?:Tr|tr|det|exp)$/.test(name.name);
  if (node.kind === "group")
    return node.children.length > 0 && isVariable(node.children[0] as TexNode);
  return node.kind === "command" && dotted.test(node.name);
}
