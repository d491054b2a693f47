/** Names of the tree as LaTeX: `p̂′` → `\hat{p}'`, `E^(0)` → `E^{(0)}`, `m_eff` → `m_{\mathrm{eff}}`. */
import type { Index, Sym } from "../../math/expr/node";
import { doubleLetter, frakturLetter, greek, letterlike, scriptLetter } from "./letters";

/** A name with its scripts apart, so that indices and powers can be set beside them. */
export interface WrittenName {
  readonly letter: string;
  readonly below: string;
  readonly above: string;
}

export function writeName(node: Sym): WrittenName {
  if (node.name === "0⁺") return { letter: "0", below: "", above: "+" };
  if (node.name === "1") return { letter: "\\mathbf{1}", below: "", above: "" };
  const [, stem = node.name, suffix = ""] = /^([^_^]+)(.*)$/u.exec(node.name) ?? [];
  const parts = [...suffix.matchAll(/([_^])([^_^]+)/gu)];
  const at = (sign: string): string =>
    parts.flatMap(([, place, text = ""]) => (place === sign ? written(text) : [])).join(",");
  const [below, above] = [at("_"), at("^")];
  const primes = stem.match(/′+$/u)?.[0] ?? "";
  const letter = writeLetter(
    stem.slice(0, stem.length - primes.length),
    node.type === "three-vector",
  );
  return { letter: letter + "'".repeat(primes.length), below, above };
}

const marks: Readonly<Record<string, string>> = {
  "\u0302": "hat",
  "\u0303": "tilde",
  "\u0304": "bar",
  "\u030c": "check",
  "\u0306": "breve",
  "\u0301": "acute",
  "\u0300": "grave",
  "\u030a": "mathring",
  "\u0332": "underline",
  "\u0307": "dot",
};

/** One letter with its accents, or a word. */
export function writeLetter(text: string, bold = false): string {
  const [first = "", ...rest] = text.normalize("NFD");
  const accents = rest.filter((mark) => marks[mark]);
  const others = rest.filter((mark) => !marks[mark]);
  const sign = first === "Δ" ? "\\Delta " : first === "δ" ? "\\delta " : "";
  if (sign && others.length > 0) return sign + writeLetter(text.slice(1), bold);
  const core = others.length > 0 ? word(first + others.join("")) : plainLetter(first);
  const styled = bold ? `\\mathbf{${core.trim()}}` : core;
  return accents.reduce((inner, mark) => `\\${marks[mark]}{${inner.trim()}}`, styled);
}

/** Greek letters of a word by name; marks are left to a bar over all of it. */
const word = (text: string): string => {
  const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/gu, "");
  const written = `\\mathrm{${[...plain].map(wordLetter).join("")}}`;
  return plain.length < text.normalize("NFD").length ? `\\bar{${written}}` : written;
};

const wordLetter = (letter: string): string =>
  /^[\u0370-\u03ff]$/u.test(letter) ? plainLetter(letter) : letter;

const commandOf = new Map<string, string>();
for (const table of [letterlike, greek])
  for (const [command, letter] of Object.entries(table))
    if (!commandOf.has(letter) || !command.startsWith("var")) commandOf.set(letter, command);
for (const [letter, command] of [
  ["ħ", "hbar"],
  ["→", "rightarrow"],
  ["°", "circ"],
  ["ε", "epsilon"],
  ["∅", "emptyset"],
] as const)
  commandOf.set(letter, command);

const styles = new Map<string, string>();
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz1")
  for (const [change, command] of [
    [scriptLetter, "mathcal"],
    [frakturLetter, "mathfrak"],
    [doubleLetter, "mathbb"],
  ] as const)
    if (change(letter) !== letter) styles.set(change(letter), `\\${command}{${letter}}`);

function plainLetter(letter: string): string {
  const style = styles.get(letter);
  if (style) return style;
  if (letter === "#") return "\\#";
  const command = commandOf.get(letter);
  return command ? `\\${command} ` : letter;
}

const marksAbove: Readonly<Record<string, string>> = {
  "∗": "*",
  "±": "\\pm ",
  "∓": "\\mp ",
  "⋆": "\\star ",
};

/** What stands in a script that belongs to a name: a sign, `(0)`, a capital, a word. */
function written(text: string): string {
  const mark = marksAbove[text];
  if (mark) return mark;
  const label = /^\((.*)\)$/u.exec(text);
  if (label) return `(${[...(label[1] ?? "")].map(plainLetter).join("")})`;
  if (/^[a-zA-Z]$/.test(text)) return `\\mathrm{${text}}`;
  if ([...text].length === 1) return plainLetter(text);
  if (/^[0-9]\u0304$/u.test(text)) return `\\bar{${text[0]}}`;
  if (/[- ]/.test(text)) return `\\text{${text}}`;
  return /^[A-Z0-9+]+$/.test(text) ? text : word(text);
}

/** μ, ν′, and ρ_1, an index that carries one itself. */
export function writeIndex(index: Index): string {
  const [, letter = "", primes = "", below = ""] =
    /^(.[^′_]*)(′*)(?:_(.+))?$/u.exec(index.name) ?? [];
  return (
    writeLetter(letter) +
    "'".repeat(primes.length) +
    (below && `_{${[...below].map((one) => writeLetter(one)).join("")}}`)
  );
}
