/** Unicode pieces of printed formulas: raised digits, bold vectors, rows of indices. */
import type { Expr, Index, Num, Sym } from "./node";

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole number as an exponent: ², ⁻¹. */
export const raised = (value: bigint): string =>
  [...value.toString()].map((c) => (c === "-" ? "⁻" : raisedDigits[Number(c)])).join("");

/** A decimal with the digits it was written with, a fraction as a/b. */
export function printNumber(node: Num): string {
  const { numerator, denominator, decimals } = node;
  if (decimals === undefined)
    return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
  const scaled = (numerator * 10n ** BigInt(decimals)) / denominator;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const point = decimals > 0 ? `.${digits.slice(cut)}` : "";
  return `${scaled < 0n ? "-" : ""}${digits.slice(0, cut)}${point}`;
}

/** A three-vector is bold, whatever its name is written with. */
export function printName(node: Sym): string {
  if (node.type !== "three-vector") return node.name;
  const code = node.name.codePointAt(0) ?? 0;
  const first = String.fromCodePoint(code);
  return bold(first) + node.name.slice(first.length);
}

function bold(letter: string): string {
  const code = letter.charCodeAt(0);
  if (letter.length > 1) return letter;
  if (letter >= "A" && letter <= "Z") return String.fromCodePoint(0x1d400 + code - 65);
  if (letter >= "a" && letter <= "z") return String.fromCodePoint(0x1d41a + code - 97);
  if (letter >= "Α" && letter <= "Ω") return String.fromCodePoint(0x1d6a8 + code - 0x391);
  if (letter >= "α" && letter <= "ω") return String.fromCodePoint(0x1d6c2 + code - 0x3b1);
  return letter;
}

/** ^μ_ν: neighbours of one height share their mark. */
export function printIndices(indices: readonly Index[]): string {
  let text = "";
  let place: Index["place"] | undefined;
  for (const index of indices) {
    const name = index.value === undefined ? index.name : indexValue(index);
    if (index.place === place) text += [...name].length > 1 ? `,${name}` : name;
    else text += (index.place === "up" ? "^" : "_") + name;
    place = index.place;
  }
  return text;
}

const indexValue = (index: Index): string =>
  /^\d*$/.test(index.name) ? `${index.value}` : index.name;

/** Whether a node is a whole number that can be set as raised digits. */
export const isWhole = (node: Expr): node is Num =>
  node.kind === "num" && node.denominator === 1n && node.decimals === undefined;
