/** Bras and kets by macro: \ket, \braket, \mel, \ev, \ketbra of braket and physics. */
import { func, product } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { readBra, readKet } from "./actingLabels";
import { withState } from "./brakets";
import { readInside } from "./expression";
import { next, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { splitAt } from "./split";

export const braketMacros: NotationRule = {
  name: "bras and kets by macro",
  begins: [
    "\\bra",
    "\\Bra",
    "\\ket",
    "\\Ket",
    "\\braket",
    "\\Braket",
    "\\ip",
    "\\ketbra",
    "\\mel",
    "\\ev",
    "\\vev",
  ],
  examples: [
    [String.raw`\ket{n}`, "|n⟩"],
    [String.raw`\bra{0}\phi\ket{p}`, "⟨0| φ |p⟩"],
    [String.raw`\braket{n}{m}`, "⟨n| |m⟩"],
    [String.raw`\braket{n|A|m}`, "⟨n| A |m⟩"],
    [String.raw`\mel{n}{A}{m}`, "⟨n| A |m⟩"],
    [String.raw`\ev{A}`, "⟨A⟩"],
    [String.raw`\ev{A}{n}`, "⟨n| A |n⟩"],
    [String.raw`\ketbra{n}{m}`, "|n⟩ ⟨m|"],
  ],
  read(reader) {
    const node = next(reader) as Command;
    const args = node.args.filter((arg): arg is readonly TexNode[] => arg !== undefined);
    const [first = [], second, third] = args;
    switch (node.name) {
      case "bra":
      case "Bra":
        return readBra(reader, first);
      case "ket":
      case "Ket":
        return readKet(reader, first);
      case "ketbra":
        return product(readKet(reader, first), readBra(reader, second ?? first));
      case "mel":
        return third && second && sandwich(reader, first, second, third);
      case "ev":
      case "vev":
        return second ? sandwich(reader, second, first, second) : mean(reader, first);
      default:
        return bracket(reader, first, second);
    }
  },
};

const sandwich = (
  reader: Reader,
  left: readonly TexNode[],
  middle: readonly TexNode[],
  right: readonly TexNode[],
): Expr =>
  product(
    readBra(reader, left),
    ...(middle.length > 0 ? [readInside(reader, middle)] : []),
    readKet(reader, right),
  );

const mean = (reader: Reader, inside: readonly TexNode[]): Expr =>
  withState(reader, readInside(reader, inside));

/** `\braket{a}{b}`, `\braket{a|b}`, `\braket{a|A|b}`, `\braket{A}`. */
function bracket(
  reader: Reader,
  first: readonly TexNode[],
  second: readonly TexNode[] | undefined,
): Expr {
  if (second) return sandwich(reader, first, [], second);
  const pieces = splitAt(first, "|", "\\vert", "\\mid");
  const [left = [], middle = [], right = []] = pieces;
  if (pieces.length === 2) return sandwich(reader, left, [], middle);
  if (pieces.length === 3) return sandwich(reader, left, middle, right);
  const items = splitAt(first, ",");
  if (items.length > 1)
    return func(
      "inner",
      items.map((item) => readInside(reader, item)),
    );
  return mean(reader, first);
}
