/** Wick contractions: `\wick{\c1 a b \c1 c}`, and the lines that `\contraction` draws over what follows. */
import { opaque } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { next, over, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { isDigit, tokenOf } from "./token";

export const wick: NotationRule = {
  name: "Wick contractions",
  begins: ["\\wick", "\\contraction", "\\bcontraction"],
  examples: [
    [String.raw`\wick{\c1 a b \c1 q}`, "wick(a b q, contraction(a, q))"],
    [String.raw`\contraction{}{a}{b}{q} a b q`, "contraction(a, q) a b q"],
  ],
  read(reader) {
    const node = next(reader) as Command;
    if (node.name === "wick") return drawn(reader, node.args.at(-1) ?? []);
    const [, first, , second] = node.args.slice(-4);
    if (!first?.length || !second?.length) return undefined;
    return opaque("contraction", readInside(reader, first), readInside(reader, second));
  },
};

/** The product without its marks, and what each pair of marks joins. */
function drawn(reader: Reader, body: readonly TexNode[]): Expr | undefined {
  const plain: TexNode[] = [];
  const ends = new Map<string, Expr[]>();
  for (let at = 0; at < body.length; at++) {
    const node = body[at] as TexNode;
    if (tokenOf(node) !== "\\c") {
      plain.push(node);
      continue;
    }
    const numbered = isDigit(body[at + 1]);
    const pair = numbered ? tokenOf(body[at + 1]) : "";
    if (numbered) at++;
    const end = readFactor(over(reader, body.slice(at + 1)));
    if (!end) return undefined;
    ends.set(pair, [...(ends.get(pair) ?? []), end]);
  }
  const pairs = [...ends.values()].map((joined) => opaque("contraction", ...joined));
  return opaque("wick", readInside(reader, plain), ...pairs);
}
