/** What the scripts of a name tell about it: primes, daggers, powers, indices by height and alphabet. */
import type { Script, TexNode } from "../latex/node";
import { countsDaggers } from "./decorations";
import { accents } from "./letters";
import { type Name, nameOf } from "./name";
import { notePartials } from "./partialSubscripts";
import { isDagger, isPrime, isStar, isTranspose, unwrap } from "./scripts";
import { indexUse, isDifferential, isGreekIndex, note, type Survey, unmarked } from "./survey";
import { isDigit, tokenOf } from "./token";

export function noteScripts(
  name: Name,
  nodes: readonly TexNode[],
  at: number,
  survey: Survey,
): void {
  const [first, second] = [nodes[at + 1], nodes[at + 2]];
  if (first?.kind === "script" && second?.kind === "script" && first.place !== second.place)
    note(survey, name, first.place === "sub" ? "sub-first" : "sup-first");
  let bare = tokenOf(nodes[at + 1]) !== "(";
  if (turns(nodes, at)) survey.seen.add(`${name.name} turns`);
  const dragged = isDragged(nodes, at);
  let greek = 0;
  let latin = 0;
  let plain = 0;
  for (let i = at + 1; i < nodes.length; i++) {
    const node = nodes[i] as TexNode;
    if (node.kind === "group" && node.children.length === 0) continue;
    if (node.kind !== "script") break;
    bare = false;
    if (isStaggered(nodes, i))
      for (const one of node.children) survey.seen.add(`{}${tokenOf(one)}`);
    const upper =
      node.place === "sup" &&
      (tokenOf(nodes[at - 1]) === "\\partial" || isComponentOf(nodes[at - 1], name, node));
    if (upper && unwrap(node.children).length === 1) {
      const letter = nameOf(unwrap(node.children)[0]);
      if (letter) survey.seen.add(`∂${letter.name}`);
    }
    if (dragged)
      for (const one of unwrap(node.children)) {
        const letter = nameOf(one);
        if (letter && /^[a-e]$/.test(letter.name)) indexUse(survey, letter.name).carriers.add("∇");
      }
    const order = name.name === "∂" && node.place === "sup" && scriptsAt(nodes, at, "sub");
    if (order) continue;
    const inside = unwrap(node.children);
    const [open, ...letters] = inside;
    const enclosed = tokenOf(open) === "(" && tokenOf(letters.pop()) === ")";
    if (enclosed && node.place === "sub") survey.seen.add(belowMark(letters.map(tokenOf).join("")));
    const counted = noteScript(name, node.place, inside, survey);
    if (!enclosed) plain += counted.greek + counted.latin;
    greek += counted.greek;
    latin += counted.latin;
  }
  if (plain > 1) survey.seen.add(pairMark(name.name));
  if (bare) note(survey, name, "bare");
  if (greek > 1) note(survey, name, "greek-two");
  if (latin > 1) note(survey, name, "latin-two");
  if (latin > 2) note(survey, name, "latin-three");
}

/** What the survey remembers of Q^{ρσ}, and of the letters of T_{(ρσ)}. */
export const pairMark = (name: string): string => `${name} of two indices`;
export const belowMark = (letters: string): string => `_(${letters})`;

/** The w^a of ℒ_v w^a: what a Lie derivative acts on bears indices of spacetime. */
function isDragged(nodes: readonly TexNode[], at: number): boolean {
  const [sign, below] = nodes.slice(Math.max(at - 2, 0), at);
  return (
    nameOf(sign)?.name === "ℒ" &&
    below?.kind === "script" &&
    below.place === "sub" &&
    /^[S-Zkntuvwξηζ]$/u.test(nameOf(unwrap(below.children)[0])?.name ?? "")
  );
}

/** \sin m\theta, and im\varphi on its own: the angle is counted. */
function turns(nodes: readonly TexNode[], at: number): boolean {
  const before = tokenOf(nodes[at - 1]);
  if (!/^\\(?:theta|phi|varphi)$/.test(tokenOf(nodes[at + 1]))) return false;
  return /^\\(?:sin|cos)$/.test(before) || (before === "i" && nodes.length < 6);
}

/** B^c{}_a: nobody holds a power apart from a label. */
const isStaggered = (nodes: readonly TexNode[], at: number): boolean =>
  [
    [at + 1, at + 2],
    [at - 1, at - 2],
  ].some(([gap, other]) => {
    const between = nodes[gap ?? -1];
    const empty = between?.kind === "group" && between.children.length === 0;
    return empty && nodes[other ?? -1]?.kind === "script";
  });

/** dx^j: the differential of a coordinate, not of a power. */
const isComponentOf = (sign: TexNode | undefined, name: Name, { children }: Script): boolean =>
  isDifferential(sign) &&
  /^[xyqX]$/.test(name.name) &&
  /^[a-dijkIJK]$/.test(nameOf(unwrap(children)[0])?.name ?? "");

/** Whether a script of this height stands behind the name. */
function scriptsAt(nodes: readonly TexNode[], at: number, place: "sub" | "sup"): boolean {
  for (let i = at + 1; ; i++) {
    const node = nodes[i];
    if (node?.kind !== "script") return false;
    if (node.place === place) return true;
  }
}

function noteScript(
  name: Name,
  place: "sub" | "sup",
  written: readonly TexNode[],
  survey: Survey,
): { greek: number; latin: number } {
  let inside = written;
  if (place === "sup" && countsDaggers(written)) {
    note(survey, name, "daggered");
    return { greek: 0, latin: 0 };
  }
  while (inside.length > 0 && leads(inside)) {
    const first = inside[0] as TexNode;
    note(survey, name, isStar(first) ? "starred" : isDagger(first) ? "daggered" : "primed");
    inside = inside.slice(1);
    if (isPrime(first) && isPrime(inside[0])) note(survey, name, "twice-primed");
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
  const multiple = (
    place === "sup" ? /^([2-9][kn])(?:[-+]|$)/.exec(text) : /^([2-9][k-n])[-+]/.exec(text)
  )?.[1];
  if (multiple) survey.seen.add(`${multiple}±`);
  if (inside.some((node) => tokenOf(node) === "\\dot")) survey.seen.add("<dotted index>");
  if (place === "sub" && /^[,;]/.test(text)) survey.seen.add(",;");
  if (place === "sub") notePartials(survey, name, inside);
  if (text === "-1") note(survey, name, "inverted");
  if (/^[0-9]+$/.test(text)) note(survey, name, place === "sup" ? "number-up" : "number-down");
  if (text === "2" && place === "sup") note(survey, name, "squared");
  if (/^(?:[3579]|1[0-9])$/.test(text) && place === "sup") note(survey, name, "odd-power");
  if (text === "0" && place === "sup") note(survey, name, "time-component");
  if (text === "1" && place === "sup") note(survey, name, "numbered");
  if (place === "sup" && isOtherFrame(inside)) note(survey, name, "numbered");
  if (place === "sub" && /^[xyz+-]$|^\\pm$/.test(text)) note(survey, name, "axis");
  if (place === "sub" && /^[+-]$|^\\pm$/.test(text)) note(survey, name, "ladder");
  return noteIndices(name, place, inside, survey);
}

/** A^{\bar 3}: the component in another frame. */
const isOtherFrame = ([only, ...more]: readonly TexNode[]): boolean =>
  more.length === 0 &&
  only?.kind === "command" &&
  accents[only.name] !== undefined &&
  only.args.at(-1)?.every(isDigit) === true;

/** A prime, or a star or dagger before an index: φ^{*β}. */
function leads([first, second]: readonly TexNode[]): boolean {
  if (isPrime(first)) return true;
  if (first?.kind === "script") return first.place === "sup" && first.children.every(isPrime);
  return first !== undefined && (isStar(first) || isDagger(first)) && nameOf(second) !== undefined;
}

/** A script of letters only may be indices; anything else is a label or a power. */
function noteIndices(
  name: Name,
  place: "sub" | "sup",
  inside: readonly TexNode[],
  survey: Survey,
): { greek: number; latin: number } {
  const letters: Name[] = [];
  if (inside.length > 1 && inside.some((node) => tokenOf(node) === "0") && inside.some(indexLetter))
    note(survey, name, "component");
  for (const node of inside) {
    const letter = indexLetter(node);
    if (letter) letters.push(letter);
    else if (isPrimeScript(node) || isNumberOf(node, inside) || isWordAmong(node, inside)) continue;
    else if (!isDigit(node) && !indexMarks.has(tokenOf(node)) && tokenOf(node) !== "\\dot")
      return { greek: 0, latin: 0 };
  }
  const open = inside.filter((node) => /^[[(]$/.test(tokenOf(node))).length;
  const close = inside.filter((node) => /^[\])]$/.test(tokenOf(node))).length;
  const pair = inside.some((node) => tokenOf(node) === ",") && letters.every(isPlainLabel);
  const bracketed = open !== close || (open > 0 && letters.length > 1 && !pair);
  const greek = letters.filter((letter) => isGreekIndex(letter.name)).length;
  const latin = letters.length - greek;
  const height = place === "sup" ? "up" : "down";
  const [lone] = letters;
  if (lone && inside.length === 3 && tokenOf(inside[0]) === "(") survey.seen.add(`(${lone.name})`);
  if (place === "sup" && lone && inside.length === 1) {
    const raised = survey.raised.get(name.name) ?? new Set();
    survey.raised.set(name.name, raised.add(lone.name));
  }
  const isAngle = place === "sub" && letters.length === 1 && /^[θϑφϕ]$/u.test(lone?.name ?? "");
  if (greek > 0 && !isAngle) note(survey, name, `greek-${height}`);
  if (latin > 0) note(survey, name, `latin-${height}`);
  for (const letter of letters) {
    const use = indexUse(survey, letter.name);
    use[height]++;
    if (name.name !== "δ") (name.bold ? use.bold : use.plain).add(name.name);
    if (bracketed) use.carriers.add("[]");
    use.carriers.add(letters.length > 2 && /^[εϵ]$/.test(name.name) ? "levi-civita" : name.name);
  }
  return { greek, latin };
}

const isPrimeScript = (node: TexNode): boolean =>
  node.kind === "script" && node.place === "sup" && node.children.every(isPrime);

/** The 1 of x^{μ_1}; the ν_e of v_{ν_e} is a neutrino. */
const isNumberOf = (node: TexNode, inside: readonly TexNode[]): boolean =>
  node.kind === "script" &&
  node.place === "sub" &&
  node.children.every((child) => /^[-+0-9a-df-zA-Z]$/.test(tokenOf(child))) &&
  /^[μνρσ]$/u.test(nameOf(inside[inside.indexOf(node) - 1])?.name ?? "");

/** The lept of J_{α,lept}. */
const isWordAmong = (node: TexNode, inside: readonly TexNode[]): boolean =>
  (node.kind === "words" || nameOf(node)?.roman === true) &&
  inside.some((other) => tokenOf(other) === ",");

/** φ_{(r,s)} is numbered by a pair. */
const isPlainLabel = ({ name }: Name): boolean => /^[m-z]$/.test(name);

const indexMarks = new Set(["(", ")", "[", "]", "|", ",", ";", "\\prime", "'"]);

const indexLetter = (node: TexNode): Name | undefined => {
  const name = nameOf(node);
  if (!name || name.bold || name.roman || name.accent === "other") return undefined;
  const letter = unmarked(name.name);
  return { ...name, name: letter, base: letter };
};

/** One letter, or letters and digits only: indices or labels, no formula. */
export const isPure = (inside: readonly TexNode[]): boolean =>
  inside.every(
    (node) =>
      indexLetter(node) ||
      isDigit(node) ||
      isPrime(node) ||
      isStar(node) ||
      isDagger(node) ||
      isNumberOf(node, inside) ||
      isWordAmong(node, inside) ||
      (node.kind === "script" &&
        node.children.every((mark) => isPrime(mark) || isDagger(mark) || isStar(mark))) ||
      (node.kind === "command" && node.name === "dot" && isPure(node.args[0] ?? [])) ||
      (inside.length > 1 && (tokenOf(node) === "," || tokenOf(node) === ";")) ||
      (inside.length === 3 && /^[()]$/.test(tokenOf(node))),
  );
