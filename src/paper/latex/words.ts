/** Tokens as text: the words of `\text{…}`, names of environments and labels. */
import type { Token } from "./token";

/** Tokens as they would be written. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ kind, text }) => (kind === "command" ? `\\${text}` : kind === "paragraph" ? " " : text))
    .join("")
    .trim();

const spaces = new Set([" ", ",", ";", "quad", "qquad", "\\"]);

/** Words in text mode; mathematics between dollars is left out, commands give their arguments. */
export function wordsOf(tokens: readonly Token[]): string {
  let text = "";
  let math = false;
  for (const { kind, text: name } of tokens) {
    if (kind === "char" && name === "$") math = !math;
    else if (kind === "command" && (name === "(" || name === ")")) math = name === "(";
    else if (math) continue;
    else if (kind === "char") text += name === "~" ? " " : name;
    else if (kind === "space" || kind === "paragraph") text += " ";
    else if (kind === "command" && spaces.has(name)) text += " ";
    else if (kind === "command") text += spelled[name] ?? "";
  }
  return text.replace(/\s+/g, " ").trim();
}

/** Letters that text has commands for. */
const spelled: Readonly<Record<string, string>> = {
  AA: "Å",
  aa: "å",
  textmu: "µ",
  textohm: "Ω",
  textdegree: "°",
};

/** The formulas between dollars in text mode. */
export function formulasIn(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [];
  let current: Token[] | undefined;
  for (const token of tokens) {
    const dollar = token.kind === "char" && token.text === "$";
    const opens = token.kind === "command" && token.text === "(";
    const closes = token.kind === "command" && token.text === ")";
    if ((dollar && !current) || opens) current = [];
    else if ((dollar || closes) && current) {
      if (current.length > 0) found.push(current);
      current = undefined;
    } else current?.push(token);
  }
  return found;
}
