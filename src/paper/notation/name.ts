/** Names: a letter with its font and its accents, as it stands in the source. */
import type { TexNode } from "../latex/node";
import {
  accents,
  boldCommands,
  doubleLetter,
  frakturLetter,
  greek,
  letterlike,
  romanCommands,
  scriptCommands,
  scriptLetter,
  unitCommands,
} from "./letters";

export interface Name {
  /** The letter with all its marks, `p̂`, `ψ̄`; bold and arrows are left to `bold`. */
  readonly name: string;
  /** The same without its outermost bar, hat or tilde. */
  readonly base: string;
  readonly bold: boolean;
  /** δ or Δ set before it: a variation or a difference. */
  readonly variation?: string;
  /** Outermost accent. */
  readonly accent?: "hat" | "tilde" | "bar" | "other";
  /** Set upright: an operator name, a unit, a differential. */
  readonly roman: boolean;
}

const plain = (name: string): Name => ({ name, base: name, bold: false, roman: false });

/** The name one node stands for; undefined where it is none. */
export function nameOf(node: TexNode | undefined): Name | undefined {
  if (!node) return undefined;
  if (node.kind === "char") return /^\p{L}$/u.test(node.text) ? plain(node.text) : undefined;
  if (node.kind === "group")
    return node.children.length === 1 ? nameOf(node.children[0]) : undefined;
  if (node.kind !== "command") return undefined;
  const letter = letterOf(node.name);
  if (letter) return plain(letter);
  const arg = node.args[node.args.length - 1];
  return arg && arg.length > 0 ? styled(node.name, arg) : undefined;
}

const letterOf = (command: string): string | undefined => {
  const letter = greek[command] ?? letterlike[command];
  return letter !== undefined && /^\p{L}$/u.test(letter) && command !== "Re" && command !== "Im"
    ? letter
    : undefined;
};

function styled(command: string, arg: readonly TexNode[]): Name | undefined {
  if (romanCommands.has(command)) {
    const word = wordOf(arg);
    return word ? { ...plain(word), roman: true } : undefined;
  }
  const [only] = arg;
  if (command === "overrightarrow" && isSegment(arg))
    return { ...plain(arg.map((node) => nameOf(node)?.name).join("")), bold: true };
  if (!only || arg.length > 1) return undefined;
  if (boldCommands.has(command) || unitCommands.has(command)) {
    const inner = nameOf(only) ?? digitName(only);
    if (!inner) return undefined;
    if (unitCommands.has(command)) return accented({ ...inner, bold: true }, "hat");
    return { ...inner, bold: true };
  }
  if (accents[command]) {
    const inner = nameOf(only);
    return inner && accented(inner, command);
  }
  return lettered(command, only);
}

/** The AB of \overrightarrow{AB}: from one point to another. */
export const isSegment = (nodes: readonly TexNode[]): boolean =>
  nodes.length === 2 && nodes.every((node) => node.kind === "char" && /^[A-Z]$/.test(node.text));

/** Calligraphic, fraktur and blackboard letters are letters of their own. */
function lettered(command: string, only: TexNode): Name | undefined {
  const inner = nameOf(only) ?? digitName(only);
  if (!inner) return undefined;
  const change = scriptCommands.has(command)
    ? scriptLetter
    : command === "mathfrak" || command === "frak"
      ? frakturLetter
      : command === "mathbb" || command === "mathds" || command === "mathbbm"
        ? doubleLetter
        : undefined;
  return change && { ...inner, name: change(inner.name), base: change(inner.base) };
}

function accented(inner: Name, command: string): Name {
  const mark = accents[command] ?? "";
  const accent = /hat/.test(command)
    ? "hat"
    : /tilde/.test(command)
      ? "tilde"
      : command === "bar" || command === "overline"
        ? "bar"
        : "other";
  return { ...inner, name: (inner.name + mark).normalize("NFC"), base: inner.name, accent };
}

const digitName = (node: TexNode): Name | undefined =>
  node.kind === "char" && /^[0-9]$/.test(node.text) ? plain(node.text) : undefined;

/** Upright letters side by side are one word: `\mathrm{eff}`. */
export function wordOf(nodes: readonly TexNode[]): string | undefined {
  let word = "";
  for (const node of nodes) {
    if (node.kind === "words") word += node.text.trim();
    else if (node.kind === "char" && /^[\p{L}0-9.,'\-/ ]$/u.test(node.text)) word += node.text;
    else if (node.kind === "command" && greek[node.name]) word += greek[node.name];
    else if (node.kind === "command" && romanCommands.has(node.name)) {
      const inner = wordOf(node.args[node.args.length - 1] ?? []);
      if (inner === undefined) return undefined;
      word += inner;
    } else if (node.kind === "group") {
      const inner = wordOf(node.children);
      if (inner === undefined) return undefined;
      word += inner;
    } else return undefined;
  }
  return /\p{L}/u.test(word) ? word : undefined;
}
