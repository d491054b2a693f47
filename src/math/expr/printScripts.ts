/** Unicode pieces of printed formulas: numbers, raised digits, rows of indices. */
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

/** A vector in space is bold, so that 𝐩 and p are told apart. */
export function printName(node: Sym): string {
  if (node.name === "1") return "𝟙";
  if (node.type !== "three-vector") return node.name;
  const letters = /^(?:[A-Z]{2}|.)/u.exec(node.name.normalize("NFD"))?.[0] ?? "";
  const marks = node.name.normalize("NFD").slice(letters.length);
  return ([...letters].map(bold).join("") + marks).normalize("NFC");
}

/** First letters of the bold alphabets of Unicode, after the plain ones. */
const boldAlphabets = [
  ["A", "Z", 0x1d400],
  ["a", "z", 0x1d41a],
  ["Α", "Ω", 0x1d6a8],
  ["α", "ω", 0x1d6c2],
] as const;

function bold(letter: string): string {
  for (const [from, to, start] of boldAlphabets)
    if (letter >= from && letter <= to)
      return String.fromCodePoint(start + letter.charCodeAt(0) - from.charCodeAt(0));
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
