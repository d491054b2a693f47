/** Accents over more than a letter: the conjugate of a group, words under a brace, a sign set above another. */
import { conjugate, func, involution, opaque, symbol } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { printExpr } from "../../math/expr/print";
import { some } from "../../math/expr/walk";
import type { Command } from "../latex/node";
import { readInside } from "./expression";
import { accents } from "./letters";
import { nameOf } from "./name";
import { next, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { takeScripts } from "./scripts";
import { rowsOf } from "./series";
import { sortOf } from "./sort";
import { tokenOf } from "./token";

export const accent: NotationRule = {
  name: "accents",
  begins: [
    ...Object.keys(accents).map((name) => `\\${name}`),
    "\\vec",
    "\\overrightarrow",
    "\\overleftarrow",
    "\\overleftrightarrow",
    "\\vb",
    "\\mathbf",
    "\\boldsymbol",
    "\\bm",
    "\\widebar",
  ],
  examples: [[String.raw`\overline{zw}`, "(z w)*"]],
  read(reader) {
    const node = peek(reader);
    if (node?.kind !== "command" || nameOf(node)) return undefined;
    const inside = node.args[node.args.length - 1];
    if (!inside || inside.length === 0) return undefined;
    next(reader);
    return accented(node, readInside(reader, inside));
  },
};

function accented(node: Command, inside: Expr): Expr {
  if (["bar", "overline", "widebar"].includes(node.name)) return overlined(inside);
  if (["mathbf", "boldsymbol", "bm", "vb", "underline", "underbar"].includes(node.name))
    return inside;
  return func(node.name, [inside]);
}

/** A bar over a spinor is Dirac's, over moduli, differentials or squares of real numbers a mean, over a number a representation, over all else a conjugate. */
function overlined(inside: Expr): Expr {
  if (inside.kind === "num") return symbol(`${printExpr(inside)}\u0304`);
  if (sortOf(inside) === "spinor") return involution("bar", inside);
  const averaged = some(
    inside,
    (part) => part.kind === "function" && /^(?:abs|d)$/.test(part.name),
  );
  return averaged || isRealPower(inside) ? func("mean", [inside]) : conjugate(inside);
}

const isRealPower = (inside: Expr): boolean =>
  inside.kind === "power" &&
  inside.base.kind === "symbol" &&
  inside.base.type === "scalar" &&
  inside.base.domain !== "complex";

/** `\underbrace{X}_{words}`: X, the words being a remark. */
export const brace: NotationRule = {
  name: "braces over and under",
  begins: [
    "\\underbrace",
    "\\overbrace",
    "\\underbracket",
    "\\overbracket",
    "\\underset",
    "\\overset",
    "\\stackrel",
    "\\underaccent",
  ],
  ownScripts: true,
  examples: [[String.raw`\underbrace{a+b}_{=c}`, "remark(a + b, = c)"]],
  read(reader) {
    const node = next(reader);
    if (node?.kind !== "command") return undefined;
    const body = node.args[node.args.length - 1] ?? [];
    if (node.args.length > 1) {
      const remark = readInside(reader, node.args[0] ?? []);
      return reader.page.attach(reader, opaque(tokenOf(node), readInside(reader, body), remark));
    }
    const found = readInside(reader, body);
    const remarks = takeScripts(reader);
    if (remarks.length === 0) return found;
    return opaque("remark", found, ...remarks.map((part) => remarkOf(reader, part.nodes)));
  },
};

const remarkOf = (reader: Reader, nodes: Parameters<typeof readInside>[1]): Expr =>
  readInside(reader, rowsOf(nodes));
