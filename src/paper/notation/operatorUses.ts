/** What stands under ∂, ∇ and □, and what macros of brackets and states hold. */
import type { Command, TexNode } from "../latex/node";
import type { Use } from "./context";
import { differentialSign } from "./differential";
import { type Name, nameOf } from "./name";
import { tokenOf } from "./token";

/** Every name in these nodes that is no script of another. */
export function namesIn(nodes: readonly TexNode[]): Name[] {
  return nodes.flatMap((node): Name[] => {
    const name = nameOf(node);
    if (name) return [name];
    if (node.kind === "group") return namesIn(node.children);
    if (node.kind === "command") return node.args.flatMap((arg) => namesIn(arg ?? []));
    return [];
  });
}

/** The uses that one node gives to names in it or behind it; `close` finds the fence that closes one. */
export function operatorUses(
  nodes: readonly TexNode[],
  at: number,
  close: (nodes: readonly TexNode[], open: number) => number | undefined,
): readonly (readonly [Name, Use])[] {
  const node = nodes[at];
  if (node?.kind === "command" && macros[node.name])
    return [...macroUses(node), ...(isMacro(node, "bra") ? betweenStates(nodes, at) : [])];
  if (node && endsWithOperator(nodes, at)) return [[operatorName, "bare"]];
  if (!node || !derives(nodes, at)) return [];
  let from = at + 1;
  while (nodes[from]?.kind === "script" || joins.has(tokenOf(nodes[from]))) from++;
  const open = tokenOf(nodes[from]) === "(" ? close(nodes, from) : undefined;
  const operand = open === undefined ? nodes.slice(from, from + 1) : nodes.slice(from, open);
  return namesIn(operand).map((name) => [name, "differentiated"] as const);
}

/** Stands in a survey for differential operators that end a term: then the statement is one about operators. */
export const operatorName: Name = { name: "d/d·", base: "d/d·", bold: false, roman: false };

/** ∂_x, d/dx or ∇ at the end of a term outside of all parentheses. */
function endsWithOperator(nodes: readonly TexNode[], at: number): boolean {
  const node = nodes[at];
  if (nodes.length < 2 || !node || !isOperator(node, nodes[at + 1])) return false;
  let after = at + 1;
  while (nodes[after]?.kind === "script") after++;
  if (nodes[after] !== undefined && !/^[-+−=]$/.test(tokenOf(nodes[after]))) return false;
  return depthAt(nodes, at) === 0;
}

function isOperator(node: TexNode, after: TexNode | undefined): boolean {
  if (tokenOf(node) === "\\partial") return after?.kind === "script";
  if (/^\\(?:nabla|Box|square)$/.test(tokenOf(node))) return true;
  if (node.kind !== "command" || !/^[dt]?frac$/.test(node.name)) return false;
  const [over = [], under = []] = node.args;
  const bare = over.filter((part) => part.kind !== "script");
  return bare.length === 1 && sign(over[0]) && sign(under[0]) && under.length > 1;
}

const sign = (node: TexNode | undefined): boolean => {
  const style = differentialSign(node);
  return style === "total" || style === "partial";
};

const depthAt = (nodes: readonly TexNode[], at: number): number =>
  nodes.slice(0, at).reduce((depth, node) => {
    if (/^(?:[([]|\\\{)$/.test(tokenOf(node))) return depth + 1;
    return /^(?:[)\]]|\\\})$/.test(tokenOf(node)) ? depth - 1 : depth;
  }, 0);

const joins = new Set(["\\cdot", "\\times", "\\vdot", "\\cross"]);

/** ∇, □ and ∂ with an index; ∂_t and ∂_x derive by something else than the place in space and time. */
function derives(nodes: readonly TexNode[], at: number): boolean {
  const token = tokenOf(nodes[at]);
  const node = nodes[at];
  const inside = node?.kind === "command" ? (node.args.at(-1) ?? []) : [];
  if (always.has(token) || (inside.length === 1 && always.has(tokenOf(inside[0])))) return true;
  const script = nodes[at + 1];
  if (token === "\\partial" && tokenOf(nodes[at - 1]) === "(" && script?.kind !== "script")
    return true;
  if (token !== "\\partial" || script?.kind !== "script") return false;
  const letter = nameOf(script.children[0])?.name ?? tokenOf(script.children[0]);
  return /^[μνρσαβλκi-n]$/u.test(letter);
}

const always = new Set([
  "\\nabla",
  "\\Box",
  "\\square",
  "\\laplacian",
  "\\grad",
  "\\div",
  "\\curl",
]);

type Uses = (index: number, count: number) => Use | undefined;

const macros: Readonly<Record<string, Uses>> = {
  comm: () => "commuted",
  acomm: () => "commuted",
  ket: () => "ket",
  bra: () => "ket",
  ketbra: () => "ket",
  mel: (index) => (index === 1 ? "sandwiched" : "ket"),
  ev: (index, count) => (count < 2 ? undefined : index === 0 ? "sandwiched" : "ket"),
  braket: (_, count) => (count > 1 ? "ket" : undefined),
};

function macroUses(node: Command): readonly (readonly [Name, Use])[] {
  const args = node.args.filter((arg): arg is readonly TexNode[] => arg !== undefined);
  if (node.name === "braket" && args.length === 1) return barredUses(args[0] ?? []);
  return args.flatMap((arg, i) => {
    const use = macros[node.name]?.(i, args.length);
    return use ? namesIn(arg).map((name) => [name, use] as const) : [];
  });
}

/** `\bra{0} AB \ket{0}`: what stands between the two. */
function betweenStates(nodes: readonly TexNode[], at: number): readonly (readonly [Name, Use])[] {
  const end = nodes.findIndex((node, i) => i > at && isMacro(node, "ket"));
  const inside = end < 0 ? [] : nodes.slice(at + 1, end);
  return inside.some((node) => isMacro(node, "bra"))
    ? []
    : namesIn(inside).map((name) => [name, "sandwiched"] as const);
}

const isMacro = (node: TexNode | undefined, name: string): boolean =>
  node?.kind === "command" && node.name === name;

/** `\braket{n|A|m}`. */
function barredUses(inside: readonly TexNode[]): readonly (readonly [Name, Use])[] {
  const bars = inside.flatMap((node, i) => (tokenOf(node) === "|" ? [i] : []));
  const [first, second] = bars;
  if (first === undefined) return [];
  const middle = second === undefined ? [] : inside.slice(first + 1, second);
  const outer = [...inside.slice(0, first), ...inside.slice((second ?? first) + 1)];
  return [
    ...namesIn(middle).map((name) => [name, "sandwiched"] as const),
    ...namesIn(outer).map((name) => [name, "ket"] as const),
  ];
}
