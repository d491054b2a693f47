/** δ_εφ: what a field changes by under the transformation named below the δ. */
import { opaque } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { takeFenced } from "./fences";
import { nameOf } from "./name";
import { onBase } from "./onBase";
import { choose, next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { takeScripts } from "./scripts";
import { endsTerm, readTerm } from "./term";

export const variation: NotationRule = {
  name: "variations by a parameter",
  begins: ["\\delta", "δ"],
  ownScripts: true,
  examples: [
    [String.raw`\delta_\epsilon\phi`, "δ_ε(φ)"],
    [String.raw`\delta_X(A_\mu\phi)`, "δ_X(A_μ φ)"],
    [String.raw`\delta_\ell\phi`, "δ_ℓ φ"],
  ],
  read(reader) {
    next(reader);
    const [below, ...more] = takeScripts(reader);
    const parameter = below?.nodes.length === 1 ? nameOf(below.nodes[0]) : undefined;
    if (below?.place !== "sub" || more.length > 0 || !parameter) return undefined;
    if (!parameters.test(parameter.name) || endsTerm(reader, 1) || !isVaried(reader))
      return undefined;
    const varied = (field: Expr): Expr => opaque(`δ_${parameter.name}`, field);
    const fenced = token(reader) === "(" ? takeFenced(reader) : undefined;
    if (fenced) return reader.page.attach(reader, varied(readInside(reader, fenced.inside)));
    const { at } = reader;
    const operand = readFactor(reader);
    if (!operand || endsTerm(reader, 1) || reach(reader) === "next")
      return operand && onBase(operand, varied);
    reader.at = at;
    const rest = readTerm(reader);
    return rest && varied(rest);
  },
};

/** δ_ε of a product without parentheses: of its first factor, or of all of it. */
const reach = (reader: Reader): "next" | "all" =>
  choose<"next" | "all">(reader, "reach of δ", ["next", "all"]);

/** Parameters and generators of transformations; couplings, masses and partial waves number a δ instead. */
const parameters = /^[εϵξηωΛXY]$/u;

/** A field, a coordinate or something made of them. */
const isVaried = (reader: Reader): boolean =>
  /^(?:\(|\\partial|\\bar|\\overline|\\tilde|\\delta|\\dot|\\sqrt)$/.test(token(reader)) ||
  /^[φϕψχλAXxqpSLℒgΨΦFhJBcb]/u.test(nameOf(peek(reader))?.base ?? "");
