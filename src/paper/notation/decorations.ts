/** Primes, stars, daggers and transposes that surround what a superscript holds. */
import type { TexNode } from "../latex/node";
import type { Dressing } from "./dressing";
import { nameOf } from "./name";
import { isDagger, isPrime, isStar, isTranspose, type ScriptPart } from "./scripts";
import { isDigit, tokenOf } from "./token";

/** What is left of a script when its decorations are noted. */
export function withoutDecorations(part: ScriptPart, into: Dressing): readonly TexNode[] {
  if (part.place === "sub") return part.nodes;
  return withoutBehind(
    withoutLead(withoutTranspose(withoutPrimes(part.nodes, into), into), into),
    into,
  );
}

function withoutPrimes(written: readonly TexNode[], into: Dressing): readonly TexNode[] {
  let nodes = written;
  const [first] = nodes;
  if (first?.kind === "script" && first.place === "sup" && first.children.every(isPrime)) {
    into.primes += first.children.length;
    nodes = nodes.slice(1);
  }
  while (nodes.length > 0 && isPrime(nodes[0])) {
    into.primes++;
    nodes = nodes.slice(1);
  }
  return nodes;
}

/** The T of γ^{μT}. */
function withoutTranspose(nodes: readonly TexNode[], into: Dressing): readonly TexNode[] {
  const last = nodes[nodes.length - 1];
  const rest = nodes.slice(0, -1);
  const capital = rest.length === 1 && /^[A-Z]$/.test(nameOf(rest[0])?.name ?? "");
  if (!last || rest.length === 0 || capital || !isTranspose([last])) return nodes;
  if (!rest.every(isIndexLike)) return nodes;
  into.involutions.push("transpose");
  return rest;
}

/** The dagger of a^{†2}, the star of φ^{*β}. */
function withoutLead(nodes: readonly TexNode[], into: Dressing): readonly TexNode[] {
  const [lead, ...rest] = nodes;
  if (!lead || rest.length === 0 || !(isDagger(lead) || isStar(lead))) return nodes;
  const numbered = rest.every(isDigit) || countsDaggers(nodes);
  if (!numbered && !rest.every(isIndexLike)) return nodes;
  into.involutions.push(isDagger(lead) ? "dagger" : "conjugate");
  return rest;
}

/** The 3 of a^{†3}, the n of a^{†n} and the n−1 of a^{†(n−1)}: how often, never which. */
export function countsDaggers([lead, first, ...more]: readonly TexNode[]): boolean {
  if (!lead || !isDagger(lead) || !first) return false;
  if ([first, ...more].every(isDigit)) return true;
  const name = nameOf(first);
  const letter = name !== undefined && !name.bold && !name.roman && /^[nmN]$/.test(name.name);
  return (more.length === 0 && letter) || (tokenOf(first) === "(" && tokenOf(more.at(-1)) === ")");
}

function withoutBehind(written: readonly TexNode[], into: Dressing): readonly TexNode[] {
  let nodes = written;
  for (let last = nodes[nodes.length - 1]; last; last = nodes[nodes.length - 1]) {
    const carrier = nodes.findLast((node) => !isPrime(node));
    const raised = last.kind === "script" && last.place === "sup" ? last.children : [];
    const [only] = raised;
    if (only && raised.length === 1 && nodes.length > 1 && (isDagger(only) || isStar(only)))
      into.involutions.unshift(isDagger(only) ? "dagger" : "conjugate");
    else if (isPrime(last) && carrier && isStar(carrier)) into.primes++;
    else if (isStar(last)) into.involutions.unshift("conjugate");
    else if (isDagger(last)) into.involutions.unshift("dagger");
    else break;
    nodes = nodes.slice(0, -1);
  }
  return nodes;
}

/** A letter that may stand for an index or a label, with its primes. */
export const isIndexLike = (node: TexNode): boolean => {
  const name = nameOf(node);
  return node.kind === "script"
    ? node.children.every(isPrime)
    : name !== undefined && !name.bold && !name.roman && !/^[nmNie]$/.test(name.name);
};
