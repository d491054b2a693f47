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
import { accents } from "./letters";
import { marks, markText } from "./marks";
import { type Name, nameOf } from "./name";
import { raise } from "./raise";
import type { Reader } from "./reader";
import { capitalOrWord, type ScriptShape } from "./scriptShape";
import { isPrime, isTranspose } from "./scripts";
import { splitAt } from "./split";
import { isBothHeights, uses } from "./survey";
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
  braced,
  word,
  charged,
  otherFrame,
  indexed,
  axis,
  coordinate,
  chargeConjugated,
  root,
  generator,
  member,
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

/** T^{\{μν\}}: what braces around indices mean differs from text to text. */
function braced({ nodes, text, into }: Above): boolean {
  if (!text.startsWith("\\{") || !text.endsWith("\\}")) return false;
  into.suffix += `^{${nodes
    .slice(1, -1)
    .map((node) => nameOf(node)?.name ?? tokenOf(node))
    .join("")}}`;
  return true;
}

/** A^{\bar 0}: the component in another frame, which has nothing to do with A^0. */
function otherFrame({ nodes, into }: Above): boolean {
  const [only] = nodes;
  const inner = only?.kind === "command" && nodes.length === 1 ? only.args.at(-1) : undefined;
  const mark = only?.kind === "command" ? accents[only.name] : undefined;
  if (!mark || inner?.length !== 1 || !isDigit(inner[0])) return false;
  into.suffix += `^${tokenOf(inner[0])}${mark}`;
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
  shape,
}: Above): readonly Index[] | undefined {
  const part = { place: "sup", nodes } as const;
  if (/^[0-9]+$/.test(text) && (into.indices.length > 0 || kind.type === "scalar"))
    return undefined;
  if (kind.role === "angular-momentum" && text === "2") return undefined;
  if (kind.type === "four-vector" && text === "0" && shape.lorentz > 0) return undefined;
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

/** J^t beside F^{tν}, V^r where V has a Greek index elsewhere: a component along a coordinate. */
function coordinate({ reader, name, nodes, text, into }: Above): boolean {
  const letter = nodes.length === 1 ? (nameOf(nodes[0])?.name ?? text) : "";
  if (!/^[trxyzuvθφϕρ]$/u.test(letter) || !/^[A-Zjn]$/.test(name.name)) return false;
  const { survey } = reader.page;
  const shared = [...(survey.indices.get(letter)?.carriers ?? [])].some(
    (other) => other !== name.name && uses(survey, other, "greek-two") > 0,
  );
  const indexed = count(reader.page, name, "greek-up") + count(reader.page, name, "greek-down");
  if (!shared && indexed === 0) return false;
  into.indices.push(index(letter, "up", "lorentz"));
  return true;
}

/** E^α, E^{-α}: Greek letters above what stands in commutators tell which of a family it is; ρ^α is a power. */
function root({ reader, name, kind, nodes, into }: Above): boolean {
  if (!/^(?:operator|matrix)$/.test(kind.type) || kind.role || name.name === "ρ") return false;
  if (count(reader.page, name, "commuted") === 0) return false;
  const greek = nodes.filter((node) => /^[α-ω]$/u.test(nameOf(node)?.name ?? "")).length;
  const rest = nodes.every(
    (node) => nameOf(node) || node.kind === "script" || /^[+-]$/.test(tokenOf(node)),
  );
  if (greek === 0 || !rest) return false;
  into.labels.push(readInside(reader, nodes));
  return true;
}

/** e_i^α: a generator or a frame, no exponential. */
function generator({ reader, name, nodes, into, shape }: Above): boolean {
  if (name.name !== "e" || shape.down + into.labels.length === 0) return false;
  if (nodes.length !== 1 || !nameOf(nodes[0])) return false;
  into.labels.push(readInside({ ...reader, script: true }, nodes));
  return true;
}

/** ∑_s M^sΓM^s, and p_m beside ẋ^m: a letter that is summed over or stands below as well, and nothing else. */
function member({ reader, name, nodes, into }: Above): boolean {
  const letter = nodes.length === 1 ? nameOf(nodes[0])?.name : undefined;
  const use = reader.page.survey.indices.get(letter ?? "");
  if (!letter || !use || named(reader.page.survey, letter)) return false;
  const summed = use.bound && /^[sab]$/.test(letter) && /^\p{Lu}$/u.test(name.name);
  if (!summed && !(/^[mn]$/.test(letter) && isBothHeights(use))) return false;
  into.labels.push(readInside({ ...reader, script: true }, nodes));
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
  if (letter === "n" && /^[ΓGW]$/.test(name.name) && survey.seen.has("...")) return true;
  if (!letter || named(survey, letter) || /^[nmNLTD]$/.test(letter)) return false;
  if ((survey.raised.get(name.name)?.size ?? 0) > 1) return true;
  if (/^[rs]$/.test(letter)) return /^[ψχξηφuvabcd]$/u.test(name.base) || kind.type === "spinor";
  const use = survey.indices.get(letter);
  if (name.name === "x" && /^[a-dij]$/.test(letter) && othersRaised(reader, letter)) return true;
  return /^[a-fijA-CIJK]$/.test(letter) && use !== undefined && !use.bound && use.up + use.down > 1;
}

/** X^i = (x^a, φ): among coordinates by number or letter an unnamed letter above x is one as well. */
const othersRaised = ({ page: { survey } }: Reader, letter: string): boolean =>
  uses(survey, "x", "numbered") > 0 ||
  [...survey.raised].some(
    ([other, letters]) =>
      other !== "x" && [...letters].some((one) => one !== letter && /^[a-dij]$/.test(one)),
  );

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

/** K^0 and A_μ^0: no name is raised to the power 0, and a vector with its index has no second one. */
function neutral({ kind, text, into, shape }: Above): boolean {
  if (text !== "0" || (/vector/.test(kind.type) && shape.lorentz === 0)) return false;
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
  const name = nodes.slice(1).every(isPrimed) ? nameOf(nodes[0]) : undefined;
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
