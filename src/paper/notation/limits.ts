/** Limits: \lim_{x\to0^+}, and extrema over a variable. */
import { func, one } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr, Limit } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readBody } from "./body";
import { readInside } from "./expression";
import { next, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { scriptAt, takeScripts, unwrap } from "./scripts";
import { rowsOf } from "./series";
import { splitAt } from "./split";
import { readTerm } from "./term";
import { tokenOf } from "./token";

export const limit: NotationRule = {
  name: "limits",
  begins: ["\\lim"],
  ownScripts: true,
  examples: [
    [String.raw`\lim_{x\to 0}\frac{\sin x}{x}`, "lim_(x→0) sin(x)/x"],
    [String.raw`\lim_{\epsilon\to0^+} f`, "lim_(ε→0⁺) f"],
  ],
  read(reader) {
    next(reader);
    while (token(reader) === "\\limits") next(reader);
    const below = rowsOf(scriptAt(takeScripts(reader), "sub") ?? []);
    const pieces = severalLimits(below) ? splitAt(below, ",") : [below];
    const places = pieces.map((piece) => readPlace(reader, piece));
    if (places.includes(undefined)) return undefined;
    const body = readBody(reader) ?? one;
    return places.reduceRight<Expr>(
      (inner, place) => (place ? intern({ kind: "limit", ...place, body: inner }) : inner),
      body,
    );
  },
};

const arrows = new Set([
  "\\rightarrow",
  "\\to",
  "→",
  "\\longrightarrow",
  "\\searrow",
  "\\downarrow",
  "\\nearrow",
  "\\uparrow",
]);

const severalLimits = (nodes: readonly TexNode[]): boolean =>
  nodes.filter((node) => arrows.has(tokenOf(node))).length > 1;

/** x → a. */
function readPlace(
  reader: Reader,
  nodes: readonly TexNode[],
): Omit<Limit, "kind" | "body"> | undefined {
  const at = nodes.findIndex((node) => arrows.has(tokenOf(node)));
  if (at < 0) return undefined;
  return {
    variable: readInside(reader, nodes.slice(0, at)),
    ...target(reader, nodes.slice(at + 1)),
  };
}

/** 0⁺ and 0⁻ say from which side. */
function target(reader: Reader, nodes: readonly TexNode[]): Pick<Limit, "to" | "side"> {
  const last = nodes.at(-1);
  const mark = last?.kind === "script" ? unwrap(last.children).map(tokenOf).join("") : "";
  if (mark === "+" || mark === "-")
    return { to: readInside(reader, nodes.slice(0, -1)), side: mark === "+" ? "above" : "below" };
  return { to: readInside(reader, nodes) };
}

export const extremum: NotationRule = {
  name: "extrema",
  begins: ["\\max", "\\min", "\\sup", "\\inf", "\\argmax", "\\argmin", "\\limsup", "\\liminf"],
  ownScripts: true,
  examples: [
    [String.raw`\max_x f`, "max_x(f)"],
    [String.raw`\min(a, b)`, "min(a, b)"],
  ],
  read(reader) {
    const name = token(reader).slice(1);
    next(reader);
    const below = scriptAt(takeScripts(reader), "sub");
    const body = readTerm(reader);
    if (!body) return undefined;
    const over = below ? [readInside(reader, below)] : [];
    return func(name, body.kind === "tuple" ? body.items : [body], over);
  },
};
