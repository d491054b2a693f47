/** Bras, kets, brackets and expectation values, as they are typed by hand. */
import { bra, func, ket, power, product } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readBra, readKet } from "./actingLabels";
import { readInside } from "./expression";
import { isWave } from "./innerProducts";
import { next, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { unwrap } from "./scripts";
import { splitAt } from "./split";
import { readLabels } from "./states";
import { fenceSide, lastEnd } from "./survey";
import { isDigit, tokenOf } from "./token";

export const braket: NotationRule = {
  name: "bras, brackets and expectation values",
  begins: ["\\langle", "⟨"],
  examples: [
    [String.raw`\langle n|m\rangle`, "⟨n| |m⟩"],
    [String.raw`\langle n|\hat A|m\rangle`, "⟨n| Â |m⟩"],
    [String.raw`\langle n|(A+B)|m\rangle`, "⟨n| (A + B) |m⟩"],
    [String.raw`\langle n|A|m\rangle^*`, "(⟨n| A |m⟩)*"],
    [String.raw`\langle A\phi|B\psi\rangle`, "⟨φ| A† B |ψ⟩"],
    [String.raw`\langle x^2\rangle`, "⟨x²⟩"],
    [String.raw`\langle 0|`, "⟨0|"],
  ],
  read(reader) {
    next(reader);
    const found = outline(reader);
    if (!found) return undefined;
    const { bars, end } = found;
    const from = reader.at;
    const [first, second] = bars;
    if (first === undefined) return end === undefined ? undefined : inAngles(reader, from, end);
    const left = readBra(reader, reader.nodes.slice(from, first));
    if (end === undefined) {
      reader.at = first + 1;
      return left;
    }
    const last = bars.at(-1) ?? first;
    const middle = reader.nodes.slice(first + 1, last);
    const apart = !needsGrouping(middle) && !isRaised(reader.nodes[end + 1]);
    if (second !== undefined && !reader.stop && apart) {
      reader.at = first + 1;
      return left;
    }
    const right = readKet(reader, reader.nodes.slice(last + 1, end));
    const inside = middle.length > 0 ? [readInside(reader, middle)] : [];
    reader.at = end + 1;
    return product(left, ...inside, right);
  },
};

/** ⟨n|A|m⟩*, ⟨n|A|m⟩²: what stands at the closing angle belongs to the whole bracket. */
const isRaised = (node: TexNode | undefined): boolean =>
  (node?.kind === "script" && node.place === "sup") || tokenOf(node) === "'";

const isBar = (node: TexNode): boolean =>
  /^(?:\||\\vert|\\mid|\\rvert|\\lvert)$/.test(tokenOf(node));

/** The bars and the closing angle at this depth; without a closing angle only the first bar counts. */
function outline(reader: Reader): { readonly bars: number[]; readonly end?: number } | undefined {
  if (lastEnd(reader.nodes) < reader.at) return undefined;
  const bars: number[] = [];
  let depth = 0;
  let angles = 0;
  for (let at = reader.at; at < reader.nodes.length; at++) {
    const node = reader.nodes[at] as TexNode;
    const name = tokenOf(node);
    const step = depth === 0 ? angleStep(name) : 0;
    if (step < 0 && angles === 0) return { bars, end: at };
    angles += step;
    if (step !== 0) continue;
    if (isBar(node) && depth === 0 && angles === 0) bars.push(at);
    else if (fenceSide(node) === "open") depth++;
    else if (fenceSide(node) === "close" && --depth < 0) break;
  }
  return bars[0] === undefined ? undefined : { bars: bars.slice(0, 1) };
}

const angleStep = (name: string): number =>
  name === "\\langle" || name === "⟨" ? 1 : name === "\\rangle" || name === "⟩" ? -1 : 0;

/** A sum between the bars belongs together; a product may be read on in its term. */
function needsGrouping(middle: readonly TexNode[]): boolean {
  let depth = 0;
  for (const [i, node] of middle.entries()) {
    const side = fenceSide(node);
    if (side === "open") depth++;
    else if (side === "close") depth--;
    else if (depth === 0 && i > 0 && /^[+\-−]$|^\\pm$|^\\mp$/.test(tokenOf(node))) return true;
  }
  return false;
}

/** ⟨A⟩ is a mean; ⟨f, g⟩ an inner product. */
function inAngles(reader: Reader, from: number, end: number): Expr {
  const inside = reader.nodes.slice(from, end);
  reader.at = end + 1;
  const items = splitAt(inside, ",");
  if (items.length > 1)
    return func(
      "inner",
      items.map((item) => readInside(reader, item)),
    );
  const operand = readInside(reader, inside);
  return withState(reader, operand);
}

/** ⟨A⟩_ψ says in which state. */
export function withState(reader: Reader, operand: Expr): Expr {
  const [above, name] = [peek(reader), reader.nodes[reader.at + 1]];
  if (
    above?.kind === "script" &&
    above.place === "sup" &&
    above.children.every(isDigit) &&
    name?.kind === "script"
  ) {
    next(reader);
    return power(withState(reader, operand), readInside(reader, above.children));
  }
  const below = peek(reader);
  if (below?.kind !== "script" || below.place !== "sub")
    return intern({ kind: "expectation", operand });
  next(reader);
  const [only] = readLabels(reader, unwrap(below.children));
  if (only?.kind === "symbol" && only.type === "state" && isWave(only.name))
    return product(bra(only), operand, ket(only));
  return intern({ kind: "expectation", operand, state: readInside(reader, below.children) });
}

export const ketRule: NotationRule = {
  name: "kets",
  begins: ["|", "\\vert", "\\lvert", "\\mid"],
  examples: [
    [String.raw`|n\rangle`, "|n⟩"],
    [String.raw`a|p,s\rangle`, "a |p, s⟩"],
    [String.raw`|\psi\rangle\langle\psi|`, "|ψ⟩ ⟨ψ|"],
    [String.raw`|j m\rangle`, "|j, m⟩"],
  ],
  read(reader) {
    next(reader);
    const end = ketEnd(reader);
    if (end === undefined) return undefined;
    const state = readKet(reader, reader.nodes.slice(reader.at, end));
    reader.at = end + 1;
    return state;
  },
};

/** The angle that closes a ket: nothing else may open or close before it. */
function ketEnd(reader: Reader): number | undefined {
  let depth = 0;
  for (let at = reader.at; at < reader.nodes.length; at++) {
    const node = reader.nodes[at] as TexNode;
    const name = tokenOf(node);
    if (depth === 0 && (name === "\\rangle" || name === "⟩")) return at;
    if (depth === 0 && (isBar(node) || name === "\\langle" || name === "⟨")) return undefined;
    const side = fenceSide(node);
    if (side === "open") depth++;
    if (side === "close" && --depth < 0) return undefined;
  }
  return undefined;
}
