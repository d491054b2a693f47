/** Wick contractions: `\wick{\c1 a b \c1 c}`, and the lines that `\contraction` draws over what follows. */
import { opaque, product } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { next, over, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { closing } from "./survey";
import { isDigit, sourceOf, tokenOf } from "./token";

const lines = ["\\contraction", "\\bcontraction", "\\acontraction"];

export const wick: NotationRule = {
  name: "Wick contractions",
  begins: ["\\wick", ...lines],
  examples: [
    [String.raw`\wick{\c1 a b \c1 q}`, "wick(a b q, contraction(a, q))"],
    [String.raw`\contraction{}{a}{b}{q} a b q`, "wick(a b q, contraction(a, q))"],
  ],
  read(reader) {
    const node = next(reader) as Command;
    if (node.name === "wick")
      return drawn(reader, [...(node.args.at(-1) ?? []), ...placeBehind(reader)]);
    const commands = [node];
    while (lines.includes(token(reader))) commands.push(next(reader) as Command);
    return underLines(reader, commands) ?? loose(reader, commands);
  },
};

/** The (w) of \wick{\c A(z)\c B}(w) belongs to the last of what is contracted. */
function placeBehind(reader: Reader): readonly TexNode[] {
  const close = token(reader) === "(" ? closing(reader.nodes, reader.at) : undefined;
  if (close === undefined) return [];
  const place = reader.nodes.slice(reader.at, close + 1);
  reader.at = close + 1;
  return place;
}

/** What the lines join, where they stand over what they spell. */
function underLines(reader: Reader, commands: readonly Command[]): Expr | undefined {
  const rest = reader.nodes.slice(reader.at);
  let end = 0;
  const pairs: Expr[] = [];
  for (const { args } of commands) {
    const [before = [], first = [], between = [], second = []] = args.slice(-4);
    const spelled = [...before, ...first, ...between, ...second];
    if (first.length === 0 || sourceOf(spelled) !== sourceOf(rest.slice(0, spelled.length)))
      return undefined;
    const far = before.length + first.length + between.length;
    const ends = [before.length, far].map((from) => factorAt(reader, rest.slice(from)));
    const [left, right] = ends;
    if (!left || !right) return undefined;
    pairs.push(opaque("contraction", left.factor, right.factor));
    end = Math.max(end, far + right.length);
  }
  reader.at += end;
  return opaque("wick", readInside(reader, rest.slice(0, end)), ...pairs);
}

/** The factor that begins these nodes, and how many of them it takes. */
function factorAt(
  reader: Reader,
  nodes: readonly TexNode[],
): { readonly factor: Expr; readonly length: number } | undefined {
  const inner = over(reader, nodes);
  const factor = readFactor(inner);
  return factor && { factor, length: inner.at };
}

/** Lines over something else join what they name. */
function loose(reader: Reader, commands: readonly Command[]): Expr | undefined {
  const pairs = commands.map(({ args }) => {
    const [, first = [], , second = []] = args.slice(-4);
    return opaque("contraction", readInside(reader, first), readInside(reader, second));
  });
  return product(...pairs);
}

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
