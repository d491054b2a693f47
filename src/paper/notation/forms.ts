/** Differentials and differential forms: dx on its own, d of a form, ⋆F. */
import { call, func, num, opaque, power } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { beginsKet } from "./beginsKet";
import { differentialAt } from "./differential";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { nameOf } from "./name";
import { next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { takeScripts } from "./scripts";
import { splitAt } from "./split";
import { closing, type Survey, uses } from "./survey";
import { endsTerm } from "./term";
import { isDigit, tokenOf } from "./token";

export const differential: NotationRule = {
  name: "differentials and exterior derivatives",
  begins: ["d", "\\mathrm", "\\dd", "<words>", "{}", "\\operatorname", "\\text"],
  ownScripts: true,
  examples: [
    [String.raw`\mathrm{d}x\wedge\mathrm{d}y`, "d(x)∧d(y)"],
    ["T dS", "T d(S)"],
    [String.raw`\dd{x}`, "d(x)"],
  ],
  read(reader) {
    const covariant = numberedDerivative(reader);
    if (covariant) return covariant;
    const found = differentialAt(reader.nodes, reader.at);
    const loose = found?.style === "total" ? undefined : upright(reader) || isHodge(reader);
    if (loose) return exterior(reader);
    if (!found && beforeKet(reader)) return exterior(reader);
    if (found?.style !== "total" || !isDifferentialHere(reader, found.variable)) return undefined;
    reader.at = found.to;
    const { variable, square } = withoutSquare(reader, found.variable);
    const inside = func(
      "d",
      [readInside(reader, variable)],
      found.power ? [readInside(reader, found.power)] : [],
    );
    if (square) return power(inside, num(2));
    const vectors = vectorsIn(
      reader,
      variable.length > 1 ? "plain" : isField(reader) ? "any" : "none",
    );
    return vectors ? call(inside, ...vectors) : inside;
  },
};

/** d_Aω, d_{(1,3)}(E∧dt): among forms a d with something below is a derivative as well. */
function numberedDerivative(reader: Reader): Expr | undefined {
  const below = peek(reader, 1);
  const behind = peek(reader, 2);
  if (nameOf(peek(reader))?.name !== "d" || below?.kind !== "script" || below.place !== "sub")
    return undefined;
  if (!formSigns.some((sign) => reader.page.survey.seen.has(sign))) return undefined;
  const differential = differentialAt(reader.nodes, reader.at + 2)?.style === "total";
  const form = differential || /^[ωΩαβηθχφFEBA𝒜ℰℬℱ]$/u.test(nameOf(behind)?.name ?? "");
  if (!form && !["(", "\\star", "⋆"].includes(tokenOf(behind))) return undefined;
  reader.at += 2;
  const operand = readFactor(reader);
  const written = below.children.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  return operand && opaque(`d_${written}`, operand);
}

/** df(X_g): capitals late in the alphabet name vector fields. */
const isField = (reader: Reader): boolean => /^[X-Z]$/.test(nameOf(peek(reader, 1))?.name ?? "");

/** The v of dx^μ(v), the u and v of dω(u,v): names in parentheses are what a form is applied to. */
export function vectorsIn(
  reader: Reader,
  single: "none" | "plain" | "any",
): readonly Expr[] | undefined {
  const close = token(reader) === "(" ? closing(reader.nodes, reader.at) : undefined;
  if (close === undefined) return undefined;
  const items = splitAt(reader.nodes.slice(reader.at + 1, close), ",");
  const names = items.every(
    ([first, ...rest]) =>
      (nameOf(first) || isDigit(first)) && rest.every((node) => node.kind === "script"),
  );
  const fits = single === "any" || (single === "plain" && items[0]?.length === 1);
  if (!names || (items.length === 1 && !fits)) return undefined;
  reader.at = close + 1;
  return items.map((item) => readInside(reader, item));
}

/** d⋆F: the sign between d and a form is Hodge's. */
function isHodge(reader: Reader): boolean {
  const sign = token(reader, 1);
  const form = /^[FGHωΩ]$/u.test(nameOf(peek(reader, 2))?.name ?? "");
  if (nameOf(peek(reader))?.name !== "d") return false;
  return sign === "\\star" || sign === "⋆" || (sign === "*" && form && !dimensionSeen(reader));
}

/** d|ψ⟩ where no number is called d; behind a bra it is a quark. */
const beforeKet = (reader: Reader): boolean =>
  token(reader) === "d" &&
  beginsKet(reader.nodes, reader.at + 1) &&
  !dimensionSeen(reader) &&
  !reader.nodes.slice(0, reader.at).some((node) => /^\\(?:bra|langle)$/.test(tokenOf(node)));

/** dx² in a line element is (dx)²; beside dx¹ it is a component, and dQ² is the differential of Q². */
function withoutSquare(
  reader: Reader,
  variable: readonly TexNode[],
): {
  readonly variable: readonly TexNode[];
  readonly square: boolean;
} {
  const at = variable.findLastIndex((node) => node.kind === "script" && node.place === "sup");
  const last = variable.slice(at + 1).every((node) => node.kind === "script")
    ? variable[at]
    : undefined;
  const name = nameOf(variable[0]);
  const components =
    name &&
    uses(reader.page.survey, name.name, "number-up") >
      uses(reader.page.survey, name.name, "squared");
  const square =
    !components &&
    !/^[QkpmM]$/.test(name?.name ?? "") &&
    last?.kind === "script" &&
    last.children.map(tokenOf).join("") === "2";
  return square && variable.length > 1
    ? { variable: variable.filter((_, i) => i !== at), square: true }
    : { variable, square: false };
}

/** An upright d cannot be a dimension. */
function upright(reader: Reader): boolean {
  const node = peek(reader);
  if (!node || node.kind === "char") return false;
  if (node.kind === "words") return node.text.trim() === "d";
  const name = nameOf(node);
  return name?.name === "d" && name.roman;
}

/** d before a parenthesis, a star or another d acts on the next factor. */
function exterior(reader: Reader): Expr | undefined {
  next(reader);
  if (peek(reader)?.kind === "script") return takeScripts(reader) && undefined;
  if (endsTerm(reader, 1)) return undefined;
  const operand = readFactor(reader);
  return operand && func("d", [operand]);
}

/** The d of ay²+bx²+cxy+dy+ex+f. */
const isCoefficient = ({ page: { survey } }: Reader): boolean =>
  ["a", "b", "c", "f"].every((letter) => (survey.uses.get(letter)?.get("bare") ?? 0) > 0) &&
  !survey.seen.has("\\int");

/** A slanted d before a letter is a differential unless the text also uses d as a number. */
function isDifferentialHere(reader: Reader, variable: readonly TexNode[]): boolean {
  const seen = (sign: string): boolean => reader.page.survey.seen.has(sign);
  if (upright(reader) || tokenOf(peek(reader)) === "\\dd") return true;
  if (isCoefficient(reader)) return false;
  const uses = reader.page.survey.uses.get("d");
  const alone = (uses?.get("divisor") ?? 0) > 0 || dimensionSeen(reader);
  const first = nameOf(variable[0]);
  if (tokenOf(variable[0]) === "(")
    return !alone && (formSigns.some(seen) || (variable.length > 3 && otherDifferentials(reader)));
  if (differentiated.has(tokenOf(variable[0]))) return !alone && !isLength(reader);
  return (
    !alone &&
    first !== undefined &&
    !/^(?:i|e)$/.test(first.name) &&
    !reader.page.context.lookup("d", false)
  );
}

/** dS somewhere in the statement: then d(TS) is no product. */
const otherDifferentials = ({ page: { survey } }: Reader): boolean =>
  [...survey.uses.values()].some((use) => use.has("variable"));

/** The d of 2d sin θ = nλ: a differential stands beside others. */
const isLength = (reader: Reader): boolean =>
  !otherDifferentials(reader) &&
  !reader.page.survey.seen.has("\\int") &&
  (reader.page.sides > 1 || isDigit(reader.nodes[reader.at - 1]));

const differentiated = new Set(["\\ln", "\\log", "\\cos", "\\sin"]);

const formSigns = ["\\wedge", "\\star", "∧", "⋆"];

/** d−2, 2d, d/2: the letter stands where a number would. */
function dimensionSeen(reader: Reader): boolean {
  const { survey } = reader.page;
  const known = dimensions.get(survey) ?? new Map<readonly TexNode[], boolean>();
  dimensions.set(survey, known);
  const found = known.get(reader.nodes) ?? looksForDimension(reader);
  known.set(reader.nodes, found);
  return found;
}

/** Answers once given, by statement and row. */
const dimensions = new WeakMap<Survey, Map<readonly TexNode[], boolean>>();

function looksForDimension(reader: Reader): boolean {
  return reader.nodes.some((node, i) => {
    if (tokenOf(node) !== "d" || differentialAt(reader.nodes, i)?.power) return false;
    const after = tokenOf(reader.nodes[i + 1]);
    const script = reader.nodes[i + 1];
    const typed =
      script?.kind === "script" &&
      (tokenOf(script.children[0]) === "(" ||
        (script.place === "sub" && formSigns.some((sign) => reader.page.survey.seen.has(sign))));
    return !typed && (after === "" || /^[-+=/,)\]_^]$/.test(after));
  });
}

export const hodge: NotationRule = {
  name: "the Hodge star",
  begins: ["\\star", "⋆", "*", "\\ast"],
  ownScripts: true,
  examples: [
    [String.raw`\star F`, "⋆(F)"],
    [String.raw`F\wedge\star F`, "F∧⋆(F)"],
  ],
  read(reader) {
    const sign = token(reader);
    next(reader);
    if (endsTerm(reader, 1) || (/^[*]$|ast/.test(sign) && !nameOf(peek(reader)))) return undefined;
    const operand = readFactor(reader);
    return operand && func("⋆", [operand]);
  },
};
