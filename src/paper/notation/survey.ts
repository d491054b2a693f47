/** How a statement uses its names, seen before anything is read: what is slashed, dotted, daggered, called, indexed. */
import type { TexNode } from "../latex/node";
import { actingOnKet } from "./actingUses";
import type { Use } from "./context";
import { letterCounts } from "./letterCounts";
import { type Name, nameOf } from "./name";
import { namesIn, operatorUses } from "./operatorUses";
import { isDagger, isPrime, isStar, isTranspose, unwrap } from "./scripts";
import { isDigit, tokenOf } from "./token";

export interface IndexUse {
  up: number;
  down: number;
  /** Names that carry it. */
  readonly carriers: Set<string>;
  /** Stands under ∑ or ∏. */
  bound: boolean;
  /** Occurs twice or more in one product. */
  repeated: boolean;
}

export interface Survey {
  readonly uses: Map<string, Map<Use, number>>;
  /** By the letter, `μ`, `i`. */
  readonly indices: Map<string, IndexUse>;
  /** Letters that stand alone above a name, by the name. */
  readonly raised: Map<string, Set<string>>;
  /** Control sequences that occur, and what they occurred with. */
  readonly seen: Set<string>;
}

/** The key of a name in a survey; bold and plain are different names. */
const useKey = (name: string, bold: boolean): string => (bold ? `*${name}` : name);

export const uses = (survey: Survey, name: string, use: Use, bold = false): number =>
  survey.uses.get(useKey(name, bold))?.get(use) ?? 0;

export function surveyOf(statement: readonly (readonly TexNode[])[]): Survey {
  const survey: Survey = {
    uses: new Map(),
    indices: new Map(),
    raised: new Map(),
    seen: new Set(),
  };
  for (const nodes of statement) {
    walk(nodes, survey, []);
    noteMatrixName(nodes, statement, survey);
    for (const [letter, count] of letterCounts(nodes)) {
      const use = survey.indices.get(letter);
      if (use && count > 1) use.repeated = true;
    }
  }
  return survey;
}

/** λ^4 = (matrix): the digit names a matrix. */
function noteMatrixName(
  nodes: readonly TexNode[],
  statement: readonly (readonly TexNode[])[],
  survey: Survey,
): void {
  const [first, second] = nodes;
  const name = nameOf(first);
  if (!name || nodes.length !== 2 || second?.kind !== "script" || second.place !== "sup") return;
  const matrix = statement.some(
    (side) => side !== nodes && side.some((node) => node.kind === "table"),
  );
  if (matrix && second.children.every(isDigit)) note(survey, name, "numbered");
}

function walk(nodes: readonly TexNode[], survey: Survey, within: readonly Use[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as TexNode;
    survey.seen.add(tokenOf(node));
    const carrier = carrierOf(node);
    if (carrier) {
      noteScripts(carrier, nodes, at, survey);
      noteNeighbours(carrier, nodes, at, survey);
      for (const use of within) note(survey, carrier, use);
      if (node.kind === "command" && survey.seen.size < 4096)
        for (const arg of node.args) for (const inner of arg ?? []) survey.seen.add(tokenOf(inner));
    } else descend(node, nodes, at, survey, within);
    if (node.kind === "script") walkScript(node.children, node.place, nodes, at, survey, within);
    noteGroupings(nodes, at, survey);
    for (const [name, use] of operatorUses(nodes, at, closing)) note(survey, name, use);
  }
}

/** What may carry indices: names, and the derivatives that act like one. */
function carrierOf(node: TexNode): Name | undefined {
  const token = tokenOf(node);
  if (token === "\\partial" || token === "\\nabla")
    return { name: token === "\\partial" ? "∂" : "∇", base: token, bold: false, roman: false };
  return nameOf(node);
}

function descend(
  node: TexNode,
  nodes: readonly TexNode[],
  at: number,
  survey: Survey,
  within: readonly Use[],
): void {
  if (node.kind === "group") walk(node.children, survey, within);
  if (node.kind === "table")
    for (const row of node.rows) for (const cell of row) walk(cell, survey, within);
  if (node.kind !== "command") return;
  node.args.forEach((arg, i) => {
    if (!arg) return;
    const more: Use[] = [...within];
    if (slashing.has(node.name)) more.push("slashed");
    if (/^[dt]?frac$/.test(node.name) && i === node.args.length - 1) more.push("divisor");
    if (tracing.has(node.name)) more.push("traced");
    walk(arg, survey, more);
  });
  if (slashing.has(node.name) && node.args.length === 0) {
    const name = nameOf(nodes[at + 1]);
    if (name) note(survey, name, "slashed");
  }
}

const slashing = new Set(["slashed", "fsl", "feynslash", "cancel", "not", "dsl"]);
const tracing = new Set(["Tr", "tr", "trace", "det"]);
const sums = new Set(["\\sum", "\\prod", "\\bigoplus", "\\bigotimes"]);

function walkScript(
  inside: readonly TexNode[],
  place: "sub" | "sup",
  nodes: readonly TexNode[],
  at: number,
  survey: Survey,
  within: readonly Use[],
): void {
  const before = behindScripts(nodes, at);
  if (before && sums.has(tokenOf(before))) {
    for (const name of namesIn(inside)) {
      note(survey, name, "bound");
      indexUse(survey, name.name).bound = true;
    }
    return;
  }
  const exponent = place === "sup" && before && tokenOf(before) === "e";
  if (!exponent && isPure(inside)) {
    const number = before && (fenceSide(before) === "close" || isDigit(before));
    for (const name of number && inside.length === 1 ? namesIn(inside) : [])
      if (!/^[μνρσ]$/u.test(name.name)) note(survey, name, "bare");
    return;
  }
  walk(
    inside,
    survey,
    exponent ? [...within, "exponent"] : within.filter((use) => use !== "commuted"),
  );
}

/** One letter, or letters and digits only: indices or labels, no formula. */
const isPure = (inside: readonly TexNode[]): boolean =>
  inside.every(
    (node) =>
      indexLetter(node) ||
      isDigit(node) ||
      isPrime(node) ||
      isStar(node) ||
      isDagger(node) ||
      (node.kind === "script" && node.children.every(isPrime)) ||
      (node.kind === "command" && node.name === "dot" && isPure(node.args[0] ?? [])) ||
      (inside.length > 1 && (tokenOf(node) === "," || tokenOf(node) === ";")),
  );

/** What the script at this place belongs to. */
function behindScripts(nodes: readonly TexNode[], at: number): TexNode | undefined {
  let back = at - 1;
  while (nodes[back]?.kind === "script" || tokenOf(nodes[back]) === "\\limits") back--;
  return nodes[back];
}

function noteScripts(name: Name, nodes: readonly TexNode[], at: number, survey: Survey): void {
  let bare = tokenOf(nodes[at + 1]) !== "(";
  let greek = 0;
  let latin = 0;
  for (let i = at + 1; i < nodes.length; i++) {
    const node = nodes[i] as TexNode;
    if (node.kind === "group" && node.children.length === 0) continue;
    if (node.kind !== "script") break;
    bare = false;
    const counted = noteScript(name, node.place, unwrap(node.children), survey);
    greek += counted.greek;
    latin += counted.latin;
  }
  if (bare) note(survey, name, "bare");
  if (greek > 1) note(survey, name, "greek-two");
  if (latin > 1) note(survey, name, "latin-two");
  if (latin > 2) note(survey, name, "latin-three");
}

function noteScript(
  name: Name,
  place: "sub" | "sup",
  written: readonly TexNode[],
  survey: Survey,
): { greek: number; latin: number } {
  let inside = written;
  while (inside.length > 0 && isPrime(inside[0])) {
    note(survey, name, "primed");
    inside = inside.slice(1);
  }
  let last = inside[inside.length - 1];
  while (last && (isStar(last) || isDagger(last))) {
    note(survey, name, isStar(last) ? "starred" : "daggered");
    inside = inside.slice(0, -1);
    last = inside[inside.length - 1];
  }
  if (place === "sup" && isTranspose(inside)) {
    note(survey, name, "transposed");
    return { greek: 0, latin: 0 };
  }
  const text = inside.map(tokenOf).join("");
  if (text === "-1") note(survey, name, "inverted");
  if (/^[0-9]+$/.test(text)) note(survey, name, place === "sup" ? "number-up" : "number-down");
  if (text === "2" && place === "sup") note(survey, name, "squared");
  if (/^(?:[3579]|1[0-9])$/.test(text) && place === "sup") note(survey, name, "odd-power");
  if (text === "0" && place === "sup") note(survey, name, "time-component");
  if (text === "1" && place === "sup") note(survey, name, "numbered");
  if (place === "sub" && /^[xyz+-]$|^\\pm$/.test(text)) note(survey, name, "axis");
  return noteIndices(name, place, inside, survey);
}

/** A script of letters only may be indices; anything else is a label or a power. */
function noteIndices(
  name: Name,
  place: "sub" | "sup",
  inside: readonly TexNode[],
  survey: Survey,
): { greek: number; latin: number } {
  const letters: Name[] = [];
  if (inside.length > 1 && inside.some(isDigit) && inside.some(indexLetter))
    note(survey, name, "component");
  for (const node of inside) {
    const letter = indexLetter(node);
    if (letter) letters.push(letter);
    else if (!isDigit(node) && !indexMarks.has(tokenOf(node))) return { greek: 0, latin: 0 };
  }
  const open = inside.filter((node) => /^[[(]$/.test(tokenOf(node))).length;
  const close = inside.filter((node) => /^[\])]$/.test(tokenOf(node))).length;
  const bracketed = open !== close || (open > 0 && letters.length > 1);
  const greek = letters.filter((letter) => isGreekIndex(letter.name)).length;
  const latin = letters.length - greek;
  const height = place === "sup" ? "up" : "down";
  const [lone] = letters;
  if (place === "sup" && lone && inside.length === 1) {
    const raised = survey.raised.get(name.name) ?? new Set();
    survey.raised.set(name.name, raised.add(lone.name));
  }
  if (greek > 0) note(survey, name, `greek-${height}`);
  if (latin > 0) note(survey, name, `latin-${height}`);
  for (const letter of letters) {
    const use = indexUse(survey, letter.name);
    use[height]++;
    if (bracketed) use.carriers.add("[]");
    use.carriers.add(letters.length > 2 && /^[εϵ]$/.test(name.name) ? "levi-civita" : name.name);
  }
  return { greek, latin };
}

const indexMarks = new Set([
  "(",
  ")",
  "[",
  "]",
  "|",
  ",",
  ";",
  "\\prime",
  "'",
  "\\alpha",
  "\\dot",
  "",
]);
const indexLetter = (node: TexNode): Name | undefined => {
  const name = nameOf(node);
  if (!name || name.bold || name.roman || name.accent === "other") return undefined;
  const letter = unmarked(name.name);
  return { ...name, name: letter, base: letter };
};

/** A barred or hatted index is the letter without its mark where its space is asked for. */
export const unmarked = (letter: string): string =>
  letter
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC");

export const isGreekIndex = (letter: string): boolean => /^[α-ωϵϑϕϱς]$/u.test(letter);

function indexUse(survey: Survey, letter: string): IndexUse {
  let use = survey.indices.get(letter);
  if (!use) {
    use = { up: 0, down: 0, carriers: new Set(), bound: false, repeated: false };
    survey.indices.set(letter, use);
  }
  return use;
}

const dots = new Set(["\\cdot", "\\vdot", "·", "\\bullet"]);

/** Dots beside a name, parentheses behind it, measures and derivatives before it. */
function noteNeighbours(name: Name, nodes: readonly TexNode[], at: number, survey: Survey): void {
  const before = behindScripts(nodes, at);
  let after = at + 1;
  while (nodes[after]?.kind === "script") after++;
  const right = dots.has(tokenOf(nodes[after])) && !isDigit(nodes[after + 1]);
  const left = dots.has(tokenOf(nodes[at - 1])) && !isDigit(nodes[at - 2]);
  if (left || right) note(survey, name, "dotted");
  if (/^[δΔ]$/u.test(name.name))
    note(survey, name, after === at + 1 && nameOf(nodes[after]) ? "prefix" : "alone");
  if (name.bold) note(survey, name, "bold");
  let back = at - 1;
  while (isDigit(nodes[back])) back--;
  if (tokenOf(nodes[back]) === "/") note(survey, name, "divisor");
  if (name.accent === "hat") note(survey, name, "hatted");
  if (name.accent === "bar") note(survey, { ...name, name: name.base }, "barred");
  if (tokenOf(nodes[after]) === "(") noteCall(name, nodes, after, survey);
  if (!before) return;
  if (tokenOf(before) === "\\partial") note(survey, name, "variable");
  if (isDifferential(before)) {
    const power = nodes[at - 1]?.kind === "script" ? nodes[at - 1] : undefined;
    const order = power?.kind === "script" ? unwrap(power.children).map(tokenOf).join("") : "";
    if (order === "") note(survey, name, "variable");
    if (/^[4dDnN]$/.test(order)) note(survey, name, "four-measure");
    if (order === "3") note(survey, name, "three-measure");
  }
}

export const isDifferential = (node: TexNode | undefined): boolean =>
  node !== undefined && nameOf(node)?.name === "d" && !nameOf(node)?.bold;

/** f(x), f(x,t), f(-p): the parentheses hold names only. */
function noteCall(name: Name, nodes: readonly TexNode[], open: number, survey: Survey): void {
  const close = closing(nodes, open);
  if (close === undefined) return;
  const inside = nodes.slice(open + 1, close);
  const names = inside.map(nameOf);
  const simple = inside.every(
    (node, i) =>
      names[i] !== undefined ||
      node.kind === "script" ||
      tokenOf(node) === "," ||
      tokenOf(node) === "-",
  );
  const items = inside.filter((node, i) => names[i] !== undefined && node.kind !== "script").length;
  const commas = inside.filter((node) => tokenOf(node) === ",").length;
  if (!simple || items !== commas + 1) return;
  if (tokenOf(inside[0]) !== "-") note(survey, name, "called");
  for (const argument of names) if (argument) note(survey, argument, "argument");
}

/** (AB)_{ij}: the letters behind a group are matrix indices. */
function noteElements(nodes: readonly TexNode[], close: number, survey: Survey): void {
  const behind = nodes[close + 1];
  if (behind?.kind !== "script" || behind.place !== "sub") return;
  const letters = unwrap(behind.children).map(nameOf);
  if (letters.length < 1 || letters.some((name) => !name || !/^[a-lμ-σα-δ]$/u.test(name.name)))
    return;
  for (const name of letters) if (name) indexUse(survey, name.name).carriers.add("()");
}

/** The place of the fence that closes the one at `open`, whatever its shape. */
export function closing(nodes: readonly TexNode[], open: number): number | undefined {
  let depth = 0;
  for (let i = open; i < nodes.length; i++) {
    const side = fenceSide(nodes[i] as TexNode);
    if (side === "open") depth++;
    if (side === "close" && --depth === 0) return i;
  }
  return undefined;
}

const openers = new Set(["(", "[", "\\{", "\\lbrace", "\\lbrack"]);
const closers = new Set([")", "]", "\\}", "\\rbrace", "\\rbrack"]);

export function fenceSide(node: TexNode): "open" | "close" | undefined {
  if (node.kind === "fence" && node.side === "left") return "open";
  if (node.kind === "fence" && node.side === "right") return "close";
  const token = tokenOf(node);
  return openers.has(token) ? "open" : closers.has(token) ? "close" : undefined;
}

/** Brackets with a comma, traces in parentheses, sandwiches between bra and ket. */
function noteGroupings(nodes: readonly TexNode[], at: number, survey: Survey): void {
  const token = tokenOf(nodes[at]);
  if (token === "(") noteFenced(nodes, at, survey);
  for (const name of actingOnKet(nodes, at)) note(survey, name, "sandwiched");
  if (token === "[" || token === "\\{") {
    const close = closing(nodes, at);
    const inside = nodes.slice(at + 1, close ?? at + 1);
    if (commasOf(inside) === 1) for (const name of namesIn(inside)) note(survey, name, "commuted");
  }
  if (traceWord(nodes[at])) noteTraced(nodes, at, survey);
  if (token === "\\langle") noteSandwich(nodes, at, survey);
}

/** (p+k)² squares p and k, (p+k)·q dots them. */
function noteFenced(nodes: readonly TexNode[], open: number, survey: Survey): void {
  const close = closing(nodes, open);
  if (close === undefined) return;
  noteElements(nodes, close, survey);
  const before = nodes[open - 1];
  const stands =
    !before || (!nameOf(before) && before.kind !== "script" && before.kind !== "words");
  if (stands && commasOf(nodes.slice(open + 1, close)) === 1) survey.seen.add("<pair>");
  const behind = nodes[close + 1];
  const squared =
    behind?.kind === "script" &&
    behind.place === "sup" &&
    tokenOf(unwrap(behind.children)[0]) === "2";
  const dotted = dots.has(tokenOf(behind)) || dots.has(tokenOf(nodes[open - 1]));
  const marked = behind?.kind === "script" && behind.place === "sup" ? unwrap(behind.children) : [];
  const daggered = marked.length === 1 && isDagger(marked[0] as TexNode);
  const transposed = isTranspose(marked);
  if (daggered || transposed)
    for (const name of namesIn(nodes.slice(open + 1, close)))
      note(survey, name, daggered ? "daggered" : "transposed");
  const odd = /^(?:[3579]|1[0-9])$/.test(marked.map(tokenOf).join(""));
  if (!squared && !dotted && !odd) return;
  const inside = nodes.slice(open + 1, close);
  if (inside.some((node) => dots.has(tokenOf(node)) || fenceSide(node) !== undefined)) return;
  for (const name of inside.map(nameOf)) {
    if (!name) continue;
    if (squared) note(survey, name, "squared");
    if (odd) note(survey, name, "odd-power");
    if (dotted) note(survey, name, "dotted");
  }
}

function commasOf(inside: readonly TexNode[]): number {
  let depth = 0;
  let commas = 0;
  for (const node of inside) {
    const side = fenceSide(node);
    if (side === "open") depth++;
    if (side === "close") depth--;
    if (depth === 0 && tokenOf(node) === ",") commas++;
  }
  return commas;
}

const traceWord = (node: TexNode | undefined): boolean => {
  const token = tokenOf(node);
  if (/^\\(?:[Tt]r|det|[Tt]race)$/.test(token)) return true;
  const name = nameOf(node)?.name ?? "";
  return node?.kind === "command" && /^(?:[Tt]r|det)$/.test(name);
};

function noteTraced(nodes: readonly TexNode[], at: number, survey: Survey): void {
  let from = at + 1;
  while (nodes[from]?.kind === "script") from++;
  const open = nodes[from];
  const close = open && fenceSide(open) === "open" ? closing(nodes, from) : undefined;
  const inside = close === undefined ? nodes.slice(from, from + 1) : nodes.slice(from, close);
  for (const name of namesIn(inside)) note(survey, name, "traced");
}

function noteSandwich(nodes: readonly TexNode[], at: number, survey: Survey): void {
  const bars: number[] = [];
  for (let i = at + 1; i < nodes.length; i++) {
    const token = tokenOf(nodes[i]);
    if (token === "|" || token === "\\vert" || token === "\\mid") bars.push(i);
    if (token !== "\\rangle") continue;
    const [first, second] = bars;
    if (first !== undefined && second !== undefined)
      for (const name of namesIn(nodes.slice(first + 1, second))) note(survey, name, "sandwiched");
    const outer =
      first === undefined
        ? []
        : [...nodes.slice(at + 1, first), ...nodes.slice((second ?? first) + 1, i)];
    for (const name of namesIn(outer)) note(survey, name, "ket");
    return;
  }
}

function note(survey: Survey, name: Name, use: Use): void {
  const key = useKey(name.name, name.bold);
  let found = survey.uses.get(key);
  if (!found) {
    found = new Map();
    survey.uses.set(key, found);
  }
  found.set(use, (found.get(use) ?? 0) + 1);
}
