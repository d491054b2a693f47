/** What stands above a name: an index, a label, a mark of the name, or a power. */
import { index, num } from "../../math/expr/build";
import type { Index } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { carrierOf, componentDigits, withComponents } from "./carriers";
import type { Kind } from "./context";
import { isIndexLike } from "./decorations";
import type { Dressing } from "./dressing";
import { readInside } from "./expression";
import { letterSort, named } from "./indexSpace";
import { indicesOf } from "./indices";
import { count } from "./kindOf";
import { readLabels } from "./labels";
import { marks, markText } from "./marks";
import { type Name, nameOf } from "./name";
import { raise } from "./raise";
import type { Reader } from "./reader";
import { capitalOrWord, type ScriptShape } from "./scriptShape";
import { isPrime, isTranspose } from "./scripts";
import { splitAt } from "./split";
import { uses } from "./survey";
import { isDigit, tokenOf } from "./token";

/** A superscript without its decorations, and the name it stands on. */
interface Above {
  readonly reader: Reader;
  readonly name: Name;
  readonly kind: Kind;
  readonly nodes: readonly TexNode[];
  readonly text: string;
  readonly into: Dressing;
  /** All scripts of the name. */
  readonly shape: ScriptShape;
}

/** Notes what the script is; the first way that fits decides, and the last one always does. */
export function dressAbove(
  reader: Reader,
  name: Name,
  kind: Kind,
  nodes: readonly TexNode[],
  into: Dressing,
  shape: ScriptShape,
): void {
  const text = nodes.map(tokenOf).join("");
  const script: Above = { reader, name, kind, nodes, text, into, shape };
  ways.some((way) => way(script));
}

type Way = (script: Above) => boolean;

const ways: readonly Way[] = [
  components,
  separated,
  transposed,
  mark,
  parenthesised,
  word,
  charged,
  indexed,
  axis,
  chargeConjugated,
  labelled,
  numbered,
  numberedBeside,
  neutral,
  capital,
  spin,
  exponent,
];

function components({ kind, nodes, into }: Above): boolean {
  const digits = componentDigits(kind, { place: "sup", nodes });
  if (digits) into.indices.push(...digits);
  return digits !== undefined;
}

/** F^{W,μν}: each item by itself. */
function separated({ reader, name, kind, nodes, into, shape }: Above): boolean {
  const items = splitAt(nodes, ",");
  if (items.length < 2 || items.some((item) => item.length === 0)) return false;
  for (const item of items) dressAbove(reader, name, kind, item, into, shape);
  return true;
}

function transposed({ nodes, into }: Above): boolean {
  if (!isTranspose(nodes)) return false;
  into.involutions.push("transpose");
  return true;
}

function mark({ text, into }: Above): boolean {
  if (!marks.test(text)) return false;
  into.suffix += `^${markText(text)}`;
  return true;
}

/** E^{(0)} is a name of its own; f^{(3)}(x) a third derivative. */
function parenthesised({ reader, kind, nodes, text, into }: Above): boolean {
  if (nodes.length < 3 || !text.startsWith("(") || !text.endsWith(")")) return false;
  const inside = nodes.slice(1, -1);
  const held = inside.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  if (kind.type === "function" && /^[1-9]$/.test(held)) into.order = Number(held);
  else if (inside.every((node) => isDigit(node) || nameOf(node))) into.suffix += `^(${held})`;
  else into.labels.push(readInside(reader, inside));
  return true;
}

/** Words above a letter; a lone capital there is a power or an index. */
function word({ nodes, into }: Above): boolean {
  const found = capitalOrWord(nodes);
  const [only] = nodes;
  if (found === undefined) return false;
  if (nodes.length === 1 && only?.kind !== "words" && !nameOf(only)?.roman) return false;
  into.suffix += `^${found}`;
  return true;
}

/** W^{+μ}: the charge belongs to the name. */
function charged({ reader, nodes, into }: Above): boolean {
  const sign = tokenOf(nodes[0]);
  if (!/^[+-]$/.test(sign) || nodes.length < 2) return false;
  const found = indicesOf(reader.page, { place: "sup", nodes: nodes.slice(1) }, {});
  if (!found) return false;
  into.suffix += `^${sign}`;
  into.indices.push(...found);
  return true;
}

function indexed(script: Above): boolean {
  const found = indicesAbove(script);
  if (found) script.into.indices.push(...found);
  return found !== undefined;
}

function indicesAbove({
  reader,
  name,
  kind,
  nodes,
  text,
  into,
}: Above): readonly Index[] | undefined {
  const part = { place: "sup", nodes } as const;
  if (/^[0-9]+$/.test(text) && (into.indices.length > 0 || kind.type === "scalar"))
    return undefined;
  if (kind.role === "angular-momentum" && text === "2") return undefined;
  if (kind.type === "three-vector" && /^[0-9]/.test(text)) return undefined;
  const components = count(reader.page, name, "numbered") > 0;
  if (kind.type === "four-vector" && /^[24-9]$/.test(text) && !components) return undefined;
  return indicesOf(reader.page, part, withComponents(reader, part, carrierOf(kind, "up")));
}

/** E^x, S^z. */
function axis({ name, text, into }: Above): boolean {
  if (!/^[xyz]$/.test(text) || !/^[A-Z]$/.test(name.name)) return false;
  into.indices.push(index(text, "up", "spatial", "xyz".indexOf(text) + 1));
  return true;
}

/** ψ^c. */
function chargeConjugated({ name, kind, text, into }: Above): boolean {
  if (text !== "c" || (kind.type !== "spinor" && !/^[ψφνχN]$/u.test(name.name))) return false;
  into.suffix += "^c";
  return true;
}

function labelled(script: Above): boolean {
  const { reader, kind, nodes, into } = script;
  if (kind.role !== "delta" && !areLabels(reader, nodes) && !isRaisedLabel(script)) return false;
  readLabels(reader, nodes, into);
  return true;
}

/** Letters side by side above a name, none of them a quantity of its own. */
const areLabels = (reader: Reader, nodes: readonly TexNode[]): boolean =>
  nodes.filter((node) => nameOf(node)).length > 1 &&
  (/^(?:ij|ji)[kl]?$/.test(nodes.map(tokenOf).join("")) ||
    nodes.every(
      (node) => isIndexLike(node) && !named(reader.page.survey, nameOf(node)?.name ?? ""),
    ));

/** φ^a beside φ^b, or a letter that is no quantity anywhere: a label above, no exponent. */
function isRaisedLabel({ reader, name, kind, nodes }: Above): boolean {
  const [first, ...behind] = nodes;
  const letter = behind.every(isPrimed) ? nameOf(first)?.name : undefined;
  const { survey } = reader.page;
  if (letter && (survey.seen.has(`(${letter})`) || survey.seen.has(`∂${letter}`))) return true;
  if (letter && letter !== "n" && raisedOnModes(reader, name, letter)) return true;
  if (!letter || named(survey, letter) || /^[nmNLTD]$/.test(letter)) return false;
  if ((survey.raised.get(name.name)?.size ?? 0) > 1) return true;
  if (/^[rs]$/.test(letter)) return /^[ψχξηφuvabcd]$/u.test(name.base) || kind.type === "spinor";
  const use = survey.indices.get(letter);
  return /^[a-fijA-CIJK]$/.test(letter) && use !== undefined && !use.bound && use.up + use.down > 1;
}

/** The m of u^m beside b^m and b^† is the same spin. */
const raisedOnModes = ({ page: { survey } }: Reader, name: Name, letter: string): boolean =>
  /^[uv]$/.test(name.base) &&
  [...survey.raised].some(
    ([other, letters]) =>
      /^[abcd]$/.test(other) && letters.has(letter) && uses(survey, other, "daggered") > 0,
  );

const isPrimed = (node: TexNode): boolean =>
  isPrime(node) || (node.kind === "script" && node.children.every(isPrime));

/** φ^1 and φ^2 beside each other are components, not powers, and so is the last of x^1, …, x^n. */
function numbered({ reader, name, kind, nodes, text, into }: Above): boolean {
  const last = /^[nmNdDk]$/.test(text) && reader.page.survey.seen.has("...");
  if (!(/^[0-9]$/.test(text) || last) || /vector/.test(kind.type)) return false;
  if (count(reader.page, name, "numbered") === 0) return false;
  into.labels.push(last ? readInside(reader, nodes) : num(Number(text)));
  return true;
}

/** K^0: no name is raised to the power 0. */
function neutral({ kind, text, into }: Above): boolean {
  if (text !== "0" || /vector/.test(kind.type)) return false;
  into.suffix += "^0";
  return true;
}

/** A²_μ beside W¹_μ: the second of its kind, no square. */
function numberedBeside({ reader, name, text, into }: Above): boolean {
  if (!/^[2-9]$/.test(text) || count(reader.page, name, "greek-down") === 0) return false;
  const some = [...reader.page.survey.uses.values()].some(
    (use) => use.has("numbered") && use.has("greek-down"),
  );
  if (!some) return false;
  into.labels.push(num(Number(text)));
  return true;
}

/** F^W_{μν}: a capital above something with indices names it, and so does a quark above Y^u_{IJ}. */
function capital({ reader, kind, nodes, text, into, shape }: Above): boolean {
  const element = shape.plain && /^\p{Lu}{2}$/u.test(shape.word ?? "");
  if (element && /^[udescbνℓ]$/u.test(text)) {
    into.suffix += `^${text}`;
    return true;
  }
  if (nodes.length !== 1 || !/^[A-Z]$/.test(text)) return false;
  const carries = kind.type === "tensor" || kind.type === "four-vector" || into.indices.length > 0;
  const labels = into.labels.length > 0 && !named(reader.page.survey, text);
  if (!carries && !labels) return false;
  into.suffix += `^${text}`;
  return true;
}

/** Spin and polarisation labels stand above spinors and ladder operators. */
function spin({ reader, kind, nodes, into }: Above): boolean {
  const name = nodes.length === 1 ? nameOf(nodes[0]) : undefined;
  if (!name || letterSort(reader.page, name.name) !== "label") return false;
  const takes =
    kind.type === "spinor" ||
    ["lowering", "fermion-lowering", "polarisation"].includes(kind.role ?? "");
  if (takes) into.labels.push(readInside(reader, nodes));
  return takes;
}

function exponent({ reader, nodes, into }: Above): boolean {
  const read = readInside(reader, nodes);
  into.power = into.power ? raise(into.power, read) : read;
  return true;
}
