/** How a statement uses its names, seen before anything is read: what is slashed, dotted, daggered, called, indexed. */
import type { Command, TexNode } from "../latex/node";
import type { Use } from "./context";
import { noteInnerProducts, pairingMark } from "./innerProducts";
import { letterCounts } from "./letterCounts";
import { accents } from "./letters";
import { type Name, nameOf } from "./name";
import { namesIn, operatorUses } from "./operatorUses";
import { isOverlong } from "./overlong";
import { behindScripts, closing, fenceSide, indexUse, note, type Survey, useKey } from "./survey";
import { isNamePair, noteGroupings } from "./surveyGroups";
import { noteNeighbours } from "./surveyNeighbours";
import { isPure, noteScripts } from "./surveyScripts";
import { isDigit, tokenOf } from "./token";

export function surveyOf(written: readonly (readonly TexNode[])[]): Survey {
  const statement = written.filter((side) => !isOverlong(side));
  const survey: Survey = {
    uses: new Map(),
    calls: new Map(),
    indices: new Map(),
    raised: new Map(),
    seen: new Set(),
    moving: new Set(),
    crossed: new Set(),
  };
  for (const nodes of statement) {
    walk(nodes, survey, []);
    noteMatrixName(nodes, statement, survey);
    noteCoordinates(nodes, statement, survey);
    for (const [letter, count] of letterCounts(nodes)) {
      const use = survey.indices.get(letter);
      if (use && count > 1) use.repeated = true;
    }
  }
  noteInnerProducts(statement, survey);
  return survey;
}

/** λ^4 = (matrix): the digit names a matrix of a family; H² = (matrix) is a square. */
function noteMatrixName(
  nodes: readonly TexNode[],
  statement: readonly (readonly TexNode[])[],
  survey: Survey,
): void {
  const [first, second] = nodes;
  const name = nameOf(first);
  if (
    !name ||
    !/^[α-ωTtJLKXYI]$/u.test(name.base) ||
    nodes.length !== 2 ||
    second?.kind !== "script" ||
    second.place !== "sup"
  )
    return;
  const matrix = statement.some(
    (side) => side !== nodes && side.some((node) => node.kind === "table"),
  );
  if (matrix && second.children.every(isDigit)) note(survey, name, "numbered");
}

/** x^a = t, x, y: the letter numbers the coordinates listed. */
function noteCoordinates(
  nodes: readonly TexNode[],
  statement: readonly (readonly TexNode[])[],
  survey: Survey,
): void {
  const [name, above, ...more] = nodes;
  if (above?.kind !== "script" || above.place !== "sup" || more.length > 0) return;
  const letter = above.children.length === 1 ? nameOf(above.children[0])?.name : undefined;
  const listed = statement.some(
    (side) => side !== nodes && side.some((node) => tokenOf(node) === ","),
  );
  if (letter && listed && /^[xXqyξ]$/u.test(nameOf(name)?.name ?? ""))
    survey.seen.add(`∂${letter}`);
}

function walk(nodes: readonly TexNode[], survey: Survey, within: readonly Use[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as TexNode;
    survey.seen.add(tokenOf(node));
    if (ellipses.test(tokenOf(node)) || (tokenOf(node) === "." && tokenOf(nodes[at + 1]) === "."))
      survey.seen.add("...");
    if (tokenOf(node) === "|" && tokenOf(nodes[at + 2]) === "|")
      survey.seen.add(`|${nameOf(nodes[at + 1])?.name}|`);
    if (tokenOf(node) === "i" && tokenOf(nodes[at + 1]) === "\\sigma") survey.seen.add("iσ");
    if (isDigit(node) && /^[kn]$/.test(tokenOf(nodes[at + 1])))
      survey.seen.add(`${tokenOf(node)}${tokenOf(nodes[at + 1])}±`);
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
    const crossed = crossedAt(nodes, at);
    if (crossed) survey.crossed.add(crossed);
    for (const [name, use] of operatorUses(nodes, at, closing)) note(survey, name, use);
  }
}

/** The A of [A_μ, A_ν]. */
function crossedAt(nodes: readonly TexNode[], at: number): string | undefined {
  const node = nodes[at];
  const isMacro = node?.kind === "command" && /^comm(?:utator)?$/.test(node.name);
  const opens = tokenOf(node) === "[" ? nodes.slice(at + 1, at + 7) : [];
  const comma = opens.findIndex((one) => tokenOf(one) === ",");
  const end = opens.findIndex((one) => tokenOf(one) === "]");
  const [left, right] = isMacro
    ? [node.args[0] ?? [], node.args[1] ?? []]
    : [opens.slice(0, Math.max(comma, 0)), opens.slice(comma + 1, Math.max(end, 0))];
  const [first, second] = [left, right].map((side) =>
    side.length === 2 && side[1]?.kind === "script" && side[1].place === "sub"
      ? nameOf(side[0])
      : undefined,
  );
  return first && first.name === second?.name && !first.bold ? first.name : undefined;
}

const ellipses = /^(?:\\(?:[lc]?dots|ldotp)|…)$/;

/** What may carry indices: names, and the derivatives that act like one. */
function carrierOf(node: TexNode): Name | undefined {
  const token = tokenOf(node);
  if (token === "\\partial" || token === "\\nabla")
    return { name: token === "\\partial" ? "∂" : "∇", base: token, bold: false, roman: false };
  const accented = node.kind === "command" && accents[node.name] ? node.args.at(-1) : undefined;
  if (accented?.length === 1 && tokenOf(accented[0]) === "\\nabla")
    return { name: "∇", base: token, bold: false, roman: false };
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
  if (node.kind === "table") {
    if (node.rows.length > 1 && node.rows.every((row) => row.length === node.rows.length))
      survey.seen.add("<square>");
    for (const row of node.rows) for (const cell of row) walk(cell, survey, within);
  }
  if (node.kind !== "command") return;
  if (/^[pf]?dv$/.test(node.name))
    for (const [first, above, ...more] of node.args.slice(1).map((arg) => arg ?? []))
      if (nameOf(first) && above?.kind === "script" && above.place === "sup" && more.length === 0)
        for (const name of namesIn(above.children)) survey.seen.add(`∂${name.name}`);
  if (/^[dt]?frac$/.test(node.name) && dividesByPair(node)) survey.seen.add(pairingMark);
  node.args.forEach((arg, i) => {
    if (!arg) return;
    const more: Use[] = [...within];
    if (slashing.has(node.name) && (node.name !== "cancel" || isLetterIn(arg)))
      more.push("slashed");
    if (/^[dt]?frac$/.test(node.name) && i === node.args.length - 1) more.push("divisor");
    if (tracing.has(node.name)) more.push("traced");
    walk(derivedBy(node, i) ? [signOf(node), ...arg] : arg, survey, more);
  });
  const behind = nodes[at + 1];
  const dotted = /^d+ot$/.test(node.name) ? nameOf(node.args[0]?.[0]) : undefined;
  if (dotted) survey.moving.add(useKey(dotted.name, dotted.bold));
  if (dotted && [nodes[at - 1], behind].some((sign) => tokenOf(sign) === "\\vdot"))
    note(survey, dotted, "vector-dotted");
  if (dotted && behind?.kind === "script") noteScripts(dotted, nodes, at, survey);
  if (
    dotted &&
    behind?.kind === "script" &&
    behind.place === "sup" &&
    tokenOf(behind.children[0]) === "1"
  )
    note(survey, dotted, "numbered");
  if (slashing.has(node.name) && node.args.length === 0) {
    const name = nameOf(nodes[at + 1]);
    if (name) note(survey, name, "slashed");
  }
}

/** 2(α,β)/(β,β). */
function dividesByPair({ args }: Command): boolean {
  const under = args.at(-1) ?? [];
  return isNamePair(under, 0) && closing(under, 0) === under.length - 1;
}

/** Whether this argument of \pdv or \dv is a variable, as what stands behind a ∂ or d is. */
const derivedBy = ({ name, args }: Command, i: number): boolean =>
  /^p?dv$/.test(name) && i > 0 && (i > 1 || args.slice(2).every((arg) => arg === undefined));

const signOf = ({ name, span }: Command): TexNode =>
  name === "dv"
    ? { kind: "char", text: "d", span }
    : { kind: "command", name: "partial", args: [], span };

/** (φ^c)^α: the fences hold one name with its scripts. */
function closesName(nodes: readonly TexNode[], at: number): boolean {
  let open = at - 1;
  while (nodes[open]?.kind === "script") open--;
  const inside: TexNode[] = [];
  for (open--; open >= 0 && fenceSide(nodes[open] as TexNode) !== "open"; open--)
    inside.push(nodes[open] as TexNode);
  const heads = inside.filter((node) => node.kind !== "script");
  return heads.length === 1 && inside.length > 1 && nameOf(heads[0]) !== undefined;
}

/** A letter with its scripts is slashed; a formula is struck out. */
const isLetterIn = ([first, ...rest]: readonly TexNode[]): boolean =>
  nameOf(first) !== undefined && rest.every((node) => node.kind === "script");

const slashing = new Set(["slashed", "fsl", "feynslash", "cancel", "not", "dsl"]);
const tracing = new Set(["Tr", "tr", "trace", "det"]);
const sums = new Set(["\\sum", "\\prod", "\\bigoplus", "\\bigotimes"]);

/** The i of ∑_i x^iy^i and ∑_{i=1}^3 x^i: it numbers components, for no powers begin at an unsaid number or end at the third. */
function overComponents(
  [first, sign, ...from]: readonly TexNode[],
  above: TexNode | undefined,
): string | undefined {
  const letter = nameOf(first)?.name ?? "";
  if (!/^[ij]$/.test(letter)) return undefined;
  if (!sign) return above?.kind === "script" ? undefined : letter;
  const last = above?.kind === "script" && above.place === "sup" ? above.children : [];
  const ends = /^[3dD]$/.test(last.map(tokenOf).join(""));
  return tokenOf(sign) === "=" && from.map(tokenOf).join("") === "1" && ends ? letter : undefined;
}

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
    const counted = place === "sub" ? overComponents(inside, nodes[at + 1]) : undefined;
    if (counted) survey.seen.add(`∂${counted}`);
    for (const name of namesIn(inside)) {
      note(survey, name, "bound");
      indexUse(survey, name.name).bound = true;
    }
    return;
  }
  if (before && /^\\i*int$/.test(tokenOf(before)) && inside.length === 1)
    for (const name of namesIn(inside)) survey.seen.add(`∫${name.name}`);
  const labelled = [nodes[at - 1], nodes[at + 1]].some(
    (node) => node?.kind === "script" && node.place === "sub",
  );
  const exponent = place === "sup" && before && tokenOf(before) === "e" && !labelled;
  if (!exponent && isPure(inside)) {
    const number =
      before && (isDigit(before) || (fenceSide(before) === "close" && !closesName(nodes, at)));
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
