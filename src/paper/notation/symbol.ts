/** Names with their scripts: indices, labels, powers, primes, daggers, and the arguments of a function. */

import {
  call,
  derivative,
  involution,
  labelledAt,
  minusOne,
  num,
  opaque,
  power,
  primed,
  product,
  symbol,
  tensor,
} from "../../math/expr/build";
import type { Expr, Index, Sym } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { dressAbove } from "./above";
import { actedOn } from "./actedOn";
import { readCall } from "./arguments";
import { dressBelow } from "./below";
import { calledAgain } from "./calledAgain";
import { componentOfBold } from "./componentOfBold";
import type { Kind } from "./context";
import { countsDaggers, withoutDecorations } from "./decorations";
import { type Dressing, undressed } from "./dressing";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { indicesOf } from "./indices";
import { inOrder } from "./inOrder";
import { count, kindOf } from "./kindOf";
import { markText } from "./marks";
import { type Name, nameOf } from "./name";
import { natureConstant } from "./natureConstants";
import { notionOf } from "./notions";
import { onBase } from "./onBase";
import { withOperand } from "./operand";
import { raise } from "./raise";
import { next, over, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { type ScriptShape, shapeOf } from "./scriptShape";
import { isDagger, isStar, type ScriptPart, takeScripts } from "./scripts";
import { sortOf } from "./sort";
import { closing, isDifferential, uses } from "./survey";
import { differenceMark } from "./surveyNeighbours";
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
    const spinning = /^[uv]$/.test(name.base) ? spinBehind(reader) : undefined;
    if (spinning) return spinning;
    next(reader);
    if (isLaplacian(reader, name)) return withOperand(reader, { kind: "laplacian" });
    const varied = varies(reader, name);
    if (varied) next(reader);
    else if (variesDotted(reader, name)) {
      const operand = readFactor(reader);
      return operand && onBase(operand, (base) => opaque(name.name, base));
    }
    return readSymbol(reader, varied ?? name, takeScripts(reader));
  },
};

/** u(p)_s is u_s(p). */
function spinBehind(reader: Reader): Expr | undefined {
  const { nodes, at } = reader;
  const close = tokenOf(nodes[at + 1]) === "(" ? closing(nodes, at + 1) : undefined;
  const script = nodes[(close ?? at) + 1];
  if (close === undefined || script?.kind !== "script" || script.place !== "sub") return undefined;
  const turned = [nodes[at] as TexNode, script, ...nodes.slice(at + 1, close + 1)];
  const found = symbolRule.read?.(over(reader, turned));
  if (found) reader.at = close + 2;
  return found;
}

/** Δφ beside gradients. */
const isLaplacian = ({ page, nodes, at }: Reader, name: Name): boolean => {
  const field = nameOf(nodes[at]);
  if (name.name !== "Δ" || !field) return false;
  const likely = /^[fguwφϕψχΦΨΧ]$/u.test(field.base);
  if (/^[txyzrs]$/.test(field.name)) return false;
  if (page.survey.seen.has(differenceMark)) return false;
  if (page.survey.seen.has("\\nabla"))
    return likely || uses(page.survey, field.name, "differentiated") > 0;
  return likely && nodes.some((_, i) => isMultiplied(nodes, i, field));
};

/** The M²u of −Δu+M²u: the field itself, with a factor before it. */
const isMultiplied = (nodes: readonly TexNode[], at: number, field: Name): boolean => {
  const before = tokenOf(nodes[at - 1]);
  return (
    nameOf(nodes[at])?.name === field.name &&
    nodes[at + 1]?.kind !== "script" &&
    tokenOf(nodes[at + 1]) !== "(" &&
    (nodes[at - 1]?.kind === "script" || /^(?:\)|\p{L}|\\(?:lambda|omega|mu))$/u.test(before)) &&
    !/^[∂d]$/u.test(before)
  );
};

/** Δx and δφ are one name where the sign never stands by itself; among gradients a Δ before a field is the Laplacian. */
function varies(reader: Reader, name: Name): Name | undefined {
  if (!/^[δΔ]$/u.test(name.name) || name.bold) return undefined;
  if (count(reader.page, name, "alone") > 0 || count(reader.page, name, "prefix") === 0)
    return undefined;
  const what = nameOf(peek(reader));
  const laplacian = name.name === "Δ" && reader.page.survey.seen.has("\\nabla");
  const small = /^[XY]$/.test(what?.name ?? "") && usedAsSmall(reader);
  if (!what || small || (laplacian && !/^[txyzrsτλ]$/u.test(what.name))) return undefined;
  return { ...what, variation: name.name };
}

/** (1+εX)(1+δY): δ is a small number as ε is. */
const usedAsSmall = ({ page: { survey } }: Reader): boolean =>
  ["ε", "ϵ"].some((letter) => uses(survey, letter, "bare") > 0);

/** δẋ and δ√g have no name of their own. */
const variesDotted = (reader: Reader, name: Name): boolean =>
  /^[δΔ]$/u.test(name.name) &&
  /^\\(?:d+ot|sqrt)$/.test(tokenOf(peek(reader))) &&
  count(reader.page, name, "alone") === 0;

/** A name whose scripts are taken, with the arguments that may follow. */
export function readSymbol(reader: Reader, name: Name, written: readonly ScriptPart[]): Expr {
  const parts = inOrder(reader.page, name, written);
  const element = elementOf(reader, name, parts);
  if (element) return element;
  const shape = shapeOf(reader.page, written);
  const plain = unbarred(reader, name);
  const notion =
    natureConstant(plain, parts) ??
    (isDeclaredNumber(reader, plain) && shape.lorentz === 0
      ? undefined
      : notionOf(reader.page, plain, shape)) ??
    componentOfBold(reader.page, plain, shape);
  if (notion) reader.page.notions.set(`${plain.bold ? "*" : ""}${plain.name}`, notion);
  const kind = ofVariation(plain, notion ?? kindOf(reader.page, plain));
  const dressing = undressed();
  const star =
    isStarName(reader, plain) &&
    !parts.some(isComponent) &&
    parts.some(({ nodes }) => nodes.some(isStar));
  if (plain !== name) dressing.involutions.push("bar");
  for (const part of parts) {
    const before = dressing.labels.length;
    dress(reader, plain, kind, part, dressing, shape);
    if (part.place === "sup")
      for (let i = before; i < dressing.labels.length; i++) dressing.raised.add(i);
  }
  if (star) {
    dressing.suffix += "^∗";
    dressing.involutions.splice(dressing.involutions.indexOf("conjugate"), 1);
  }
  return assemble(reader, plain, kind, dressing);
}

/** σ^i_{ab} is (σ^i)_{ab}: two letters below a Pauli matrix that has its own above number rows and columns. */
function elementOf(reader: Reader, name: Name, parts: readonly ScriptPart[]): Expr | undefined {
  const above = parts.filter(({ place }) => place === "sup");
  const below = parts.filter(({ place }) => place === "sub");
  const [which] = above;
  const [entry] = below;
  if (!/^[στ]$/u.test(name.name) || name.bold || parts.length !== 2 || !which || !entry)
    return undefined;
  const letters = (part: ScriptPart): string =>
    part.nodes.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  if (
    !/^[a-cijk123]$/.test(letters(which)) ||
    !/^(?:[a-dijklmns]{2}|[α-δ]{2})$/u.test(letters(entry))
  )
    return undefined;
  const matrix = readSymbol(reader, name, above);
  if (matrix.kind !== "tensor" || sortOf(matrix) !== "matrix") return undefined;
  const rows = indicesOf(reader.page, entry, { letters: "generic" });
  const generic = rows?.map((one) => ({ ...one, space: "generic" as const }));
  return generic && tensor(matrix.head, ...matrix.indices, ...generic);
}

/** σ > 0, or a comment that says so: then σ³ is a power and σ_3 one of several. */
function isDeclaredNumber({ page }: Reader, { name, bold }: Name): boolean {
  const said = page.context.lookup(name, bold);
  return said?.type === "scalar" && said.evidence.startsWith("declared") && !said.dependsOn;
}

/** E_1^*, p^*: quantities of another frame, where the letter never stands without its star. */
const isStarName = ({ page: { survey } }: Reader, { name, bold }: Name): boolean =>
  /^[Epkqθ]$/u.test(name) &&
  !bold &&
  (["bare", "squared", "called", "argument", "variable"] as const).every(
    (use) => uses(survey, name, use) === 0,
  );

/** The x of E_x. */
const isComponent = ({ place, nodes }: ScriptPart): boolean =>
  place === "sub" && nodes.length === 1 && /^[xyz]$/.test(tokenOf(nodes[0]));

/** δg is no metric, Δx no operator: what varies keeps its sort alone. */
function ofVariation({ variation }: Name, kind: Kind): Kind {
  if (variation === undefined) return kind;
  const { role: _, ...sort } = kind;
  return sort;
}

/** A bar over a spinor is Dirac's; over any other name it belongs to the name. */
function unbarred(reader: Reader, name: Name): Name {
  if (name.accent !== "bar" || name.bold) return name;
  const { accent: _, ...rest } = name;
  const base: Name = { ...rest, name: name.base };
  return kindOf(reader.page, base).type === "spinor" ? base : name;
}

function dress(
  reader: Reader,
  name: Name,
  kind: Kind,
  part: ScriptPart,
  into: Dressing,
  shape: ScriptShape,
): void {
  const nodes = withoutDecorations(part, into);
  if (nodes.length === 0) return;
  if (part.place === "sup" && countsDaggers(part.nodes)) {
    into.power = readInside(reader, nodes);
    return;
  }
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
    (shape.letters === 1 && isFlavour(name, part.place, nodes)) ||
    (part.place === "sub" && areFlavours(nodes)) ||
    (kind.role === "physical-constant" && part.place === "sub")
  ) {
    const text = nodes.map((node) => nameOf(node)?.name ?? markText(tokenOf(node))).join("");
    into.suffix += `_${text}`;
    return;
  }
  if (part.place === "sup") dressAbove(reader, name, kind, nodes, into, shape);
  else dressBelow(reader, name, kind, { place: "sub", nodes }, into);
}

/** m_μ, ν_τ, E_ν: masses, energies and neutrinos are told apart by a particle, never by an index. */
const isFlavour = (name: Name, place: "sub" | "sup", nodes: readonly TexNode[]): boolean =>
  place === "sub" &&
  nodes.length === 1 &&
  /^[mMEν]$/u.test(name.name) &&
  !nameOf(nodes[0])?.bold &&
  /^[α-ω]$/u.test(nameOf(nodes[0])?.name ?? "");

/** P_{eμ}, θ_{μe}: an electron beside another lepton is no index. */
function areFlavours(nodes: readonly TexNode[]): boolean {
  const leptons = nodes.map((node) => nameOf(node)?.name ?? "");
  return (
    leptons.length === 2 &&
    leptons.every((one) => /^[eμτ]$/u.test(one)) &&
    leptons.filter((one) => one === "e").length === 1
  );
}

/** a^{3†}: the digit tells which a it is. */
const isLadder = (kind: Kind): boolean =>
  kind.role === "lowering" || kind.role === "fermion-lowering";

function assemble(reader: Reader, name: Name, kind: Kind, dressing: Dressing): Expr {
  const derived = dressing.primes > 0 && differentiated(reader, name, kind);
  const pulls = pullsBack(reader, name, dressing);
  if (pulls) dressing.involutions.length = 0;
  const text =
    (name.variation ?? "") +
    name.name +
    (derived ? "" : "′".repeat(dressing.primes)) +
    inOneOrder(dressing.suffix) +
    (pulls ? "^∗" : "");
  const head = symbolOf(text, pulls ? pullback : kind, dressing.indices);
  let found = withLabels(head, dressing);
  found = tensor(found, ...dressing.indices);
  if (derived) found = primed(found, dressing.primes);
  if (dressing.order) found = primed(found, dressing.order);
  const once = inverted(reader, name, dressing, readCall(reader, name, kind, found));
  const application = once && calledAgain(reader, once);
  found = application ?? found;
  for (const by of dressing.derivatives) found = derivative(by, found);
  for (const sort of dressing.involutions) found = involution(sort, found);
  if (dressing.power) found = raise(found, dressing.power);
  if (application) return reader.page.attach(reader, found);
  const whole = actedOn(reader, name, kind);
  return whole ? product(found, whole) : found;
}

/** J^+_Q and J_Q^+ are one name. */
function inOneOrder(suffix: string): string {
  const parts = suffix.match(/[_^](?:\{[^}]*\}|[^_^])*/gu) ?? [];
  const below = parts.filter((part) => part.startsWith("_"));
  return [...parts.filter((part) => !part.startsWith("_")), ...below].join("");
}

/** M⁻¹(J,J) is the inverse of M at J and J, and f⁻¹(y), σ⁻¹(i) undo f and σ: no numbers to divide by. */
function inverted(
  { page }: Reader,
  { base }: Name,
  dressing: Dressing,
  application: Expr | undefined,
): Expr | undefined {
  if (application?.kind !== "call" || dressing.power !== minusOne) return application;
  const [only, ...more] = application.args;
  const counted = only?.kind === "num" || (only?.kind === "symbol" && /^[i-n]$/.test(only.name));
  const isMap = /^[fh]$/.test(base) || (base === "g" && page.survey.uses.has("f"));
  const undoes = isMap || (/^[σπτ]$/u.test(base) && counted);
  if (more.length === 0 && !undoes) return application;
  dressing.power = undefined;
  return call(power(application.head, minusOne), ...application.args);
}

function withLabels(head: Sym, { labels, raised }: Dressing): Expr {
  if (labels.length === 0) return head;
  const below = labels.filter((_, i) => !raised.has(i));
  return labelledAt(
    head,
    below,
    labels.filter((_, i) => raised.has(i)),
  );
}

const pullback: Kind = { type: "operator", evidence: "a star on a map" };

/** π^*ω is pulled back by π, f^*ω by f where maps are composed: a number π has no conjugate. */
function pullsBack(reader: Reader, name: Name, { involutions, labels }: Dressing): boolean {
  const [only, ...more] = involutions;
  if (only !== "conjugate" || more.length > 0) return false;
  if (name.name === "π") return count(reader.page, name, "called") === 0;
  if (name.name === "T") return /^[MGQ]$/.test(nameOf(peek(reader))?.name ?? "");
  if (/^[RL]$/.test(name.name)) return /^[ωΩθΘ]$/u.test(nameOf(peek(reader))?.name ?? "");
  const behind = token(reader) === "(" ? peek(reader, 1) : peek(reader);
  const form = /^[ωΩαβηθΘAF]$/u.test(nameOf(behind)?.name ?? "");
  if (/^[ij]$/.test(name.name)) return form && labels.length > 0;
  if (!/^[fgFφϕψχι]$/u.test(name.name)) return false;
  if (token(reader) === "(" && holdsDifferential(reader)) return true;
  const script = peek(reader, 1);
  const metric = tokenOf(behind) === "g" && script?.kind === "script" && script.place === "sub";
  if (metric && script.children.length === 2) return true;
  const { seen } = reader.page.survey;
  const forms = ["\\wedge", "\\lrcorner", "\\circ", "∧"].some((sign) => seen.has(sign));
  return seen.has("\\circ") || (form && forms) || tokenOf(behind) === "\\dd";
}

/** χ^*(A_j dx^j): nobody multiplies a conjugate by a differential in parentheses. */
function holdsDifferential({ nodes, at }: Reader): boolean {
  const inside = nodes.slice(at + 1, closing(nodes, at));
  return inside.some(
    (node, i) =>
      (isDifferential(node) || tokenOf(node) === "\\dd") &&
      nameOf(inside[i + 1]) !== undefined &&
      tokenOf(inside[i - 1]) !== "\\int",
  );
}

/** Primes on functions are derivatives; on coordinates, momenta and labels they make another name. */
function differentiated(reader: Reader, name: Name, kind: Kind): boolean {
  return (
    kind.type === "function" ||
    kind.evidence === "primed" ||
    (kind.evidence === "declared" && kind.dependsOn?.length === 1) ||
    (/^[fghVUWFyYu]$/.test(name.name) && !/vector/.test(kind.type) && callsFollow(reader))
  );
}

const callsFollow = (reader: Reader): boolean => tokenOf(peek(reader)) === "(";

/** m^i, d_R^i, Q_L^i: masses, quarks and leptons are numbered by generation, and no vectors of space. */
const isGeneration = (text: string): boolean =>
  /^(?:[mM](?:_|$)|[deuνqQℓLψ]̄?_[LR]$)/u.test(text.normalize("NFD"));

/** Letters with indices that nothing else types are vectors by one index and tensors by more. */
function symbolOf(text: string, kind: Kind, indices: readonly Index[]): Sym {
  const { type, evidence: _, ...details } = kind;
  if (indices.length > 0 && (type === "scalar" || type === "function")) {
    const [only] = indices;
    const { domain: __, ...rest } = details;
    if (indices.length === 1 && only?.space === "lorentz") return symbol(text, "four-vector", rest);
    if (indices.length === 1 && only?.space === "spatial" && !isGeneration(text))
      return symbol(text, "three-vector", rest);
    return symbol(text, "tensor", rest);
  }
  if (type === "four-vector" && indices.length > 1) return symbol(text, "tensor", details);
  if (type === "four-vector" && text.endsWith("_E"))
    return symbol(text, type, { ...details, space: "euclidean" });
  return symbol(text, type, details);
}
