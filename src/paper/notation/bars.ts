/** Values at a point: f|_{x=0}, \left. f \right|_a^b, [f]_a^b, and what is held fixed, (∂S/∂V)_T. */
import { opaque } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Derivative, Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { calledAgain } from "./calledAgain";
import { readInside } from "./expression";
import { nameOf } from "./name";
import { readRatio } from "./ratio";
import { next, peek, type Reader, token } from "./reader";
import { relationOf } from "./relations";
import type { NotationRule } from "./rule";
import { capitalOrWord } from "./scriptShape";
import { type ScriptPart, scriptAt, takeScripts, unwrap } from "./scripts";
import { splitAt } from "./split";
import { closing, uses } from "./survey";
import { isDigit, sourceOf, tokenOf } from "./token";

/** `f\big|_{x=0}`: a bar behind a factor that carries scripts. */
export const barBehind: NotationRule = {
  name: "values at a point",
  follows: ["|", "\\vert", "\\rvert"],
  examples: [
    [String.raw`f(x)\big|_{x=0}`, "f(x)|_(x=0)"],
    [String.raw`\frac{\partial S}{\partial V}\Big|_T`, "(∂S/∂V)_T"],
    [String.raw`x^2\Big|_0^1`, "[x²]_0^1"],
  ],
  after(reader, left) {
    if (reader.stop?.(reader, 1)) return undefined;
    const bar = next(reader);
    if (bar?.kind === "fence" && bar.side === "left") return undefined;
    if (peek(reader)?.kind !== "script") return undefined;
    const found = evaluated(reader, left, takeScripts(reader));
    const applies = /^[fgh]$/.test(nameOf(peek(reader, 1))?.name ?? "");
    return found && applies ? calledAgain(reader, found) : found;
  },
};

/** `\left. … \right|_{x=0}`: the bar closes what the dot opens. */
export const barPair: NotationRule = {
  name: "values at a point, with a sized bar",
  begins: ["."],
  ownScripts: true,
  examples: [[String.raw`\left.\frac{df}{dx}\right|_{x=0}`, "(df/dx)|_(x=0)"]],
  read(reader) {
    const open = next(reader);
    if (open?.kind !== "fence" || open.side !== "left") return undefined;
    const close = closing(reader.nodes, reader.at - 1);
    if (close === undefined) return undefined;
    const inside = readInside(reader, reader.nodes.slice(reader.at, close));
    reader.at = close + 1;
    const parts = takeScripts(reader);
    const shut = tokenOf(reader.nodes[close]);
    if (parts.length > 0 && /^[|\])]$|vert/.test(shut)) return evaluated(reader, inside, parts);
    return parts.length === 0 ? inside : undefined;
  },
};

/** `[f(x)]_a^b` with both limits. */
export const squareBar: NotationRule = {
  name: "differences of values",
  begins: ["[", "("],
  examples: [[String.raw`\left[\frac{x^2}{2}\right]_0^1`, "[x²/2]_0^1"]],
  read(reader) {
    const round = token(reader) === "(";
    const close = closing(reader.nodes, reader.at);
    if (close === undefined) return undefined;
    const inside = reader.nodes.slice(reader.at + 1, close);
    reader.at = close + 1;
    const parts = takeScripts(reader);
    if (parts.length !== 2 || parts[0]?.place === parts[1]?.place) return undefined;
    const fits = round ? isRoundLimit : isLimit;
    if (!parts.some((part) => fits(part.nodes)) && !areBounds(reader, parts)) return undefined;
    if (round && !parts.every((part) => part.place === "sub" || fits(part.nodes))) return undefined;
    const body = readInside(reader, inside);
    return body.kind === "opaque" ? undefined : evaluated(reader, body, parts);
  },
};

/** Numbers, ∞ and signs are limits of integration; a lone letter may be an index. */
const isLimit = (nodes: readonly TexNode[]): boolean =>
  nodes.some((node) => isDigit(node) || /^(?:\\infty|∞|\\pi|=|-)$/.test(tokenOf(node)));

/** What stands above round brackets is mostly a power; 1, ∞ and π are none. */
const isRoundLimit = (nodes: readonly TexNode[]): boolean =>
  /^(?:1|\\infty|∞|2?\\pi)$/.test(nodes.map(tokenOf).join(""));

/** [f]_a^b with letters that bound an integral of the statement, or are values elsewhere in it. */
const areBounds = ({ page: { survey } }: Reader, parts: readonly ScriptPart[]): boolean =>
  parts.every((part) => {
    const letter = part.nodes.length === 1 ? nameOf(part.nodes[0])?.name : undefined;
    return (
      letter !== undefined &&
      (survey.seen.has(`∫${letter}`) || uses(survey, letter, "argument") > 0)
    );
  });

/** `\left(\frac{\partial S}{\partial V}\right)_T`: what stays fixed while the other varies. */
export const heldFixed: NotationRule = {
  name: "what is held fixed",
  begins: ["("],
  examples: [
    [String.raw`\left(\frac{\partial S}{\partial V}\right)_T`, "(∂S/∂V)_T"],
    [String.raw`\left(\frac{\partial p}{\partial T}\right)_{V,N}`, "(∂p/∂T)_(V, N)"],
  ],
  read(reader) {
    const close = closing(reader.nodes, reader.at);
    const inside = reader.nodes.slice(reader.at + 1, close);
    const below = close === undefined ? undefined : reader.nodes[close + 1];
    if (close === undefined || below?.kind !== "script" || below.place !== "sub") return undefined;
    if (below.children.every((node) => node.kind === "words" || nameOf(node)?.roman))
      return undefined;
    const ratio = ratioOf(reader, inside);
    if (ratio?.kind !== "derivative" || ratio.by.kind !== "variable") return undefined;
    reader.at = close + 2;
    return holding(reader, ratio, unwrap(below.children));
  },
};

function ratioOf(reader: Reader, inside: readonly TexNode[]): Expr | undefined {
  const [only] = inside;
  if (inside.length !== 1 || only?.kind !== "command") return undefined;
  if (only.name === "pdv" || only.name === "dv") return readInside(reader, inside);
  const [over, under] = (only as Command).args;
  return only.name === "frac" && over && under ? readRatio(reader, over, under) : undefined;
}

function holding(reader: Reader, ratio: Derivative, nodes: readonly TexNode[]): Expr | undefined {
  if (ratio.by.kind !== "variable") return undefined;
  const pieces = splitAt(nodes, ",").filter((piece) => piece.length > 0);
  const held = pieces.flatMap((piece) =>
    piece.every((node) => nameOf(node))
      ? piece.map((node) => readInside(reader, [node]))
      : [readInside(reader, piece)],
  );
  return intern({ ...ratio, by: { ...ratio.by, held } });
}

function evaluated(reader: Reader, body: Expr, parts: readonly ScriptPart[]): Expr | undefined {
  const below = scriptAt(parts, "sub");
  const above = scriptAt(parts, "sup");
  if (above) {
    const from = below && limitValue(reader, below);
    const to = limitValue(reader, above);
    return intern({ kind: "bar", body, at: [], ...(from ? { from } : {}), to });
  }
  if (!below) return undefined;
  const holds =
    body.kind === "derivative" &&
    body.by.kind === "variable" &&
    body.by.style === "partial" &&
    onlyNames(below);
  if (holds) return holding(reader, body as Derivative, below);
  return intern({
    kind: "bar",
    body,
    at: splitAt(below, ",").map((piece) => place(reader, piece)),
  });
}

const onlyNames = (nodes: readonly TexNode[]): boolean =>
  nodes.every((node) => nameOf(node) || tokenOf(node) === "," || node.kind === "script");

/** The upper and lower value; `x=a` names its variable again. */
function limitValue(reader: Reader, nodes: readonly TexNode[]): Expr {
  const at = nodes.findIndex((node) => relationOf(node) === "=");
  return readInside(reader, nodes.slice(at + 1));
}

/** x = a; a bare value stands for the only argument, words for a condition. */
function place(reader: Reader, nodes: readonly TexNode[]): { variable: Expr; value: Expr } {
  const at = nodes.findIndex((node) => {
    const relation = relationOf(node);
    return relation === "=" || relation === "→";
  });
  if (at > 0)
    return {
      variable: readInside(reader, nodes.slice(0, at)),
      value: readInside(reader, nodes.slice(at + 1)),
    };
  const words = nodes.some((node) => node.kind === "words" || relationOf(node));
  const word = capitalOrWord(nodes);
  const value = words
    ? opaque(sourceOf(nodes))
    : word && word.length > 2
      ? opaque(word)
      : readInside(reader, nodes);
  return { variable: opaque("argument"), value };
}

/** `\eval[f|_a^b`: the bracket only opens what the bar closes. */
function upToBar(reader: Reader): Expr | undefined {
  const bar = reader.nodes.findIndex((node, at) => at >= reader.at && tokenOf(node) === "|");
  if (bar < 0) return undefined;
  const body = readInside(reader, reader.nodes.slice(reader.at, bar));
  reader.at = bar + 1;
  return evaluated(reader, body, takeScripts(reader));
}

/** `\eval{f}_{x=0}` of the physics package. */
export const evalMacro: NotationRule = {
  name: "values at a point, by macro",
  begins: ["\\eval"],
  ownScripts: true,
  examples: [[String.raw`\eval{f(x)}_{x=0}`, "f(x)|_(x=0)"]],
  read(reader) {
    const node = next(reader) as Command;
    const inside = node.args.at(-1);
    if (inside?.length === 1 && /^[[(]$/.test(tokenOf(inside[0]))) return upToBar(reader);
    if (!inside) return undefined;
    const body = readInside(reader, inside);
    const parts = takeScripts(reader);
    return parts.length === 0 ? body : evaluated(reader, body, parts);
  },
};
