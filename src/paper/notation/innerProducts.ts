/** (φ, Aψ) of wave functions: the inner product of two states, where the statement shows them in such pairs only. */
import { dagger, ket, one, product, sum, symbol } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Derivative, Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { nameOf } from "./name";
import { splitAt } from "./split";
import { behindScripts, closing, fenceSide, note, type Survey } from "./survey";
import { tokenOf } from "./token";

/** What the survey remembers of a statement whose pairs are inner products, and of one whose pairs are bare as well. */
export const innerMark = "<inner>";
export const bareMark = "<bare>";

/** What the survey remembers of a statement that divides by a pair, or adds pairs one of which holds the same twice: no tuples. */
export const pairingMark = "<pairing>";

export const isWave = (letter: string): boolean => /^[ψφϕχΨΦ]$/u.test(letter);

/** Marks the statement, its operators and its amplitudes, if every wave function stands in a pair or a norm. */
export function noteInnerProducts(
  statement: readonly (readonly TexNode[])[],
  survey: Survey,
): void {
  const held = statement.flatMap((side) => [...holders(side)]);
  const pairs = held.filter(({ pair }) => pair);
  if (pairs.length === 0) return;
  const inside = held.map(({ entries }) => waves(entries.flat())).reduce((a, b) => a + b, 0);
  const all = statement.map((side) => waves(side) - called(side)).reduce((a, b) => a + b, 0);
  if (inside !== all) return;
  survey.seen.add(innerMark);
  const heads = pairs.flatMap(({ entries }) => entries.flat());
  if (heads.every((node) => node.kind === "script" || waves([node]) > 0) && statement.every(alone))
    survey.seen.add(bareMark);
  for (const node of heads) {
    const name = nameOf(node);
    if (!name || isWave(name.base)) continue;
    if (/^\p{Lu}$/u.test(name.name)) note(survey, name, "sandwiched");
    if (/^[abcαβγ]$/u.test(name.name)) note(survey, name, "amplitude");
  }
}

interface Holder {
  readonly pair: boolean;
  readonly entries: readonly (readonly TexNode[])[];
}

/** Pairs in parentheses and norms at any depth, each entry of which ends with a wave function. */
function* holders(nodes: readonly TexNode[]): Generator<Holder> {
  for (const [at, node] of nodes.entries()) {
    const pair = tokenOf(node) === "(" && !isHead(nodes, at);
    const close = pair ? closing(nodes, at) : undefined;
    const entries = close === undefined ? [] : splitAt(nodes.slice(at + 1, close), ",");
    if (entries.length === 2 && entries.every(endsWithWave)) yield { pair: true, entries };
    const norm = tokenOf(node) === "\\|" ? endOfNorm(nodes, at) : undefined;
    if (norm !== undefined) yield { pair: false, entries: [nodes.slice(at + 1, norm)] };
    if (node.kind === "group") yield* holders(node.children);
    if (node.kind === "command") for (const arg of node.args) yield* holders(arg ?? []);
  }
}

function endOfNorm(nodes: readonly TexNode[], open: number): number | undefined {
  const length = nodes.slice(open + 1).findIndex((node) => tokenOf(node) === "\\|");
  const close = open + 1 + length;
  return length > 0 && endsWithWave(nodes.slice(open + 1, close)) ? close : undefined;
}

/** What may be called with two arguments; coefficients α, c, λ multiply, and so do components A_i of a potential. */
function isHead(nodes: readonly TexNode[], at: number): boolean {
  const node = behindScripts(nodes, at);
  const name = nameOf(node);
  const isPotential = name?.name === "A" && nodes[at - 1]?.kind === "script";
  return !isPotential && (node?.kind === "words" || /^[fghu-wy\p{Lu}]/u.test(name?.base ?? ""));
}

/** Aψ, α_1ψ_1 + α_2ψ_2, A(Bψ): a wave function at the end of every term, and nowhere else. */
function endsWithWave(entry: readonly TexNode[]): boolean {
  if (entry.some((node) => tokenOf(node) === "\\int")) return false;
  return splitAt(entry, "+", "-").every((term, i) => {
    const heads = term.filter((node) => node.kind !== "script");
    const last = heads[heads.length - 1];
    if (!last) return i === 0 && entry.length > 1;
    if (tokenOf(last) === ")") {
      const open = heads.findIndex(
        (node, at) => fenceSide(node) === "open" && closing(heads, at) === heads.length - 1,
      );
      const inner = heads.slice(open + 1, -1);
      return open > 0 && waves(heads.slice(0, open)) === 0 && endsWithWave(inner);
    }
    return heads.filter((node) => waves([node]) > 0).length === 1 && waves([last]) === 1;
  });
}

/** How many wave functions stand in these nodes. */
const waves = (nodes: readonly TexNode[]): number =>
  nodes.reduce((count, node) => {
    const name = nameOf(node);
    if (name) return count + (isWave(name.name) ? 1 : 0);
    if (node.kind === "group") return count + waves(node.children);
    if (node.kind === "command") return count + waves(node.args.flatMap((arg) => arg ?? []));
    if (node.kind === "script") return count;
    return node.kind === "table" ? count + waves(node.rows.flat(2)) : count;
  }, 0);

/** How many stand before their place in an integral: (ψ, ψ) = ∫|ψ(x)|²dx. */
const called = (side: readonly TexNode[]): number =>
  side.some((node) => tokenOf(node) === "\\int")
    ? side.filter((node, at) => {
        let next = at + 1;
        while (side[next]?.kind === "script") next++;
        return isPlaceOfWave(side, next) && waves([node]) === 1;
      }).length
    : 0;

/** (x), (𝐱). */
const isPlaceOfWave = (nodes: readonly TexNode[], at: number): boolean =>
  tokenOf(nodes[at]) === "(" &&
  tokenOf(nodes[at + 2]) === ")" &&
  /^[xr]$/.test(nameOf(nodes[at + 1])?.base ?? "");

const alone = (side: readonly TexNode[]): boolean =>
  tokenOf(side[0]) === "(" && closing(side, 0) === side.length - 1;

/** ⟨left|right⟩ of two entries. */
export const innerProduct = (left: Expr, right: Expr): Expr =>
  product(dagger(asState(left)), asState(right));

/** Whether every term ends with what may be a state: a name, called or not. */
export function endsInState(entry: Expr): boolean {
  if (entry.kind === "sum") return entry.terms.every(endsInState);
  if (entry.kind === "series") return endsInState(entry.body);
  const last = entry.kind === "product" ? entry.factors.at(-1) : entry;
  return last !== undefined && last.kind !== "power" && last.kind !== "quotient";
}

/** d/dt and ∂/∂t; other derivatives of a state keep what they are taken by. */
const isRate = ({ by }: Derivative): boolean =>
  by.kind === "variable" && by.variable.kind === "symbol" && by.variable.name === "t";

/** The last factor of every term as a ket. */
export function asState(entry: Expr): Expr {
  switch (entry.kind) {
    case "sum":
      return sum(...entry.terms.map(asState));
    case "product":
      return product(...entry.factors.slice(0, -1), asState(entry.factors.at(-1) as Expr));
    case "series":
      return intern({ ...entry, body: asState(entry.body) });
    case "symbol":
      return ket(symbol(entry.name, "state"));
    case "derivative":
      return entry.operand?.kind === "symbol" && entry.order === one && isRate(entry)
        ? ket(symbol(`${entry.operand.name}̇`, "state"))
        : ket(entry);
    default:
      return ket(entry);
  }
}
