/** (∫_a^b − ∫_c^d) dx f: one integrand over several ranges. */
import { negate, sum } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { over, type Reader, token } from "./reader";
import { restOfTerm } from "./restOfTerm";
import type { NotationRule } from "./rule";
import { closing } from "./survey";
import { readTerm } from "./term";
import { tokenOf } from "./token";

export const ranges: NotationRule = {
  name: "one integrand over several ranges",
  begins: ["(", "["],
  ownScripts: true,
  examples: [[String.raw`\left(\int_a^b-\int_c^d\right)f(x)\,dx`, "∫_a^b dx f(x) − ∫_c^d dx f(x)"]],
  read(reader) {
    if (!/^\\i*int$|^∫$/.test(token(reader, 1))) return undefined;
    const close = closing(reader.nodes, reader.at);
    const signs = close && signsIn(reader.nodes.slice(reader.at + 1, close));
    if (!close || !signs || signs.length < 2) return undefined;
    const rest = restOfTerm(reader.nodes, close + 1);
    if (rest.length === 0) return undefined;
    reader.at = close + 1 + rest.length;
    return sum(...signs.flatMap(({ minus, nodes }) => part(reader, minus, [...nodes, ...rest])));
  },
};

function part(reader: Reader, minus: boolean, nodes: readonly TexNode[]): Expr[] {
  const found = readTerm(over(reader, nodes));
  return found ? [minus ? negate(found) : found] : [];
}

interface Range {
  readonly minus: boolean;
  readonly nodes: readonly TexNode[];
}

/** Integral signs with their limits and signs between them; undefined where anything else stands. */
function signsIn(nodes: readonly TexNode[]): readonly Range[] | undefined {
  const found: Range[] = [];
  let minus = false;
  for (let at = 0; at < nodes.length; ) {
    const text = tokenOf(nodes[at]);
    if (/^[-+−]$/.test(text)) {
      minus = text !== "+";
      at++;
      continue;
    }
    if (!/^\\i*int$|^∫$/.test(text)) return undefined;
    let to = at + 1;
    while (nodes[to]?.kind === "script" || tokenOf(nodes[to]) === "\\limits") to++;
    found.push({ minus, nodes: nodes.slice(at, to) });
    at = to;
  }
  return found;
}
