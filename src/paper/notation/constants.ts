/** The numbers of mathematics: π, i, ∞, Euler's e and γ_E, told from a charge e and an index i by what stands around. */
import { constant, power, symbol } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { everUsed } from "./everUsed";
import { readInside } from "./expression";
import { letterSort, named } from "./indexSpace";
import { count } from "./kindOf";
import { isLoneCall } from "./loneCall";
import { nameOf } from "./name";
import { raise } from "./raise";
import { choose, next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { isStar, takeScripts, unwrap } from "./scripts";
import { closing } from "./survey";
import { isDigit, tokenOf } from "./token";

export const constants: NotationRule = {
  name: "constants",
  begins: ["\\pi", "\\infty", "\\mathrm", "i", "\\imath", "\\gamma", "\\ii", "\\iu", "\\I"],
  examples: [
    [String.raw`2\pi i`, "2 π i"],
    [String.raw`\gamma_E`, "γ_E"],
  ],
  read(reader) {
    const node = peek(reader);
    const text = tokenOf(node);
    if (text === "\\infty") {
      next(reader);
      return constant("∞");
    }
    if (text === "\\gamma") return eulerGamma(reader);
    if (text === "\\pi") return pi(reader);
    if (text === "\\mathrm" && nameOf(node)?.name !== "i") return undefined;
    return imaginary(reader);
  },
};

/** π without indices and arguments is the number, unless the text makes it a field; (2π) is the number always. */
function pi(reader: Reader): Expr | undefined {
  const ahead = peek(reader, 1);
  if (ahead?.kind === "script" && ahead.place === "sub") return undefined;
  if (
    ahead?.kind === "script" &&
    !/^(?:\{?-?[0-9a-zA-Z/]+\}?)$/.test(ahead.children.map(tokenOf).join("")) &&
    ahead.children.length < 2 &&
    !/^\\[dt]?frac$/.test(tokenOf(ahead.children[0]))
  )
    return undefined;
  if (ahead?.kind === "script" && isFieldScript(reader, ahead.children)) return undefined;
  if (/^[248]$/.test(token(reader, -1)) && (!peek(reader, 1) || token(reader, 1) === ")")) {
    next(reader);
    return constant("π");
  }
  const name = { name: "π", base: "π", bold: false, roman: false };
  if (undoes(reader, ahead)) return undefined;
  const squared = ahead?.kind === "script" && token(reader, 2) === "(";
  if (squared && count(reader.page, name, "called") > 0) return undefined;
  if (token(reader, 1) === "(") {
    const inside = reader.nodes.slice(reader.at + 2, closing(reader.nodes, reader.at + 1));
    const maps = isLoneCall(inside) && !isDigit(peek(reader, -1));
    if (maps || count(reader.page, name, "called") > 0) return undefined;
  }
  if (count(reader.page, name, "called") > 1 || count(reader.page, name, "commuted") > 1)
    return undefined;
  if (count(reader.page, name, "differentiated") > 0 || isMomentumField(reader)) return undefined;
  if (isNamedMomentum(reader)) return undefined;
  if (reader.page.context.lookup("π", false)?.evidence === "declared") return undefined;
  next(reader);
  return constant("π");
}

/** The π⁻¹(1) of x_{π⁻¹(1)}: a permutation undone. */
const undoes = (reader: Reader, ahead: TexNode | undefined): boolean =>
  reader.script === true &&
  ahead?.kind === "script" &&
  unwrap(ahead.children).map(tokenOf).join("") === "-1" &&
  token(reader, 2) === "(";

/** π∂_iφ, πφ̇, π² + (∇φ)²: the momentum of a field beside its derivative; behind a number π is one as well. */
function isMomentumField({ nodes, at }: Reader): boolean {
  const [sign, name] = nodes.slice(at + 1);
  const field =
    sign?.kind === "command" && sign.name === "dot" ? nameOf(sign.args[0]?.[0]) : undefined;
  const derived =
    field?.base ??
    (/^\\(?:partial|nabla)$/.test(tokenOf(sign)) &&
      nameOf(name?.kind === "script" ? nodes[at + 3] : name)?.base);
  const counted = nodes.some(
    (node, i) => tokenOf(node) === "\\pi" && /^[0-9]$/.test(tokenOf(nodes[i - 1])),
  );
  const squared = sign?.kind === "script" && sign.children.map(tokenOf).join("") === "2";
  const density = squared && nodes.some((node, i) => isGradientSquare(nodes, i) && node !== sign);
  return !counted && (density || /^[φϕΦχ]$/u.test(derived || ""));
}

/** π = ∂ℒ/∂φ̇: a side by itself beside the rate of a field. */
const isNamedMomentum = ({ nodes, page }: Reader): boolean =>
  nodes.length === 1 && [...page.survey.moving].some((name) => /^\*?[φϕΦχ]$/u.test(name));

/** The (∇φ)² of an energy density. */
const isGradientSquare = (nodes: readonly TexNode[], at: number): boolean =>
  /^\\nabla$/.test(tokenOf(nodes[at])) &&
  tokenOf(nodes[at - 1]) === "(" &&
  /^[φϕ]$/u.test(nameOf(nodes[at + 1])?.base ?? "") &&
  tokenOf(nodes[at + 2]) === ")" &&
  nodes[at + 3]?.kind === "script";

/** π^a with an index, π^0 and π^± the particles. */
function isFieldScript(reader: Reader, children: readonly TexNode[]): boolean {
  const [only] = children;
  if (children.length !== 1 || !only) return false;
  if (/^(?:0|[+-]|\\pm)$/.test(tokenOf(only))) return true;
  const letter = nameOf(only)?.name;
  if (letter === undefined) return false;
  if (letterSort(reader.page, letter) !== "label") return true;
  return /^[a-dij]$/.test(letter) && !named(reader.page.survey, letter);
}

function eulerGamma(reader: Reader): Expr | undefined {
  const ahead = peek(reader, 1);
  const below =
    ahead?.kind === "script" && ahead.place === "sub"
      ? ahead.children.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("")
      : "";
  if (below !== "E" && below !== "EM") return undefined;
  next(reader);
  next(reader);
  return constant("γ_E");
}

/** i is √−1 unless it is summed over or carries scripts of its own; beside π or ħ it is in any case. */
function imaginary(reader: Reader): Expr | undefined {
  const ahead = peek(reader, 1);
  if (reader.script) return undefined;
  if (ahead?.kind === "script" && ahead.place === "sub") return undefined;
  if (
    reader.page.survey.indices.get("i")?.bound &&
    tokenOf(peek(reader)) === "i" &&
    !/^\\(?:pi|hbar)$/.test(token(reader, -1)) &&
    !/^\\(?:pi|hbar)$/.test(token(reader, 1)) &&
    !["e", "\\exp"].some((sign) => reader.page.survey.seen.has(sign))
  )
    return undefined;
  next(reader);
  return constant("i");
}

/** Euler's number has an exponent that is no plain number; the charge stands bare, or squared. */
export const euler: NotationRule = {
  name: "e",
  begins: ["e", "\\mathrm", "\\e", "\\ee", "\\eu"],
  ownScripts: true,
  examples: [
    ["e^{ix}", "e^(i x)"],
    [String.raw`-ie\gamma^\mu`, "-i e γ^μ"],
  ],
  read(reader) {
    const node = peek(reader);
    const upright = tokenOf(node) !== "e";
    if (upright && nameOf(node)?.name !== "e" && !/^\\(?:e|ee|eu)$/.test(tokenOf(node)))
      return undefined;
    const ahead = peek(reader, 1);
    if (ahead?.kind === "script" && ahead.place === "sub") return undefined;
    if (ahead?.kind !== "script") {
      if (token(reader, 1) === "'") return undefined;
      if (upright) {
        next(reader);
        return constant("e");
      }
      return bareCharge(reader);
    }
    const behind = peek(reader, 2);
    if (behind?.kind === "script" && behind.place === "sub") return undefined;
    return withExponent(reader, ahead.children, upright);
  },
};

const charge = symbol("e", "scalar", { role: "physical-constant", domain: "positive" });

function bareCharge(reader: Reader): Expr | undefined {
  if (isEinbein(reader)) return undefined;
  if (reader.page.context.lookup("e", false) || token(reader, 1) === "(") {
    if (reader.page.context.lookup("e", false)) return undefined;
  }
  next(reader);
  return charge;
}

/** The e(t) along a world line: nobody puts a time alone in parentheses behind a charge. */
const isEinbein = (reader: Reader): boolean =>
  token(reader, 1) === "(" &&
  /^[tτλσs]$/u.test(nameOf(peek(reader, 2))?.name ?? "") &&
  token(reader, 3) === ")";

function withExponent(
  reader: Reader,
  exponent: readonly TexNode[],
  upright: boolean,
): Expr | undefined {
  const text = exponent.map(tokenOf).join("");
  if (/^(?:\\prime)+$|^[+-]$|^\\pm$|^\\ast$|^\*$/.test(text) || exponent.some(isStar))
    return undefined;
  if (/^\\(?:mu|nu|rho|sigma)$|^[a-d]$/.test(text) && vielbein(reader, text)) return undefined;
  const ofNucleus = isBehindNucleus(reader);
  next(reader);
  const parts = takeScripts(reader);
  const [first, ...more] = parts;
  const inside = readInside(reader, first?.nodes ?? []);
  const numeric = /^[0-9]+$/.test(text);
  const isCharge =
    numeric &&
    !upright &&
    (ofNucleus ||
      isSaidCharge(reader) ||
      isBesideCharges(reader) ||
      choose<boolean>(reader, "e", [true, false]));
  const found = isCharge ? power(charge, inside) : power(constant("e"), inside);
  return more.reduce<Expr>((base, part) => raise(base, readInside(reader, part.nodes)), found);
}

/** Ze², Z_1Z_2e². */
const isBehindNucleus = ({ nodes, at }: Reader): boolean => {
  const before = nodes[at - 1]?.kind === "script" ? at - 2 : at - 1;
  return nameOf(nodes[before])?.name === "Z";
};

/** e said to be a charge. */
const isSaidCharge = ({ page }: Reader): boolean =>
  page.context.lookup("e", false)?.type === "scalar";

/** e without an exponent, or ħ, stands somewhere in the formula; ħ to some power stands in the text. */
const isBesideCharges = (reader: Reader): boolean =>
  ["e", "ħ"].some((letter) => count(reader.page, plainName(letter), "bare") > 0) ||
  (["bare", "squared", "odd-power"] as const).some((use) => everUsed(reader.page, "ħ", use));

const plainName = (name: string) => ({ name, base: name, bold: false, roman: false });

const vielbein = (reader: Reader, text: string): boolean => {
  const letter =
    nameOf({ kind: "command", name: text.slice(1), args: [], span: { start: 0, end: 0 } })?.name ??
    text;
  const use = reader.page.survey.indices.get(letter);
  return use !== undefined && use.carriers.size > 1;
};
