/** Numbers with units: 25\,\mathrm{meV}, 3\times10^8\,\text{m/s}, \SI{5}{\kilo\gram}. */

import { constant, num, one, opaque, product, quotient } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { readInside } from "./expression";
import { nameOf, wordOf } from "./name";
import { next, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { isDigit, tokenOf } from "./token";
import { spellUnit } from "./unitNames";

export const writtenUnit: NotationRule = {
  name: "units behind numbers",
  begins: ["\\mathrm", "<words>", "\\text", "{}", "\\unit", "\\si"],
  examples: [
    [String.raw`25\,\mathrm{meV}`, "25 meV"],
    [String.raw`10\,\text{GeV}^2`, "10 GeV²"],
    [String.raw`3\,\mathrm{m/s}`, "3 m/s"],
    [String.raw`197\,\mathrm{MeV\,fm}`, "197 MeV fm"],
    [String.raw`197\,\mathrm{MeV\cdot fm}`, "197 MeV fm"],
    [String.raw`9.8\,\mathrm{m\,s^{-2}}`, "9.8 m s⁻²"],
  ],
  read(reader) {
    const node = next(reader);
    if (node?.kind === "command" && (node.name === "si" || node.name === "unit"))
      return unitOf(unitText(node.args.at(-1) ?? []));
    return isBehindQuantity(reader.nodes.slice(0, reader.at - 1))
      ? unitOf(textOf(node))
      : undefined;
  },
};

/** Whether what is read so far ends in a number or a unit, raised or not, perhaps with a dot or a stroke behind it. */
function isBehindQuantity(read: readonly TexNode[]): boolean {
  const joint = /^(?:\\cdotp?|\/|·)$/.test(tokenOf(read.at(-1)));
  const bare = joint ? read.slice(0, -1) : read;
  const last = bare.at(-1);
  if (last?.kind === "script") return bare.some(isDigit);
  return isDigit(last) || isUnitNode(last);
}

const isUnitNode = (node: TexNode | undefined): boolean =>
  node !== undefined && node.kind !== "char" && spellUnit(textOf(node)) !== undefined;

function textOf(node: TexNode | undefined): string {
  if (!node) return "";
  if (node.kind === "words") return node.text.trim();
  const name = nameOf(node);
  if (name) return name.roman ? name.name : "";
  return node.kind === "group" ? (wordOf(node.children) ?? "") : "";
}

function unitOf(text: string): Expr | undefined {
  const unit = spellUnit(text);
  return unit === undefined ? undefined : intern({ kind: "unit", unit });
}

/** `\SI{5}{\kilo\gram}`: number, then unit. */
export const siunitx: NotationRule = {
  name: "quantities of siunitx",
  begins: ["\\SI", "\\num", "\\ang", "\\SIrange", "\\qtyrange", "\\numrange"],
  examples: [
    [String.raw`\SI{5}{\kilo\gram}`, "5 kg"],
    [String.raw`\SI{1.5e3}{m/s}`, "1.5 10³ m/s"],
    [String.raw`\SIrange{2}{3}{\metre}`, "range(2 m, 3 m)"],
  ],
  read(reader) {
    const { name, args } = next(reader) as Command;
    if (name.endsWith("range")) return range(reader, args);
    const amount = quantity(reader, args[1] ?? args[0] ?? []);
    if (name === "num") return amount;
    if (name === "ang") return product(amount, quotient(constant("π"), num(180)));
    const unit = unitOf(unitText(args.at(-1) ?? []));
    return unit && product(amount, unit);
  },
};

/** From one amount to another, of one unit. */
function range(reader: Reader, [, from, to, written]: Command["args"]): Expr | undefined {
  const unit = written ? unitOf(unitText(written)) : one;
  const ends = [from, to].map((each) => unit && product(quantity(reader, each ?? []), unit));
  const [low, high] = ends;
  return low && high && opaque("range", low, high);
}

/** 1.5e3 is 1.5·10³; a comma marks decimals. */
function quantity(reader: Reader, written: readonly TexNode[]): Expr {
  const nodes = written.map((node) =>
    node.kind === "char" && node.text === "," ? { ...node, text: "." } : node,
  );
  const open = nodes.findIndex((node) => tokenOf(node) === "(");
  if (open > 0 && tokenOf(nodes.at(-1)) === ")")
    return opaque(
      "uncertain",
      quantity(reader, nodes.slice(0, open)),
      readInside(reader, nodes.slice(open + 1, -1)),
    );
  const at = nodes.findIndex((node) => /^[eE]$/.test(tokenOf(node)));
  const [first] = nodes;
  if (at < 0 || !first) return readInside(reader, nodes);
  const { span } = first;
  const script: TexNode = { kind: "script", place: "sup", children: nodes.slice(at + 1), span };
  const ten: TexNode[] = [
    { kind: "char", text: "1", span },
    { kind: "char", text: "0", span },
    script,
  ];
  const times = readInside(reader, ten);
  return at === 0 ? times : product(readInside(reader, nodes.slice(0, at)), times);
}

/** The macros of siunitx spelled out: `\kilo\gram\per\second\squared`. */
function unitText(nodes: readonly TexNode[]): string {
  if (!nodes.some((node) => node.kind === "command")) return nodes.map(plainText).join("");
  const parts: string[] = [];
  let before = "";
  for (const node of nodes) {
    const name = node.kind === "command" ? node.name : plainText(node);
    const last = parts.length - 1;
    if (powers[name]) parts[last] += powers[name];
    else if (name === "per") before = "/";
    else if (prefixes.has(name)) before = `${before || " "}${macroUnits[name]}`;
    else {
      parts.push(`${before || " "}${macroUnits[name] ?? name}`);
      before = "";
    }
  }
  return parts.join("").trim();
}

const plainText = (node: TexNode): string =>
  node.kind === "script" ? `^${node.children.map(tokenOf).join("")}` : tokenOf(node);

const powers: Readonly<Record<string, string>> = { squared: "^2", cubed: "^3" };

const prefixes = new Set([
  "kilo",
  "mega",
  "giga",
  "tera",
  "milli",
  "micro",
  "nano",
  "pico",
  "femto",
  "centi",
]);

const macroUnits: Readonly<Record<string, string>> = {
  kilogram: "kg",
  kilo: "k",
  mega: "M",
  giga: "G",
  tera: "T",
  milli: "m",
  micro: "µ",
  nano: "n",
  pico: "p",
  femto: "f",
  centi: "c",
  metre: "m",
  meter: "m",
  gram: "g",
  second: "s",
  kelvin: "K",
  ampere: "A",
  mole: "mol",
  joule: "J",
  newton: "N",
  watt: "W",
  volt: "V",
  ohm: "ohm",
  tesla: "T",
  pascal: "Pa",
  hertz: "Hz",
  electronvolt: "eV",
  coulomb: "C",
  farad: "F",
  angstrom: "angstrom",
  celsius: "degC",
  degree: "deg",
};
