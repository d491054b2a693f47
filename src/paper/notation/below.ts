/** What stands below a name: indices, labels, words that belong to it, derivatives behind a comma. */
import type { Index } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { carrierOf, componentDigits, withComponents } from "./carriers";
import type { Kind } from "./context";
import type { Dressing } from "./dressing";
import { letterSort } from "./indexSpace";
import { indicesOf } from "./indices";
import { readLabels, singles } from "./labels";
import { type Name, nameOf } from "./name";
import { derivesBelow } from "./partialSubscripts";
import type { Reader } from "./reader";
import { capitalOrWord } from "./scriptShape";
import type { ScriptPart } from "./scripts";
import { splitAt } from "./split";
import { isGreekIndex } from "./survey";
import { isDigit, tokenOf } from "./token";

export function dressBelow(
  reader: Reader,
  name: Name,
  kind: Kind,
  part: ScriptPart,
  into: Dressing,
): void {
  const { nodes } = part;
  if (derivesBelow(reader.page, name, kind, nodes) && differentiatesBy(reader, nodes, into)) return;
  const digits = componentDigits(kind, part);
  if (digits) {
    into.indices.push(...digits);
    return;
  }
  if (amongWords(reader, kind, nodes, into)) return;
  const comma = nodes.findIndex((node) => tokenOf(node) === "," || tokenOf(node) === ";");
  if (comma >= 0 && differentiates(reader, kind, nodes, comma, into)) return;
  if (/^[MmTtEℓl]$/u.test(name.name) && /^[Pp]l$/.test(nodes.map(tokenOf).join(""))) {
    into.suffix += `_${nodes.map(tokenOf).join("")}`;
    return;
  }
  const word =
    kind.role === "delta" || kind.role === "structure" ? undefined : capitalOrWord(nodes);
  if (word !== undefined && !isIndex(reader, nodes)) {
    into.suffix += `_${word}`;
    return;
  }
  const particle = kind.role === "u-spinor" || kind.role === "v-spinor";
  const found = particle ? undefined : indicesBelow(reader, kind, part);
  if (found) {
    into.indices.push(...found);
    return;
  }
  if (!particle && trailingColour(reader, kind, nodes, into)) return;
  const leading = !particle && !isRow(nodes) && leadingLabels(reader, kind, nodes, into);
  if (leading) return;
  readLabels(reader, nodes, into);
}

/** A capital under ∑, or a letter that is an index in this statement, is no part of the name. */
const isIndex = (reader: Reader, nodes: readonly TexNode[]): boolean => {
  const name = nodes.length === 1 ? nameOf(nodes[0]) : undefined;
  if (!name || name.roman) return false;
  const { page } = reader;
  return (
    page.survey.indices.get(name.name)?.bound === true || letterSort(page, name.name) !== "label"
  );
};

function indicesBelow(reader: Reader, kind: Kind, part: ScriptPart): readonly Index[] | undefined {
  const text = part.nodes.map(tokenOf).join("");
  if (kind.type === "four-vector" && text === "0")
    return indicesOf(reader.page, part, { digits: "lorentz" });
  if (
    kind.role === "delta" &&
    part.nodes.some((node) => letterSort(reader.page, nameOf(node)?.name ?? "") === "label") &&
    !part.nodes.some((node) => letterSort(reader.page, nameOf(node)?.name ?? "") !== "label")
  )
    return undefined;
  const carrier = carrierOf(kind, "down");
  const several =
    kind.type === "four-vector" &&
    part.nodes.length > 1 &&
    /^[0-3]+$/.test(part.nodes.slice(1).map(tokenOf).join(""));
  const plain =
    kind.type === "tensor" || several || (kind.type === "scalar" && !/^[1-9]/.test(text));
  return indicesOf(reader.page, part, plain ? withComponents(reader, part, carrier) : carrier);
}

/** J_{α,lept}: a word beside an index belongs to the name. */
function amongWords(
  reader: Reader,
  kind: Kind,
  nodes: readonly TexNode[],
  into: Dressing,
): boolean {
  const items = splitAt(nodes, ",");
  const isWord = ([only, ...more]: readonly TexNode[]): boolean =>
    more.length === 0 && (only?.kind === "words" || nameOf(only)?.roman === true);
  const words = items.filter(isWord);
  const rest = items.filter((item) => !isWord(item)).flat();
  if (words.length === 0 || rest.length === 0) return false;
  const found = indicesOf(reader.page, { place: "sub", nodes: rest }, carrierOf(kind, "down"));
  if (!found || found.some(({ value }) => value !== undefined)) return false;
  into.suffix += `_${words.map((word) => capitalOrWord(word) ?? "").join("")}`;
  into.indices.push(...found);
  return true;
}

/** ν_1⋯ν_l: labels all of them. */
const isRow = (nodes: readonly TexNode[]): boolean =>
  nodes.some((node) => /^\\[lc]?dots$|^…$/.test(tokenOf(node)));

/** F_{μν,a}, A_{μ,a}: behind the indices of spacetime a letter that tells which field it is. */
function trailingColour(
  reader: Reader,
  kind: Kind,
  nodes: readonly TexNode[],
  into: Dressing,
): boolean {
  const [before = [], behind = [], ...more] = splitAt(nodes, ",");
  if (more.length > 0 || behind.length !== 1) return false;
  if (!/^[a-eA-E]$/.test(nameOf(behind[0])?.name ?? "")) return false;
  const read = (part: readonly TexNode[]): readonly Index[] | undefined =>
    indicesOf(reader.page, { place: "sub", nodes: part }, carrierOf(kind, "down"));
  const own = read(before);
  if (!own?.every(({ space, name }) => space === "lorentz" && isGreekIndex(name))) return false;
  into.indices.push(...own);
  const colour = read(behind);
  if (colour) into.indices.push(...colour);
  else readLabels(reader, behind, into);
  return true;
}

/** `p_{1\mu}`: a label and an index; `F_{\mu\nu,a}`: indices all of them. */
function leadingLabels(
  reader: Reader,
  kind: Kind,
  nodes: readonly TexNode[],
  into: Dressing,
): boolean {
  if (!/vector/.test(kind.type) && kind.type !== "tensor" && kind.type !== "scalar") return false;
  if (nodes.some((node) => /^[()[\]]$/.test(tokenOf(node)))) return false;
  const separated = nodes.some((node) => tokenOf(node) === ",");
  for (let cut = separated ? 0 : 1; cut < nodes.length; cut++) {
    const rest = nodes.slice(cut).filter((node) => tokenOf(node) !== ",");
    const indices = indicesOf(
      reader.page,
      { place: "sub", nodes: rest },
      carrierOf({ type: kind.type, evidence: kind.evidence }, "down"),
    );
    if (!indices || indices.some((found) => found.value !== undefined)) continue;
    if (cut === 0 && !indices.some(({ name }) => isGreekIndex(name))) continue;
    const apart = tokenOf(nodes[cut]) === ",";
    if (apart && indices.some(({ name }) => !isGreekIndex(name))) continue;
    if (cut > 0) readLabels(reader, nodes.slice(0, cut), into);
    into.indices.push(...indices);
    return true;
  }
  return false;
}

/** `A_{\mu,\nu}` and `V^\mu_{;\mu}`: the index behind the sign belongs to a derivative; C_{j,j'} has two labels. */
function differentiates(
  reader: Reader,
  kind: Kind,
  nodes: readonly TexNode[],
  comma: number,
  into: Dressing,
): boolean {
  if (nodes.some((node) => tokenOf(node) === "(")) return false;
  const component = comma === 0 && nodes.length === 2 && isDigit(nodes[1]);
  const behind = indicesOf(
    reader.page,
    { place: "sub", nodes: nodes.slice(comma + 1) },
    component ? { digits: "lorentz" } : {},
  );
  if (!behind && comma === 0) return differentiatesBy(reader, nodes.slice(1), into);
  const numbers = !component && behind?.some((found) => found.value !== undefined);
  if (!behind || numbers || behind.some((found) => found.space === "adjoint")) return false;
  const before = nodes.slice(0, comma);
  const [one, other] = [nameOf(before[0]), nameOf(nodes[comma + 1])];
  const primed = nodes.length > comma + 2;
  if (one && primed && before.length === 1 && one.name === other?.name) return false;
  const own =
    before.length === 0
      ? []
      : indicesOf(reader.page, { place: "sub", nodes: before }, carrierOf(kind, "down"));
  if (!own) return false;
  into.indices.push(...own);
  const covariant = tokenOf(nodes[comma]) === ";";
  for (const found of behind)
    into.derivatives.push({ kind: "index", index: found, ...(covariant ? { covariant } : {}) });
  return true;
}

/** `U_{,t}`: derivatives by coordinates called by name. */
function differentiatesBy(reader: Reader, nodes: readonly TexNode[], into: Dressing): boolean {
  const names = nodes.map(nameOf);
  if (names.length === 0 || names.some((name) => name === undefined)) return false;
  for (const variable of singles(reader, nodes))
    into.derivatives.push({ kind: "variable", variable, style: "partial" });
  return true;
}
