/** Feynman's slash: `\slashed{p}` stands for γ^μ p_μ; `\slashed\partial` acts to its right. */
import {
  derivative,
  index,
  one,
  product,
  slash as slashNode,
  symbol,
  tensor,
  zero,
} from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { type Name, nameOf } from "./name";
import { raise } from "./raise";
import { choose, next, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { takeScripts } from "./scripts";
import { readSymbol } from "./symbol";
import { tokenOf } from "./token";

export const slash: NotationRule = {
  name: "slash",
  begins: [
    "\\slashed",
    "\\fsl",
    "\\slash",
    "\\not",
    "\\cancel",
    "\\bcancel",
    "\\xcancel",
    "\\cancelto",
    "\\dsl",
    "\\feynslash",
  ],
  ownScripts: true,
  examples: [
    [String.raw`\slashed{p}`, "γ·p"],
    [String.raw`\slashed{p}_1`, "γ·p_1"],
    [String.raw`(\slashed{p}+m)`, "γ·p + m"],
  ],
  read(reader) {
    const node = next(reader);
    if (node?.kind !== "command") return undefined;
    const inside = node.args[node.args.length - 1] ?? takeOne(reader);
    const [only] = inside;
    if (!only) return undefined;
    if (/^[bx]cancel$/.test(node.name))
      return reader.page.attach(reader, struck(reader, readInside(reader, inside)));
    if (node.name === "cancelto")
      return choose<Expr>(reader, "what is struck out", [
        readInside(reader, inside),
        readInside(reader, node.args[0] ?? []),
      ]);
    const text = tokenOf(only);
    if (inside.length === 1 && (text === "\\partial" || text === "\\nabla") && isAtPlace(reader))
      return slashedDerivative(reader);
    const name = inside.length === 1 ? nameOf(only) : undefined;
    if (
      name &&
      !name.bold &&
      (node.name !== "cancel" || isVectorLetter(name.base) || others(reader, name))
    ) {
      const scripts = takeScripts(reader);
      const labels = scripts.filter(
        (part) => !/^-?[0-9]+$/.test(part.nodes.map(tokenOf).join("")) || part.place === "sub",
      );
      const vector = readSymbol(reader, name, labels);
      const found = slashNode(vector);
      return scripts
        .filter((part) => !labels.includes(part))
        .reduce<Expr>((base, part) => raise(base, readInside(reader, part.nodes)), found);
    }
    if (node.name === "not") return undefined;
    if (node.name === "cancel")
      return reader.page.attach(reader, struck(reader, readInside(reader, inside)));
    return reader.page.attach(reader, slashNode(readInside(reader, inside)));
  },
};

/** Nothing follows ∂̸ but what it acts on, or one letter below that names the place. */
function isAtPlace(reader: Reader): boolean {
  const [script, more] = [peek(reader), peek(reader, 1)];
  if (script?.kind !== "script") return true;
  const [letter, ...rest] = script.place === "sub" ? script.children : [];
  return more?.kind !== "script" && rest.length === 0 && /^[xyz]$/.test(nameOf(letter)?.name ?? "");
}

/** β̸ beside k̸: where momenta are slashed by the same sign, so is whatever else carries it. */
const others = ({ page: { survey } }: Reader, { name }: Name): boolean =>
  [...survey.uses].some(
    ([other, use]) => other !== name && isVectorLetter(other) && use.has("slashed"),
  );

/** Letters of momenta, fields and derivatives; a mass or an angle is struck out, never slashed. */
const isVectorLetter = (letter: string): boolean => /^[abklnpqsuvjABDGJKPQSWZΠℓεϵξ]$/u.test(letter);

/** What is struck out has been cancelled against something written, or left out: a term as 0, a factor as 1. */
function struck(reader: Reader, inside: Expr): Expr {
  const { nodes, at } = reader;
  const term =
    nodes.length > 1 &&
    [nodes[at - 2], nodes[at]].every((node) => !node || /^[-+]$/.test(tokenOf(node)));
  return choose<Expr>(reader, "what is struck out", [inside, term ? zero : one]);
}

/** `\not p` where the package gives no argument. */
function takeOne(reader: Reader): readonly TexNode[] {
  const node = peek(reader);
  if (!node || nameOf(node) === undefined) return [];
  next(reader);
  return [node];
}

/** γ^μ ∂_μ with an index of its own; below it may stand the place it differentiates at, as in ∂̸_x. */
function slashedDerivative(reader: Reader): Expr {
  const name = freshIndex(reader);
  const gamma = symbol("γ", "matrix", { role: "gamma", space: "dirac" });
  const [below] = takeScripts(reader);
  const place = below && symbol(nameOf(below.nodes[0])?.name ?? "x", "four-vector");
  const variable = place && tensor(place, index(name, "up"));
  return product(
    tensor(gamma, index(name, "up")),
    derivative(
      variable
        ? { kind: "variable", variable, style: "partial" }
        : { kind: "index", index: index(name, "down") },
    ),
  );
}

/** A Lorentz letter the statement does not use. */
export function freshIndex(reader: Reader): string {
  const { fresh, survey } = reader.page;
  const letters = ["μ", "ν", "ρ", "σ", "α", "β", "λ", "κ", "τ"];
  const free = letters.find((letter) => !survey.indices.has(letter) && !fresh.has(letter));
  let name = free ?? `μ${fresh.size + 1}`;
  while (fresh.has(name)) name += "″";
  fresh.add(name);
  return name;
}
