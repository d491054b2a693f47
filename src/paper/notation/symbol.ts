/** Names with their scripts: indices, labels, powers, primes, daggers, and the arguments of a function. */
import {
  call,
  conjugate,
  dagger,
  derivative,
  hole,
  index,
  involution,
  labelled,
  negate,
  num,
  opaque,
  primed,
  symbol,
  tensor,
} from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { By, Expr, Index, Involution, Role, Sym } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readArguments } from "./arguments";
import type { Kind } from "./context";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { letterSort, named } from "./indexSpace";
import { type Carrier, indicesOf } from "./indices";
import { count, kindOf } from "./kindOf";
import { marks, markText } from "./marks";
import { type Name, nameOf } from "./name";
import { natureConstant } from "./natureConstants";
import { notionOf } from "./notions";
import { raise } from "./raise";
import { next, over, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { capitalOrWord, shapeOf } from "./scriptShape";
import { isDagger, isPrime, isStar, isTranspose, type ScriptPart, takeScripts } from "./scripts";
import { splitAt } from "./split";
import { isDigit, tokenOf } from "./token";

export const symbolRule: NotationRule = {
  name: "symbols",
  examples: [
    ["p_1", "p_1"],
    ["x^2", "x²"],
    [String.raw`E_n^{(0)}`, "E^(0)_n"],
    [String.raw`m_{\rm e}`, "m_e"],
  ],
  read(reader) {
    const name = nameOf(peek(reader));
    if (!name) return undefined;
    next(reader);
    const varied = varies(reader, name);
    if (varied) next(reader);
    return readSymbol(reader, varied ?? name, takeScripts(reader));
  },
};

/** Δx and δφ are one name where the sign never stands by itself and no Laplacian is about. */
function varies(reader: Reader, name: Name): Name | undefined {
  if (!/^[δΔ]$/u.test(name.name) || name.bold || reader.page.survey.seen.has("\\nabla"))
    return undefined;
  if (count(reader.page, name, "alone") > 0 || count(reader.page, name, "prefix") === 0)
    return undefined;
  const what = nameOf(peek(reader));
  return what && { ...what, variation: name.name };
}

/** What the scripts of a name turn out to be. */
interface Dressing {
  primes: number;
  suffix: string;
  readonly labels: Expr[];
  readonly indices: Index[];
  readonly involutions: Involution["sort"][];
  readonly derivatives: By[];
  power: Expr | undefined;
  order: number | undefined;
}

/** A name whose scripts are taken, with the arguments that may follow. */
export function readSymbol(reader: Reader, name: Name, parts: readonly ScriptPart[]): Expr {
  const shape = shapeOf(reader.page, parts);
  const plain = unbarred(reader, name);
  const kind =
    natureConstant(plain, parts) ??
    notionOf(reader.page, plain, shape) ??
    kindOf(reader.page, plain);
  const dressing: Dressing = {
    primes: 0,
    suffix: "",
    labels: [],
    indices: [],
    involutions: [],
    derivatives: [],
    power: undefined,
    order: undefined,
  };
  if (plain !== name) dressing.involutions.push("bar");
  for (const part of parts) dress(reader, plain, kind, part, dressing);
  return assemble(reader, plain, kind, dressing);
}

/** A bar over a spinor is Dirac's; over any other name it belongs to the name. */
function unbarred(reader: Reader, name: Name): Name {
  if (name.accent !== "bar" || name.bold) return name;
  const { accent: _, ...rest } = name;
  const base: Name = { ...rest, name: name.base };
  return kindOf(reader.page, base).type === "spinor" ? base : name;
}

function dress(reader: Reader, name: Name, kind: Kind, part: ScriptPart, into: Dressing): void {
  const nodes = stripDecorations(part, into);
  if (nodes.length === 0) return;
  if (
    nodes.length < part.nodes.length &&
    part.place === "sup" &&
    isLadder(kind) &&
    !isDagger(part.nodes[0] as TexNode) &&
    nodes.every(isDigit)
  ) {
    into.labels.push(num(Number(nodes.map(tokenOf).join(""))));
    return;
  }
  if (
    isFlavour(name, part.place, nodes) ||
    (kind.role === "physical-constant" && part.place === "sub")
  ) {
    const text = nodes.map((node) => nameOf(node)?.name ?? markText(tokenOf(node))).join("");
    into.suffix += `_${text}`;
    return;
  }
  const rest: ScriptPart = { place: part.place, nodes };
  if (part.place === "sup") dressAbove(reader, name, kind, rest, into);
  else dressBelow(reader, kind, rest, into);
}

/** m_μ, ν_τ, E_ν: masses, energies and neutrinos are told apart by a particle, never by an index. */
const isFlavour = (name: Name, place: "sub" | "sup", nodes: readonly TexNode[]): boolean =>
  place === "sub" &&
  nodes.length === 1 &&
  /^[mMEν]$/u.test(name.name) &&
  /^[α-ω]$/u.test(nameOf(nodes[0])?.name ?? "");

/** a^{3†}: the digit tells which a it is. */
const isLadder = (kind: Kind): boolean =>
  kind.role === "lowering" || kind.role === "fermion-lowering";

/** Primes in front, stars and daggers behind what a script holds. */
function stripDecorations(part: ScriptPart, into: Dressing): readonly TexNode[] {
  let { nodes } = part;
  if (part.place === "sub") return nodes;
  const [first] = nodes;
  if (first?.kind === "script" && first.place === "sup" && first.children.every(isPrime)) {
    into.primes += first.children.length;
    nodes = nodes.slice(1);
  }
  while (nodes.length > 0 && isPrime(nodes[0])) {
    into.primes++;
    nodes = nodes.slice(1);
  }
  const behind = nodes[nodes.length - 1];
  if (
    behind &&
    nodes.length > 1 &&
    isTranspose([behind]) &&
    nodes.slice(0, -1).every(isIndexLike)
  ) {
    into.involutions.push("transpose");
    nodes = nodes.slice(0, -1);
  }
  const [lead] = nodes;
  if (lead && nodes.length > 1 && isDagger(lead) && nodes.slice(1).every(isDigit)) {
    into.involutions.push("dagger");
    nodes = nodes.slice(1);
  }
  for (let last = nodes[nodes.length - 1]; last; last = nodes[nodes.length - 1]) {
    if (isPrime(last) && nodes.length > 1 && isStar(nodes[nodes.length - 2] as TexNode))
      into.primes++;
    else if (isStar(last)) into.involutions.unshift("conjugate");
    else if (isDagger(last)) into.involutions.unshift("dagger");
    else break;
    nodes = nodes.slice(0, -1);
  }
  return nodes;
}

function dressAbove(
  reader: Reader,
  name: Name,
  kind: Kind,
  part: ScriptPart,
  into: Dressing,
): void {
  const { nodes } = part;
  const text = nodes.map(tokenOf).join("");
  const items = splitAt(nodes, ",");
  const digits = componentDigits(kind, part);
  if (digits) into.indices.push(...digits);
  else if (items.length > 1 && items.every((item) => item.length > 0)) {
    for (const item of items) dressAbove(reader, name, kind, { place: "sup", nodes: item }, into);
  } else if (isTranspose(nodes)) into.involutions.push("transpose");
  else if (marks.test(text)) into.suffix += `^${markText(text)}`;
  else if (nodes.length > 2 && text.startsWith("(") && text.endsWith(")"))
    raisedLabel(reader, kind, nodes.slice(1, -1), into);
  else if (capitalWord(nodes)) into.suffix += `^${capitalOrWord(nodes)}`;
  else {
    const signed =
      /^[+-]$/.test(tokenOf(nodes[0])) && nodes.length > 1
        ? indicesOf(reader.page, { place: "sup", nodes: nodes.slice(1) }, {})
        : undefined;
    const found = signed ?? indicesAbove(reader, name, kind, part, into.indices.length);
    if (signed) into.suffix += `^${tokenOf(nodes[0])}`;
    if (found) into.indices.push(...found);
    else if (/^[xyz]$/.test(text) && /^[A-Z]$/.test(name.name))
      into.indices.push(index(text, "up", "spatial", "xyz".indexOf(text) + 1));
    else if (text === "c" && (kind.type === "spinor" || /^[ψφνχN]$/u.test(name.name)))
      into.suffix += "^c";
    else if (kind.role === "delta" || areLabels(reader, nodes)) labelsBelow(reader, nodes, into);
    else if (isRaisedLabel(reader, name, kind, nodes)) labelsBelow(reader, nodes, into);
    else if (isNumberedAbove(reader, name, kind, text)) into.labels.push(num(Number(text)));
    else if (isCapitalLabel(reader, kind, nodes, into)) into.suffix += `^${text}`;
    else if (takesUpperLabels(kind, reader, nodes)) into.labels.push(readInside(reader, nodes));
    else if (into.power) into.power = raise(into.power, readInside(reader, nodes));
    else into.power = readInside(reader, nodes);
  }
}

/** φ^a beside φ^b, or a letter that is no quantity anywhere: a label above, no exponent. */
function isRaisedLabel(reader: Reader, name: Name, kind: Kind, nodes: readonly TexNode[]): boolean {
  const letter = nodes.length === 1 ? nameOf(nodes[0])?.name : undefined;
  const { survey } = reader.page;
  if (!letter || named(survey, letter) || /^[nmNLTD]$/.test(letter)) return false;
  const raised = survey.raised.get(name.name)?.size ?? 0;
  if (raised > 1) return true;
  if (/^[rs]$/.test(letter)) return /^[ψχξηφuvabcd]$/u.test(name.base) || kind.type === "spinor";
  const use = survey.indices.get(letter);
  return /^[a-dij]$/.test(letter) && use !== undefined && !use.bound && use.up + use.down > 1;
}

/** Letters side by side above a name, none of them a quantity of its own. */
const areLabels = (reader: Reader, nodes: readonly TexNode[]): boolean =>
  nodes.filter((node) => nameOf(node)).length > 1 &&
  nodes.every((node) => isIndexLike(node) && !named(reader.page.survey, nameOf(node)?.name ?? ""));

const isIndexLike = (node: TexNode): boolean => {
  const name = nameOf(node);
  return node.kind === "script"
    ? node.children.every(isPrime)
    : name !== undefined && !name.bold && !name.roman && !/^[nmNie]$/.test(name.name);
};

/** φ^1 and φ^2 beside each other are components, not powers. */
const isNumberedAbove = (reader: Reader, name: Name, kind: Kind, text: string): boolean =>
  /^[0-9]$/.test(text) && count(reader.page, name, "numbered") > 0 && !/vector/.test(kind.type);

/** F^W_{μν}: a capital above something with indices names it. */
const isCapitalLabel = (
  reader: Reader,
  kind: Kind,
  nodes: readonly TexNode[],
  into: Dressing,
): boolean =>
  nodes.length === 1 &&
  /^[A-Z]$/.test(tokenOf(nodes[0])) &&
  (kind.type === "tensor" ||
    kind.type === "four-vector" ||
    into.indices.length > 0 ||
    (into.labels.length > 0 && !named(reader.page.survey, tokenOf(nodes[0]))));

/** Words above a letter; a lone capital there is a power or an index. */
const capitalWord = (nodes: readonly TexNode[]): boolean => {
  const word = capitalOrWord(nodes);
  return (
    word !== undefined &&
    (nodes.length > 1 || nodes[0]?.kind === "words" || nameOf(nodes[0])?.roman === true)
  );
};

/** E^{(0)} is a name of its own; f^{(3)}(x) a third derivative. */
function raisedLabel(reader: Reader, kind: Kind, inside: readonly TexNode[], into: Dressing): void {
  const text = inside.map(tokenOf).join("");
  if (kind.type === "function" && /^[1-9]$/.test(text)) into.order = Number(text);
  else if (inside.every((node) => isDigit(node) || nameOf(node)))
    into.suffix += `^(${inside.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("")})`;
  else into.labels.push(readInside(reader, inside));
}

/** Spin and polarisation labels stand above spinors and ladder operators. */
function takesUpperLabels(kind: Kind, reader: Reader, nodes: readonly TexNode[]): boolean {
  const name = nodes.length === 1 ? nameOf(nodes[0]) : undefined;
  if (!name || letterSort(reader.page, name.name) !== "label") return false;
  return (
    kind.type === "spinor" ||
    kind.role === "lowering" ||
    kind.role === "fermion-lowering" ||
    kind.role === "polarisation"
  );
}

function indicesAbove(
  reader: Reader,
  name: Name,
  kind: Kind,
  part: ScriptPart,
  taken: number,
): readonly Index[] | undefined {
  const carrier = withComponents(reader, part, carrierOf(kind, "up"));
  const text = part.nodes.map(tokenOf).join("");
  if (taken > 0 && /^[0-9]+$/.test(text)) return undefined;
  if (kind.role === "angular-momentum" && text === "2") return undefined;
  const components = count(reader.page, name, "numbered") > 0;
  if (kind.type === "four-vector" && /^[2-9]$/.test(text) && text !== "3" && !components)
    return undefined;
  if (kind.type === "three-vector" && /^[0-9]/.test(text)) return undefined;
  if (kind.type === "scalar" && /^[0-9]+$/.test(text)) return undefined;
  return indicesOf(reader.page, part, carrier);
}

/** F_{01}, g^{11}, ω_{03}: digits side by side are components where the first is 0 or the thing is a tensor. */
function componentDigits(kind: Kind, part: ScriptPart): readonly Index[] | undefined {
  const text = part.nodes.map(tokenOf).join("");
  if (!/^[0-3]{2,4}$/.test(text) || (text[0] !== "0" && kind.type !== "tensor")) return undefined;
  const place = part.place === "sup" ? "up" : "down";
  return [...text].map((digit) => index(digit, place, "lorentz", Number(digit)));
}

/** In F^{i0} the letter shows that the digit is a component. */
function withComponents(reader: Reader, part: ScriptPart, carrier: Carrier): Carrier {
  const mixed = part.nodes.length > 1 && part.nodes.some((node) => isIndexLetter(reader, node));
  return mixed && !carrier.digits ? { ...carrier, digits: "lorentz" } : carrier;
}

const isIndexLetter = (reader: Reader, node: TexNode): boolean => {
  const name = nameOf(node);
  return name !== undefined && letterSort(reader.page, name.name) !== "label";
};

const spacetime: Carrier = { digits: "lorentz", letters: "lorentz" };
const curved: Carrier = { ...spacetime, coordinates: true };
const spatial: Carrier = { digits: "spatial", letters: "spatial", axes: true };
const adjoint: Carrier = { digits: "adjoint", letters: "adjoint" };

const carriers: Partial<Readonly<Record<Role, Carrier>>> = {
  gamma: spacetime,
  "sigma-tensor": spacetime,
  metric: curved,
  connection: curved,
  riemann: curved,
  ricci: curved,
  einstein: curved,
  pauli: spatial,
  "angular-momentum": spatial,
  epsilon: spatial,
  generator: adjoint,
  structure: adjoint,
  "symmetric-structure": adjoint,
  "position-operator": { axes: true },
  "momentum-operator": { axes: true },
};

/** What digits and letters in the scripts of such a thing mean. */
function carrierOf(kind: Kind, place: "up" | "down"): Carrier {
  const byRole = kind.role && carriers[kind.role];
  if (byRole) return byRole;
  if (kind.type === "four-vector")
    return place === "up" ? { digits: "lorentz", axes: true } : { axes: true };
  if (kind.type === "three-vector") return { axes: true };
  if (kind.type === "tensor") return { digits: "lorentz", axes: true, coordinates: true };
  return {};
}

function dressBelow(reader: Reader, kind: Kind, part: ScriptPart, into: Dressing): void {
  const { nodes } = part;
  const digits = componentDigits(kind, part);
  if (digits) {
    into.indices.push(...digits);
    return;
  }
  const comma = nodes.findIndex((node) => tokenOf(node) === "," || tokenOf(node) === ";");
  if (comma >= 0 && differentiates(reader, kind, nodes, comma, into)) return;
  const word =
    kind.role === "delta" || kind.role === "structure" ? undefined : capitalOrWord(nodes);
  if (word !== undefined && !capitalIndex(reader, nodes)) {
    into.suffix += `_${word}`;
    return;
  }
  const found = indicesBelow(reader, kind, part);
  if (found) {
    into.indices.push(...found);
    return;
  }
  const leading = leadingLabels(reader, kind, nodes, into);
  if (leading) return;
  labelsBelow(reader, nodes, into);
}

/** A capital under ∑ or declared as an index is no part of the name. */
const capitalIndex = (reader: Reader, nodes: readonly TexNode[]): boolean => {
  const name = nodes.length === 1 ? nameOf(nodes[0]) : undefined;
  return name !== undefined && (reader.page.survey.indices.get(name.name)?.bound ?? false);
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
  const plain = kind.type === "tensor" || (kind.type === "scalar" && !/^[0-9]/.test(text));
  return indicesOf(reader.page, part, plain ? withComponents(reader, part, carrier) : carrier);
}

/** `p_{1\mu}`: a label and an index. */
function leadingLabels(
  reader: Reader,
  kind: Kind,
  nodes: readonly TexNode[],
  into: Dressing,
): boolean {
  if (!/vector/.test(kind.type) && kind.type !== "tensor" && kind.type !== "scalar") return false;
  if (nodes.some((node) => /^[()[\]]$/.test(tokenOf(node)))) return false;
  for (let cut = 1; cut < nodes.length; cut++) {
    const rest = nodes.slice(cut).filter((node) => tokenOf(node) !== ",");
    const indices = indicesOf(
      reader.page,
      { place: "sub", nodes: rest },
      carrierOf({ type: kind.type, evidence: kind.evidence }, "down"),
    );
    if (!indices || indices.some((found) => found.value !== undefined)) continue;
    labelsBelow(reader, nodes.slice(0, cut), into);
    into.indices.push(...indices);
    return true;
  }
  return false;
}

/** `A_{\mu,\nu}` and `V^\mu_{;\mu}`: the index behind the sign belongs to a derivative. */
function differentiates(
  reader: Reader,
  kind: Kind,
  nodes: readonly TexNode[],
  comma: number,
  into: Dressing,
): boolean {
  const behind = indicesOf(reader.page, { place: "sub", nodes: nodes.slice(comma + 1) }, {});
  if (!behind && comma === 0) return differentiatesBy(reader, nodes.slice(1), into);
  if (!behind || behind.some((found) => found.value !== undefined || found.space === "adjoint"))
    return false;
  const before = nodes.slice(0, comma);
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

/** Labels: separated by commas, or single letters and digits side by side. */
function labelsBelow(outer: Reader, nodes: readonly TexNode[], into: Dressing): void {
  const reader: Reader = { ...outer, script: true };
  const items = splitAt(nodes, ",");
  if (items.length > 1) {
    for (const item of items) if (item.length > 0) labelsBelow(reader, item, into);
    return;
  }
  const text = nodes.map(tokenOf).join("");
  if (/^[[(].+[\])]$/.test(text) && nodes.length > 3)
    into.labels.push(opaque(`${text[0]} ${text.at(-1)}`, readInside(reader, nodes.slice(1, -1))));
  else if (/^[+-]$/.test(text) || text === "\\pm" || text === "\\mp")
    into.labels.push(signLabel(text));
  else if (marks.test(text) || text === "*" || text === "\\infty" || text === "\\ast")
    into.suffix += `_${markText(text)}`;
  else if (/^[0-9]+$/.test(text) || !nodes.every(isSingle))
    into.labels.push(readInside(reader, nodes));
  else for (const label of singles(reader, nodes)) into.labels.push(label);
}

/** J_± takes its sign as a label, so that ± resolves together with all others. */
function signLabel(text: string): Expr {
  const plus = symbol("+", "label");
  if (text === "+") return plus;
  if (text === "-") return negate(plus);
  return intern({ kind: "plus-minus", upper: text === "\\pm" ? "+" : "-", operand: plus });
}

const isSingle = (node: TexNode): boolean =>
  isDigit(node) || node.kind === "script" || nameOf(node) !== undefined;

/** Letters side by side in a script are labels one by one, with their own primes. */
function singles(reader: Reader, nodes: readonly TexNode[]): Expr[] {
  const found: Expr[] = [];
  const inner = over(reader, nodes);
  while (inner.at < nodes.length) {
    const label = readFactor(inner);
    if (!label) break;
    found.push(label);
  }
  return found.length > 0 ? found : [hole("")];
}

function assemble(reader: Reader, name: Name, kind: Kind, dressing: Dressing): Expr {
  const derived = dressing.primes > 0 && differentiated(reader, name, kind);
  const text =
    (name.variation ?? "") +
    name.name +
    (derived ? "" : "′".repeat(dressing.primes)) +
    dressing.suffix;
  const head = symbolOf(text, kind, dressing.indices);
  let found: Expr = dressing.labels.length > 0 ? labelled(head, ...dressing.labels) : head;
  found = tensor(found, ...dressing.indices);
  if (derived) found = primed(found, dressing.primes);
  if (dressing.order) found = primed(found, dressing.order);
  const args = readArguments(reader, name, kind, found);
  if (args) found = call(found, ...args);
  for (const by of dressing.derivatives) found = derivative(by, found);
  for (const sort of dressing.involutions)
    found =
      sort === "conjugate"
        ? conjugate(found)
        : sort === "dagger"
          ? dagger(found)
          : involution(sort, found);
  if (dressing.power) found = raise(found, dressing.power);
  return args ? reader.page.attach(reader, found) : found;
}

/** Primes on functions are derivatives; on coordinates, momenta and labels they make another name. */
function differentiated(reader: Reader, name: Name, kind: Kind): boolean {
  return (
    kind.type === "function" ||
    kind.evidence === "primed" ||
    (/^[fghVUWFyYu]$/.test(name.name) && !/vector/.test(kind.type) && callsFollow(reader))
  );
}

const callsFollow = (reader: Reader): boolean => tokenOf(peek(reader)) === "(";

/** Letters with indices that nothing else types are vectors by one index and tensors by more. */
function symbolOf(text: string, kind: Kind, indices: readonly Index[]): Sym {
  const { type, evidence: _, ...details } = kind;
  if (indices.length > 0 && (type === "scalar" || type === "function")) {
    const [only] = indices;
    const { domain: __, ...rest } = details;
    if (indices.length === 1 && only?.space === "lorentz") return symbol(text, "four-vector", rest);
    if (indices.length === 1 && only?.space === "spatial")
      return symbol(text, "three-vector", rest);
    return symbol(text, "tensor", rest);
  }
  if (type === "four-vector" && indices.length > 1) return symbol(text, "tensor", details);
  return symbol(text, type, details);
}
