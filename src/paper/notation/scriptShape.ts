/** What the scripts of a name look like before they are read: how many letters, of which index spaces, at which height. */
import type { TexNode } from "../latex/node";
import { letterSort } from "./indexSpace";
import { nameOf, wordOf } from "./name";
import type { Page } from "./reader";
import { isDagger, isPrime, isStar, isTranspose, type ScriptPart } from "./scripts";
import { tokenOf } from "./token";

export interface ScriptShape {
  /** Letters and digits in all scripts, decorations left out. */
  readonly count: number;
  readonly up: number;
  readonly down: number;
  readonly letters: number;
  /** Letters that are indices. */
  readonly indices: number;
  readonly lorentz: number;
  readonly spatial: number;
  readonly adjoint: number;
  /** Components by number or coordinate. */
  readonly fixed: number;
  /** Nothing but letters, digits and decorations. */
  readonly plain: boolean;
  /** All letters and digits in order. */
  readonly all: string;
  /** A word or a capital below. */
  readonly word?: string;
}

export function shapeOf(page: Page, parts: readonly ScriptPart[]): ScriptShape {
  const shape = {
    count: 0,
    up: 0,
    down: 0,
    letters: 0,
    indices: 0,
    lorentz: 0,
    spatial: 0,
    adjoint: 0,
    fixed: 0,
    plain: true,
    all: "",
  };
  let word: string | undefined;
  for (const part of parts) {
    if (part.place === "sup" && parts.length > 1 && isTranspose(part.nodes)) continue;
    const nodes = untransposed(part.place, undecorated(part.nodes));
    const found = part.place === "sub" ? capitalOrWord(nodes) : undefined;
    const isIndex = /^[ecf]$/.test(found ?? "") && letterSort(page, found ?? "") !== "label";
    if (found && !isIndex) {
      word = found;
      continue;
    }
    for (const node of nodes) countNode(page, node, part.place, shape);
  }
  return word === undefined ? shape : { ...shape, word };
}

type Counts = { -readonly [key in keyof Omit<ScriptShape, "word">]: ScriptShape[key] };

function countNode(page: Page, node: TexNode, place: "sub" | "sup", shape: Counts): void {
  const text = scriptLetter(node);
  if (text === undefined) {
    const prime = node.kind === "script" && node.children.every(isPrime);
    if (!prime && !ignorable.has(tokenOf(node))) shape.plain = false;
    return;
  }
  shape.count++;
  if (place === "sup") shape.up++;
  else shape.down++;
  shape.all += text;
  if (/^[0-9]$/.test(text) || coordinates.test(text)) shape.fixed++;
  if (!/^\p{L}$/u.test(text)) return;
  shape.letters++;
  const sort = letterSort(page, text);
  if (sort !== "label") {
    shape.indices++;
    if (coordinates.test(text)) shape.fixed--;
  }
  if (sort === "lorentz") shape.lorentz++;
  if (sort === "spatial") shape.spatial++;
  if (sort === "adjoint") shape.adjoint++;
}

const ignorable = new Set(["(", ")", "[", "]", "|", ",", ";", "{}"]);
const coordinates = /^[trxyzuvθφϕρτχ]$/u;

/** The letter, digit or sign a script node holds, if that is all it holds. */
function scriptLetter(node: TexNode): string | undefined {
  if (node.kind === "char" && /^[0-9+-]$/.test(node.text)) return node.text;
  if (node.kind === "command" && node.name === "pm") return "\\pm";
  const name = nameOf(node);
  return name && !name.bold && !name.roman && !name.accent ? name.name : undefined;
}

function undecorated(written: readonly TexNode[]): readonly TexNode[] {
  let nodes = written;
  while (nodes.length > 0 && isPrime(nodes[0])) nodes = nodes.slice(1);
  let last = nodes[nodes.length - 1];
  while (last && (isStar(last) || isDagger(last) || (isPrime(last) && nodes.length > 1))) {
    nodes = nodes.slice(0, -1);
    last = nodes[nodes.length - 1];
  }
  return nodes;
}

/** γ^{μT}: one index, and the mark of a transpose. */
const untransposed = (place: "sub" | "sup", nodes: readonly TexNode[]): readonly TexNode[] =>
  place === "sup" && nodes.length === 2 && isTranspose(nodes.slice(1)) ? nodes.slice(0, 1) : nodes;

/** `L`, `\rm eff`, `\text{max}` below a letter belong to its name. */
export function capitalOrWord(nodes: readonly TexNode[]): string | undefined {
  const [only] = nodes;
  if (!only) return undefined;
  const short = abbreviation(nodes);
  if (short) return short;
  if (nodes.length === 2 && /^[1-4]D$/.test(nodes.map(tokenOf).join(""))) return wordOf(nodes);
  if (nodes.length === 1) {
    if (only.kind === "words") return only.text.trim() || undefined;
    const name = nameOf(only);
    if (name?.roman) return name.name;
    if (name && /^(?:\p{Lu}|[ecf])$/u.test(name.name) && !name.bold) return name.name;
    return undefined;
  }
  const allUpright = nodes.every((node) => node.kind === "words" || nameOf(node)?.roman);
  const capitals =
    nodes.length <= 4 && nodes.every((node) => node.kind === "char" && /^[A-Z]$/.test(node.text));
  const word =
    nodes.length >= 3 &&
    nodes.every((node) => node.kind === "char" && /^[a-zA-Z]$/.test(node.text));
  const text = wordOf(nodes);
  if (/^(?:cl|eq|ex|dB)$/.test(text ?? "") && nodes.length === 2) return text;
  if (allUpright || capitals) return text;
  return word && text && (knownWords.test(text) || isLongWord(text)) ? text : undefined;
}

/** `expt.` */
function abbreviation(nodes: readonly TexNode[]): string | undefined {
  const letters = nodes.slice(0, -1);
  const plain = letters.every((node) => node.kind === "char" && /^[a-zA-Z]$/.test(node.text));
  return letters.length > 2 && plain && tokenOf(nodes.at(-1)) === "."
    ? `${wordOf(letters)}.`
    : undefined;
}

/** Five letters or more that are pronounced, and do not run through an alphabet of indices; muon, beam and tree are pronounced twice. */
const isLongWord = (text: string): boolean =>
  (/^\p{L}\p{Ll}{4,}$/u.test(text) && /[aeiou]/.test(text) && !/^(?:[a-h]+|[h-n]+)$/.test(text)) ||
  (/^\p{Ll}{4}$/u.test(text) && /[aeiou].*[aeiou]/.test(text) && !/^[a-n]+$/.test(text));

const knownWords =
  /^(?:max|min|eff|int|ext|tot|kin|pot|rel|cm|CM|com|lab|free|crit|mag|rad|mat|vac|bare|ren|phys|BH|GR|QED|QCD|YM|EM|em|in|out|eq|ph|el|th|loop|tree|cl|qu|obs|ave|avg|aux|sub|sup|ref|rest|ion|gas|gen|mod|mean|sys|env|ret|adv|cov|can|sym|bath|inv|red|sol|sing|reg|fin|initial|final|new|old|app|rot|vib|therm|stat|dyn|class|quant|elec|had|lept|grav|nuc|elast|inel|diff|surf|bulk|edge|dip|scatt|trans|long|rms|esc)$/;
