/** What stands above a name: an index, a label, a mark of the name, or a power. */
import { index, num } from "../../math/expr/build";
import type { Index } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { carrierOf, componentDigits, withComponents } from "./carriers";
import type { Kind } from "./context";
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
import { raisedLabels, spin } from "./raisedLabels";
import type { Reader } from "./reader";
import { capitalOrWord, type ScriptShape } from "./scriptShape";
import { isTranspose } from "./scripts";
import { splitAt } from "./split";
import type { Superscript, Way } from "./superscript";
import { uses } from "./survey";
import { belowMark, pairMark } from "./surveyScripts";
import { isDigit, tokenOf } from "./token";

/** Notes what the script is; the first way that fits decides, and what none fits is a power. */
export function dressAbove(
  reader: Reader,
  name: Name,
  kind: Kind,
  nodes: readonly TexNode[],
  into: Dressing,
  shape: ScriptShape,
): void {
  const text = nodes.map(tokenOf).join("");
  const script: Superscript = { reader, name, kind, nodes, text, into, shape };
  if (!ways.some((way) => way(script))) exponent(script);
}

const ways: readonly Way[] = [
  derived,
  components,
  counted,
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
  ...raisedLabels,
  numbered,
  numberedBeside,
  neutral,
  capital,
  spin,
];

/** The second index of T_{;ρ}{}^{;ρ}: a derivative with its index raised. */
function derived({ reader, nodes: [sign, ...nodes], into }: Superscript): boolean {
  const covariant = tokenOf(sign) === ";";
  if ((!covariant && tokenOf(sign) !== ",") || nodes.length === 0) return false;
  const found = indicesOf(reader.page, { place: "sup", nodes }, {});
  for (const one of found ?? [])
    into.derivatives.push({ kind: "index", index: one, ...(covariant ? { covariant } : {}) });
  return found !== undefined;
}

function components({ name, kind, nodes, into }: Superscript): boolean {
  const digits = componentDigits(kind, { place: "sup", nodes }, name.name);
  if (digits) into.indices.push(...digits);
  return digits !== undefined;
}

/** \sum_k x^k beside a bare x, ∮z^n dz: a power that counts. */
function counted(script: Superscript): boolean {
  const { reader, name, kind, nodes } = script;
  const { survey } = reader.page;
  const letter = nodes.length === 1 ? (nameOf(nodes[0])?.name ?? "") : "";
  if (kind.type !== "scalar" || !/^[k-nrs]$/.test(letter)) return false;
  const inSeries = survey.indices.get(letter)?.bound && uses(survey, name.name, "bare") > 0;
  const isVariable = uses(survey, name.name, "variable") > 0;
  const ofVariable =
    /^[mn]$/.test(letter) && isVariable && uses(survey, name.name, "numbered") === 0;
  if (!inSeries && !ofVariable) return false;
  exponent(script);
  return true;
}

/** F^{W,μν}, δ^{j_1,j_2}: each item by itself, and none a power. */
function separated(script: Superscript): boolean {
  const items = splitAt(script.nodes, ",");
  if (items.length < 2 || items.some((item) => item.length === 0)) return false;
  for (const nodes of items) {
    const item: Superscript = { ...script, nodes, text: nodes.map(tokenOf).join("") };
    if (!ways.some((way) => way(item))) readLabels(script.reader, nodes, script.into);
  }
  return true;
}

function transposed({ nodes, into }: Superscript): boolean {
  if (!isTranspose(nodes)) return false;
  into.involutions.push("transpose");
  return true;
}

function mark({ text, into }: Superscript): boolean {
  if (!marks.test(text)) return false;
  into.suffix += `^${markText(text)}`;
  return true;
}

/** E^{(0)} is a name of its own, Q^{(ρσ)} too where nothing shows two indices of Q; f^{(3)}(x) a third derivative. */
function parenthesised({ reader, name, kind, nodes, text, into, shape }: Superscript): boolean {
  if (nodes.length < 3 || !text.startsWith("(") || !text.endsWith(")")) return false;
  const inside = nodes.slice(1, -1);
  const { seen } = reader.page.survey;
  const letters = inside.map(tokenOf).join("");
  const twice = seen.has(pairMark(name.name)) || seen.has(belowMark(letters));
  if (twice && inside.length > 1 && inside.every((node) => isIndexOf(reader, node))) return false;
  const held = inside.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  const derives = kind.type === "function" && shape.word === undefined && shape.down === 0;
  if (derives && /^[1-9]$/.test(held)) into.order = Number(held);
  else if (inside.every((node) => isDigit(node) || nameOf(node))) into.suffix += `^(${held})`;
  else into.labels.push(readInside(reader, inside));
  return true;
}

/** The μ and ν of T^{(μν)}, which is symmetrised. */
const isIndexOf = ({ page }: Reader, node: TexNode): boolean => {
  const letter = nameOf(node)?.name;
  return letter !== undefined && letterSort(page, letter) !== "label";
};

/** T^{\{μν\}}: what braces around indices mean differs from text to text. */
function braced({ nodes, text, into }: Superscript): boolean {
  if (!text.startsWith("\\{") || !text.endsWith("\\}")) return false;
  into.suffix += `^{${nodes
    .slice(1, -1)
    .map((node) => nameOf(node)?.name ?? tokenOf(node))
    .join("")}}`;
  return true;
}

/** A^{\bar 0}: the component in another frame, which has nothing to do with A^0. */
function otherFrame({ nodes, into }: Superscript): boolean {
  const [only] = nodes;
  const inner = only?.kind === "command" && nodes.length === 1 ? only.args.at(-1) : undefined;
  const mark = only?.kind === "command" ? accents[only.name] : undefined;
  if (!mark || inner?.length !== 1 || !isDigit(inner[0])) return false;
  into.suffix += `^${tokenOf(inner[0])}${mark}`;
  return true;
}

/** Words above a letter; a lone capital there is a power or an index. */
function word({ nodes, text, into, shape }: Superscript): boolean {
  const transverse = text === "tr" && shape.down > 1;
  const found = transverse ? text : capitalOrWord(nodes);
  const [only] = nodes;
  if (found === undefined) return false;
  if (nodes.length === 1 && only?.kind !== "words" && !nameOf(only)?.roman) return false;
  into.suffix += `^${found}`;
  return true;
}

/** W^{+μ}: the charge belongs to the name. */
function charged({ reader, nodes, into }: Superscript): boolean {
  const sign = tokenOf(nodes[0]);
  if (!/^[+-]$/.test(sign) || nodes.length < 2) return false;
  const found = indicesOf(reader.page, { place: "sup", nodes: nodes.slice(1) }, {});
  if (!found) return false;
  into.suffix += `^${sign}`;
  into.indices.push(...found);
  return true;
}

function indexed(script: Superscript): boolean {
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
}: Superscript): readonly Index[] | undefined {
  const part = { place: "sup", nodes } as const;
  const field = kind.type === "tensor" && !kind.role && shape.down > 1 && shape.lorentz > 1;
  if (/^[1-9]$/.test(text) && field) return undefined;
  if (/^[0-9]+$/.test(text) && (into.indices.length > 0 || kind.type === "scalar"))
    return undefined;
  if (kind.role === "angular-momentum" && text === "2") return undefined;
  if (kind.type === "four-vector" && text === "0" && shape.lorentz > 0) return undefined;
  if (kind.type === "three-vector" && /^[0-9]/.test(text)) return undefined;
  const components = count(reader.page, name, "numbered") > 0;
  if (kind.type === "four-vector" && /^[24-9]$/.test(text) && !components) return undefined;
  return indicesOf(reader.page, part, withComponents(reader, part, carrierOf(kind, "up")));
}

/** E^x, S^z, and the z of σ_j^z. */
function axis({ reader, name, nodes, text, into, shape }: Superscript): boolean {
  if (!/^[xyz]$/.test(text)) return false;
  if (/^[στ]$/u.test(name.name) && shape.down > 0) {
    into.labels.push(readInside({ ...reader, script: true }, nodes));
    return true;
  }
  if (!/^[A-Z]$/.test(name.name)) return false;
  if (reader.page.survey.raised.get(name.name)?.has("t")) return false;
  into.indices.push(index(text, "up", "spatial", "xyz".indexOf(text) + 1));
  return true;
}

/** J^t beside F^{tν}, V^r where V has a Greek index elsewhere: a component along a coordinate. */
function coordinate({ reader, name, nodes, text, into }: Superscript): boolean {
  const letter = nodes.length === 1 ? (nameOf(nodes[0])?.name ?? text) : "";
  const { survey } = reader.page;
  if (/^[θφϕ]$/u.test(letter) && /^[uvaAEBJjk]$/.test(name.name) && !named(survey, letter)) {
    into.indices.push(index(letter, "up", "lorentz"));
    return true;
  }
  if (!/^[trxyzuvθφϕρ]$/u.test(letter) || !/^[A-Zjn]$/.test(name.name)) return false;
  const shared = [...(survey.indices.get(letter)?.carriers ?? [])].some(
    (other) => other !== name.name && uses(survey, other, "greek-two") > 0,
  );
  const indexed = count(reader.page, name, "greek-up") + count(reader.page, name, "greek-down");
  const raised = survey.raised.get(name.name);
  const ofFour = raised?.has("t") && [...raised].some((other) => /^[xyzr]$/.test(other));
  if (!shared && !ofFour && indexed === 0 && !survey.seen.has(",;")) return false;
  into.indices.push(index(letter, "up", "lorentz"));
  return true;
}

/** ψ^c. */
function chargeConjugated({ name, kind, text, into }: Superscript): boolean {
  if (text !== "c" || (kind.type !== "spinor" && !/^[ψφνχN]$/u.test(name.name))) return false;
  into.suffix += "^c";
  return true;
}

/** φ^1 and φ^2 beside each other are components, not powers, and so is the last of x^1, …, x^n. */
function numbered({ reader, name, kind, nodes, text, into }: Superscript): boolean {
  const last = /^[nmNdDk]$/.test(text) && reader.page.survey.seen.has("...");
  if (!(/^[0-9]$/.test(text) || last) || /vector/.test(kind.type)) return false;
  if (count(reader.page, name, "numbered") === 0) return false;
  into.labels.push(last ? readInside(reader, nodes) : num(Number(text)));
  return true;
}

/** K^0 and A_μ^0: no name is raised to the power 0, and a vector with its index has no second one. */
function neutral({ kind, text, into, shape }: Superscript): boolean {
  if (text !== "0" || (/vector/.test(kind.type) && shape.lorentz === 0)) return false;
  into.suffix += "^0";
  return true;
}

/** A²_μ beside W¹_μ: the second of its kind, no square. */
function numberedBeside({ reader, name, text, into }: Superscript): boolean {
  if (!/^[2-9]$/.test(text) || count(reader.page, name, "greek-down") === 0) return false;
  const some = [...reader.page.survey.uses.values()].some(
    (use) => use.has("numbered") && use.has("greek-down"),
  );
  if (!some) return false;
  into.labels.push(num(Number(text)));
  return true;
}

/** F^W_{μν}: a capital above something with indices names it, and so does a quark above Y^u_{IJ}; the N of Z_1^N counts. */
function capital({ reader, name, kind, nodes, text, into, shape }: Superscript): boolean {
  const element = shape.plain && /^\p{Lu}{2}$/u.test(shape.word ?? "");
  if (element && /^[udescbνℓ]$/u.test(text)) {
    into.suffix += `^${text}`;
    return true;
  }
  if (nodes.length !== 1 || !/^[A-Z]$/.test(text)) return false;
  const carries =
    name.bold || kind.type === "tensor" || kind.type === "four-vector" || into.indices.length > 0;
  const indexed =
    into.labels.length > 0 ||
    shape.down > 0 ||
    (shape.word !== undefined && /^[α-ω]$/u.test(name.name));
  const counts = text === "N" && into.labels.every(({ kind: sort }) => sort === "num");
  const labels = indexed && !counts && !named(reader.page.survey, text);
  if (!carries && !labels) return false;
  into.suffix += `^${text}`;
  return true;
}

function exponent({ reader, kind, nodes, text, into, shape }: Superscript): void {
  const member =
    text === "1" || (/^[3-9]$/.test(text) && kind.type === "tensor" && shape.lorentz > 1);
  if (member) {
    into.labels.push(num(Number(text)));
    return;
  }
  const read = readInside(reader, nodes);
  into.power = into.power ? raise(into.power, read) : read;
}
