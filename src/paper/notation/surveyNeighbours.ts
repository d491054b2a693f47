/** What stands beside a name tells about it: dots, parentheses, measures, derivatives, a slash before it. */
import type { TexNode } from "../latex/node";
import { isPlainProduct } from "./actedOn";
import { beginsKet } from "./beginsKet";
import { type Name, nameOf } from "./name";
import { unwrap } from "./scripts";
import { behindScripts, closing, dots, isDifferential, note, type Survey, useKey } from "./survey";
import { isDigit, tokenOf } from "./token";

/** Dots beside a name, parentheses behind it, measures and derivatives before it. */
export function noteNeighbours(
  name: Name,
  nodes: readonly TexNode[],
  at: number,
  survey: Survey,
): void {
  const before = behindScripts(nodes, at);
  let after = at + 1;
  while (nodes[after]?.kind === "script") after++;
  const right = dots.has(tokenOf(nodes[after])) && !isDigit(nodes[after + 1]);
  const left = dots.has(tokenOf(nodes[at - 1])) && !isDigit(nodes[at - 2]);
  if (left || right) note(survey, name, "dotted");
  const twice =
    right && /^[AJKPQUVX]$/.test(name.name) && nameOf(nodes[after + 1])?.name === name.name;
  if (twice || [nodes[after], nodes[at - 1]].some((node) => tokenOf(node) === "\\vdot"))
    note(survey, name, "vector-dotted");
  if (/^[δΔ]$/u.test(name.name) && !isNumbered(name, nodes[at + 1])) {
    const prefix = after === at + 1 && (nameOf(nodes[after]) || isDotted(nodes[after]));
    const difference =
      name.name === "Δ" &&
      tokenOf(nodes[after]) === "(" &&
      isPlainProduct(nodes.slice(after + 1, closing(nodes, after)));
    if (difference) survey.seen.add(differenceMark);
    if (prefix || !(difference || varies(name, nodes, after)))
      note(survey, name, prefix ? "prefix" : "alone");
  }
  if (name.bold) note(survey, name, "bold");
  if (derives(name, nodes[at + 1], nodes[after])) survey.seen.add(covariantMark);
  if (/^[αβγabcd]$/u.test(name.name) && beginsKet(nodes, after) && !isApplied(nodes[at - 1]))
    note(survey, name, "amplitude");
  let back = at - 1;
  while (isDigit(nodes[back])) back--;
  if (tokenOf(nodes[back]) === "/") note(survey, name, "divisor");
  if (name.accent === "hat") note(survey, name, "hatted");
  if (name.accent === "bar") note(survey, { ...name, name: name.base }, "barred");
  if (tokenOf(nodes[after]) === "(") {
    if (name.name === "f" && !isStructure(nodes.slice(at + 1, after))) survey.seen.add("f()");
    noteCall(name, nodes, after, survey);
    if (name.accent === "bar") noteCall({ ...name, name: name.base }, nodes, after, survey);
  }
  if (!before) return;
  if (tokenOf(before) === "\\partial") note(survey, name, "variable");
  if (isDifferential(before)) {
    const power = nodes[at - 1]?.kind === "script" ? nodes[at - 1] : undefined;
    const order = power?.kind === "script" ? unwrap(power.children).map(tokenOf).join("") : "";
    if (order === "") note(survey, name, "variable");
    if (/^[4dDnN]$/.test(order)) note(survey, name, "four-measure");
    if (order === "3") note(survey, name, "three-measure");
  }
}

/** The ^{abc} of f^{abc}(…), which takes no argument. */
const isStructure = (scripts: readonly TexNode[]): boolean =>
  scripts.some((script) => script.kind === "script" && script.children.filter(nameOf).length > 2);

/** What the survey remembers of a statement with Δ(pV) in it. */
export const differenceMark = "Δ()";

/** What the survey remembers of a statement with D_iΦ in it. */
export const covariantMark = "D_i";

/** The D_j of D_jΦ and D_jD_kΦ: one letter below, and a field behind. */
const derives = (name: Name, below: TexNode | undefined, behind: TexNode | undefined): boolean =>
  /^[D𝒟]$/u.test(name.name) &&
  !name.bold &&
  below?.kind === "script" &&
  below.place === "sub" &&
  below.children.length === 1 &&
  /^[ijkl]$/.test(nameOf(below.children[0])?.name ?? "") &&
  /^[φϕψχΦΨΧFD𝒟]$/u.test(nameOf(behind)?.base ?? "");

/** cos α |0⟩ has a function of α for its coefficient. */
const isApplied = (before: TexNode | undefined): boolean =>
  /^\\(?:sin|cos|tan|exp|sinh|cosh|tanh)$/.test(tokenOf(before));

/** δ_ij, δ_ε and δ_ℓ are other things than the δ of δφ. */
const isNumbered = ({ name }: Name, behind: TexNode | undefined): boolean =>
  name === "δ" &&
  behind?.kind === "script" &&
  (behind.place === "sub" ||
    behind.children.every((node) => /^[a-lα-ω]$/u.test(nameOf(node)?.name ?? "")));

const isDotted = (node: TexNode | undefined): boolean => /^\\d+ot$/.test(tokenOf(node));

/** δ(x) is a distribution, δ(∂φ) and δ√g are variations; none makes a number of δ. */
const varies = (name: Name, nodes: readonly TexNode[], after: number): boolean =>
  name.name === "δ" && /^(?:\(|\\sqrt)$/.test(tokenOf(nodes[after]));

/** f(x), f(x,t), f(-p): the parentheses hold names only. */
function noteCall(name: Name, nodes: readonly TexNode[], open: number, survey: Survey): void {
  const close = closing(nodes, open);
  if (close === undefined) return;
  const inside = nodes.slice(open + 1, close);
  const names = inside.map(nameOf);
  const simple = inside.every(
    (node, i) =>
      names[i] !== undefined ||
      node.kind === "script" ||
      tokenOf(node) === "," ||
      tokenOf(node) === "-",
  );
  const items = inside.filter((node, i) => names[i] !== undefined && node.kind !== "script").length;
  const commas = inside.filter((node) => tokenOf(node) === ",").length;
  if (!simple || items !== commas + 1) return;
  if (tokenOf(inside[0]) !== "-") note(survey, name, "called");
  const key = useKey(name.name, name.bold);
  const known = survey.calls.get(key) ?? new Set<string>();
  for (const argument of names)
    if (argument) {
      note(survey, argument, "argument");
      survey.calls.set(key, known.add(argument.name));
    }
}
