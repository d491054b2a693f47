/** Scripts behind a factor that is no name: powers, daggers, indices of a group. */
import {
  call,
  conjugate,
  dagger,
  derivative,
  involution,
  minusOne,
  opaque,
  primed,
  tensor,
} from "../../math/expr/build";
import type { By, Derivative, Expr, Index } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { vectorsIn } from "./forms";
import { named } from "./indexSpace";
import { type Carrier, indicesOf } from "./indices";
import { marks, markText } from "./marks";
import { nameOf, wordOf } from "./name";
import { coordinatesIn, partialMark } from "./partialSubscripts";
import { raise } from "./raise";
import type { Reader } from "./reader";
import { capitalOrWord } from "./scriptShape";
import { isDagger, isPrime, isStar, isTranspose, type ScriptPart, takeScripts } from "./scripts";
import { sortOf } from "./sort";
import { splitAt } from "./split";
import { isBothHeights, isGreekIndex, uses } from "./survey";
import { tokenOf } from "./token";

export function attach(reader: Reader, factor: Expr): Expr {
  const { at } = reader;
  const both = takeScripts(reader);
  const entry = both.length === 2 ? entryOf(reader, factor, both) : undefined;
  if (entry) return entry;
  reader.at = at;
  const found = takeScripts(reader).reduce((all, part) => attachOne(reader, all, part), factor);
  if (reader.at === at) return found;
  if (found.kind === "tensor" || (found.kind === "opaque" && found.what === "subscript"))
    return takenAt(reader, found);
  return isDual(reader, found) ? call(found, ...(vectorsIn(reader, "any") ?? [])) : found;
}

/** (v^ν)^*(w) among tensor products: the dual of a vector takes one. */
const isDual = (reader: Reader, found: Expr): boolean =>
  found.kind === "involution" &&
  found.sort === "conjugate" &&
  reader.page.survey.seen.has("\\otimes") &&
  tokenOf(reader.nodes[reader.at]) === "(" &&
  /^[u-w]$/.test(nameOf(reader.nodes[reader.at + 1])?.name ?? "") &&
  tokenOf(reader.nodes[reader.at + 2]) === ")";

/** (A_j)_λ(x), (H_{int})_I(t): what a group with a letter below is at a place or a time. */
function takenAt(reader: Reader, components: Expr): Expr {
  const [open, place, close] = reader.nodes.slice(reader.at, reader.at + 3);
  const name = nameOf(place);
  const fits = tokenOf(open) === "(" && tokenOf(close) === ")" && /^[txyz]$/.test(name?.base ?? "");
  if (!fits || !place) return components;
  reader.at += 3;
  return call(components, readInside(reader, [place]));
}

function attachOne(reader: Reader, factor: Expr, part: ScriptPart): Expr {
  const sign = tokenOf(part.nodes[0]);
  if (part.nodes.length > 1 && (sign === "," || sign === ";"))
    return byComma(reader, factor, part.place, part.nodes.slice(1), sign === ";");
  if (part.place === "sub" && reader.page.survey.seen.has(partialMark) && isPartial(part.nodes))
    return byComma(reader, factor, part.place, part.nodes, false);
  const indices = indicesOn(reader, factor, part);
  if (indices)
    return factor.kind === "tensor"
      ? tensor(factor.head, ...factor.indices, ...indices)
      : tensor(factor, ...indices);
  if (part.place === "sup") return above(reader, factor, part.nodes);
  const text = part.nodes.map(tokenOf).join("");
  const upright = part.nodes.every((node) => node.kind === "words" || nameOf(node)?.roman);
  const ofState = factor.kind === "ket" || factor.kind === "bra";
  const word = upright ? wordOf(part.nodes) : ofState ? wordBelow(part.nodes) : undefined;
  if (word && word.length > 1) return opaque(`subscript ${word}`, factor);
  if (factor.kind === "derivative" && factor.by.kind === "variable" && factor.operand)
    return heldFixed(reader, factor, factor.by, part);
  return marks.test(text)
    ? opaque(`subscript ${markText(text)}`, factor)
    : opaque("subscript", factor, readInside({ ...reader, script: true }, part.nodes));
}

/** The in of |k⟩_{in}, the int of |Ω⟩_{int}. */
const wordBelow = (nodes: readonly TexNode[]): string | undefined =>
  /^(?:in|out)$/.test(nodes.map(tokenOf).join("")) ? wordOf(nodes) : capitalOrWord(nodes);

/** The x of (u²)_{xx} beside u_{xx}. */
const isPartial = (nodes: readonly TexNode[]): boolean => coordinatesIn(nodes).length > 0;

/** (nU^α)_{,α}, (nγ)_{,t}: derivatives of a group. */
function byComma(
  reader: Reader,
  factor: Expr,
  place: ScriptPart["place"],
  nodes: readonly TexNode[],
  covariant: boolean,
): Expr {
  return nodes
    .filter((node) => tokenOf(node) !== ",")
    .reduce((found, node): Expr => {
      const [index] = indicesOf(reader.page, { place, nodes: [node] }, {}) ?? [];
      return derivative(
        index
          ? { kind: "index", index, ...(covariant ? { covariant } : {}) }
          : { kind: "variable", variable: readInside(reader, [node]), style: "partial" },
        found,
      );
    }, factor);
}

/** (∂F/∂T)_V: what stays fixed. */
function heldFixed(
  reader: Reader,
  factor: Derivative,
  by: Extract<By, { readonly kind: "variable" }>,
  part: ScriptPart,
): Expr {
  const held = splitAt(part.nodes, ",").map((nodes) => readInside(reader, nodes));
  return derivative({ ...by, held }, factor.operand, factor.order);
}

/** Indices on a group: letters that are indices in this statement, or the entries of a matrix, (AB)_{ij}. */
function indicesOn(reader: Reader, factor: Expr, part: ScriptPart): readonly Index[] | undefined {
  const plain = indicesOf(
    reader.page,
    part,
    part.place === "sub" && sortOf(factor) === "three-vector" ? { axes: true } : {},
  );
  const several = part.nodes.length > 1 || part.nodes.every(isDotted);
  if (plain) return part.place === "sub" || several || carries(factor, plain) ? plain : undefined;
  const entry =
    part.place === "sub" ||
    (factor.kind === "labelled" && several) ||
    part.nodes.some(isDotted) ||
    isInverseEntry(factor, part) ||
    isOtherEntry(factor, part);
  return entry && part.nodes.every(isEntryLetter)
    ? indicesOf(reader.page, part, entries)
    : undefined;
}

/** (AB)^a_b: both letters are those of an entry. */
function entryOf(reader: Reader, factor: Expr, parts: readonly ScriptPart[]): Expr | undefined {
  const [first, second] = parts;
  const letters = parts.map(({ nodes }) => (nodes.length === 1 ? nameOf(nodes[0])?.name : ""));
  const rows = letters.every((letter) => /^[a-dijklα-ω]$/u.test(letter ?? ""));
  const values = letters.some((letter) => letter && named(reader.page.survey, letter));
  if (!first || !second || first.place === second.place || !rows || values) return undefined;
  if (factor.kind === "derivative") return undefined;
  const indices = parts.flatMap((part) => indicesOf(reader.page, part, entries) ?? []);
  if (indices.length !== 2) return undefined;
  return factor.kind === "tensor"
    ? tensor(factor.head, ...factor.indices, ...indices)
    : tensor(factor, ...indices);
}

/** (AB)_α^β: the second letter of an entry. */
const isOtherEntry = (factor: Expr, { nodes }: ScriptPart): boolean =>
  factor.kind === "tensor" &&
  factor.indices.at(-1)?.space === "generic" &&
  nodes.length === 1 &&
  /^[a-dijklα-ω]$/u.test(nameOf(nodes[0])?.name ?? "");

const entries: Carrier = { letters: "generic", digits: "generic" };

/** (M⁻¹)^{ab}: two letters side by side above an inverse are those of an entry. */
const isInverseEntry = (factor: Expr, { nodes }: ScriptPart): boolean =>
  factor.kind === "power" &&
  factor.exponent === minusOne &&
  nodes.length === 2 &&
  nodes.every((node) => /^[a-dij]$/.test(nameOf(node)?.name ?? ""));

const isEntryLetter = (node: TexNode): boolean =>
  isDotted(node) ||
  tokenOf(node) === "," ||
  /^(?:[a-n0-9]|[α-υ])$/u.test(nameOf(node)?.name ?? tokenOf(node));

/** Whether one letter above is an index of this and no exponent. */
const carries = (factor: Expr, indices: readonly Index[]): boolean =>
  ["three-vector", "four-vector", "matrix", "spinor"].includes(sortOf(factor)) ||
  factor.kind === "tensor" ||
  factor.kind === "call" ||
  indices.every((one) => one.space === "lorentz" && one.value === undefined);

/** The a_1 of T_{a_1⋯a_l}(φ_*v_1)^{a_1}⋯: one of a row of indices. */
const isOfRow = ({ page }: Reader, [first, behind, ...more]: readonly TexNode[]): boolean =>
  more.length === 0 &&
  behind?.kind === "script" &&
  behind.place === "sub" &&
  /^[a-cijμν]$/u.test(nameOf(first)?.name ?? "") &&
  page.survey.seen.has("...");

const spelled = (node: TexNode): string =>
  node.kind === "script"
    ? `_${node.children.map(spelled).join("")}`
    : (nameOf(node)?.name ?? tokenOf(node));

/** (x^1)˙ and its like: a 1 above is no power, nor are the digits beside it. */
function isComponent(reader: Reader, factor: Expr, nodes: readonly TexNode[]): boolean {
  const text = nodes.map(tokenOf).join("");
  if (!/^[0-9]$/.test(text)) return false;
  const operand = factor.kind === "derivative" ? factor.operand : undefined;
  if (operand?.kind !== "symbol") return false;
  return text === "1" || uses(reader.page.survey, operand.name, "numbered") > 0;
}

/** (φ^c)^α beside φ^β, ẋ^m beside p_m: a letter that stands on other names, and is none itself. */
function isLabel({ page }: Reader, factor: Expr, nodes: readonly TexNode[]): boolean {
  const letter = nodes.length === 1 ? nameOf(nodes[0])?.name : undefined;
  const use = page.survey.indices.get(letter ?? "");
  if (!letter || !use || named(page.survey, letter)) return false;
  return isGreekIndex(letter)
    ? use.carriers.size > 0 && !use.bound
    : factor.kind === "derivative" &&
        ((/^[i-n]$/.test(letter) && isBothHeights(use)) || (use.bound && /^[A-D]$/.test(letter)));
}

/** ⟨AB⟩^c is the connected part of an average. */
const isAverage = (node: Expr): boolean =>
  node.kind === "expectation" || (node.kind === "opaque" && node.what === "subscript");

const isDotted = (node: TexNode): boolean => node.kind === "command" && node.name === "dot";

function above(reader: Reader, factor: Expr, written: readonly TexNode[]): Expr {
  let nodes = written;
  let found = factor;
  let primes = 0;
  while (nodes.length > 0 && isPrime(nodes[0])) {
    primes++;
    nodes = nodes.slice(1);
  }
  if (primes > 0) found = primed(found, primes);
  const after: ((operand: Expr) => Expr)[] = [];
  for (let last = nodes[nodes.length - 1]; last; last = nodes[nodes.length - 1]) {
    if (isStar(last)) after.unshift(conjugate);
    else if (isDagger(last)) after.unshift(dagger);
    else break;
    nodes = nodes.slice(0, -1);
  }
  if (nodes.length > 0) {
    if (isTranspose(nodes) && found.kind !== "num") found = involution("transpose", found);
    else if (
      marks.test(nodes.map(tokenOf).join("")) ||
      (isAverage(found) && /^[ck]$/.test(tokenOf(nodes[0])))
    )
      found = opaque(`superscript ${markText(nodes.map(tokenOf).join(""))}`, found);
    else if (isOfRow(reader, nodes))
      found = opaque(`superscript ${nodes.map(spelled).join("")}`, found);
    else if (isComponent(reader, found, nodes))
      found = opaque(`component ${tokenOf(nodes[0])}`, found);
    else if (isLabel(reader, found, nodes))
      found = opaque(`superscript ${nameOf(nodes[0])?.name ?? ""}`, found);
    else found = raise(found, readInside(reader, nodes));
  }
  return after.reduce((operand, put) => put(operand), found);
}
