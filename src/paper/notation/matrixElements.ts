/** U^†_{ij}U_{jk}, V_{ik}V^†_{kj}, A^T_{ij} = A_{ji}: the elements of U†, V† and Aᵀ, where neighbours or the other order show a row and a column. */
import type { Script, TexNode } from "../latex/node";
import { nameOf } from "./name";
import { isDagger, isPrime, isTranspose, unwrap } from "./scripts";
import { tokenOf } from "./token";

/** The sides with U^†_{ij} written as (U^†)_{ij} wherever that is meant. */
export const withElements = (
  sides: readonly (readonly TexNode[])[],
): readonly (readonly TexNode[])[] => {
  const all = sides.flatMap((side) => [...elementsIn(side)]);
  return all.some((element) => element.operation)
    ? sides.map((side) => rewritten(side, all))
    : sides;
};

type Operation = "dagger" | "transpose" | "inverse";

/** A name with one or two letters below. */
interface Element {
  readonly name: string;
  /** Row and column, or the one index of a vector. */
  readonly letters: readonly string[];
  readonly operation?: Operation;
  readonly starred: boolean;
  /** Where it begins in its list, and how many nodes it takes. */
  readonly at: number;
  readonly length: number;
}

function rewritten(nodes: readonly TexNode[], all: readonly Element[]): readonly TexNode[] {
  const here = [...elementsOf(nodes)];
  const found: TexNode[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as TexNode;
    const element = here.find((one) => one.at === at);
    if (element?.operation && isElement(element, here, all)) {
      found.push(...grouped(nodes.slice(at, at + element.length)));
      at += element.length - 1;
    } else found.push(within(node, all));
  }
  return found;
}

function within(node: TexNode, all: readonly Element[]): TexNode {
  if (node.kind === "group") return { ...node, children: rewritten(node.children, all) };
  if (node.kind === "command" && node.args.length > 0)
    return { ...node, args: node.args.map((arg) => arg && rewritten(arg, all)) };
  return node;
}

/** (U^†)_{ij} for U^†_{ij}. */
function grouped(nodes: readonly TexNode[]): readonly TexNode[] {
  const [name, ...scripts] = nodes as [TexNode, ...Script[]];
  const sign = (text: string): TexNode => ({ kind: "char", text, span: name.span });
  return [
    sign("("),
    name,
    ...scripts.filter(({ place }) => place === "sup"),
    sign(")"),
    ...scripts.filter(({ place }) => place === "sub"),
  ];
}

/** Its column is the row of what follows, its row the column of what stands before, or the same thing stands somewhere with row and column exchanged; beside U_{ij}^* a dagger says something else. */
function isElement(element: Element, here: readonly Element[], all: readonly Element[]): boolean {
  const [row, column] = element.letters;
  const contracted = here.some(
    (other) =>
      other !== element &&
      !(other.letters[0] === row && other.letters[1] === column) &&
      (other.at > element.at ? other.letters[0] === column : other.letters.at(-1) === row),
  );
  if (contracted || element.operation === "inverse") return contracted;
  return all.some(({ name, letters, operation, starred }) => {
    const exchanged = letters[0] === column && letters[1] === row;
    const same = letters[0] === row && letters[1] === column;
    if (name !== element.name) return false;
    return element.operation === "dagger"
      ? starred && (exchanged || same)
      : exchanged && !operation;
  });
}

function* elementsIn(nodes: readonly TexNode[]): Generator<Element> {
  yield* elementsOf(nodes);
  for (const node of nodes) {
    if (node.kind === "group") yield* elementsIn(node.children);
    if (node.kind === "command") for (const arg of node.args) yield* elementsIn(arg ?? []);
  }
}

function* elementsOf(nodes: readonly TexNode[]): Generator<Element> {
  for (const [at, node] of nodes.entries()) {
    const name = nameOf(node);
    if (!name || name.bold || name.roman) continue;
    let end = at + 1;
    while (nodes[end]?.kind === "script") end++;
    const scripts = nodes.slice(at + 1, end) as Script[];
    const letters = lettersOf(scripts.find(({ place }) => place === "sub"));
    const above = scripts.find(({ place }) => place === "sup");
    if (scripts.length > 2 || !letters) continue;
    const operation = above && operationOf(above);
    const starred = above !== undefined && /^(?:\*|\\ast)$/.test(textOf(above));
    if (above && !starred && !(operation && letters.length === 2 && isMatrix(name.base))) continue;
    yield {
      name: name.name,
      letters,
      starred,
      at,
      length: end - at,
      ...(operation ? { operation } : {}),
    };
  }
}

const isMatrix = (letter: string): boolean =>
  /^\p{Lu}$|^[\u{1D49C}-\u{1D4CF}ℬℰℱℋℐℒℳℛ]$/u.test(letter);

const textOf = ({ children }: Script): string => unwrap(children).map(tokenOf).join("");

function operationOf(script: Script): Operation | undefined {
  const nodes = unwrap(script.children);
  if (nodes.length === 1 && nodes.every(isDagger)) return "dagger";
  if (isTranspose(nodes)) return "transpose";
  return textOf(script) === "-1" ? "inverse" : undefined;
}

/** One letter, or two of one alphabet with or without primes. */
function lettersOf(script: Script | undefined): readonly string[] | undefined {
  const letters: string[] = [];
  for (const node of unwrap(script?.children ?? [])) {
    const name = nameOf(node);
    const primed = isPrime(node) || (node.kind === "script" && node.children.every(isPrime));
    if (primed && letters.length > 0) letters.push(`${letters.pop()}′`);
    else if (name && alphabets.some((alphabet) => alphabet.test(name.name)))
      letters.push(name.name);
    else return undefined;
  }
  const alike = alphabets.some((alphabet) => letters.every((letter) => alphabet.test(letter)));
  return alike && (letters.length === 1 || letters.length === 2) ? letters : undefined;
}

const alphabets = [/^[a-n]′*$/, /^[m-s]′*$/, /^[α-δ]′*$/u, /^[μ-σ]′*$/u, /^[A-NP-S]′*$/];
