/** A law used on a whole expression: everywhere, until nothing changes, or once. */
import type { Expr } from "../expr/node";
import { children } from "../expr/walk";
import type { Law, Scene } from "./law";
import { tidy, withParts } from "./tidy";

/** Nodes that may still be looked at; counted, so that an answer is the same on every machine. */
export interface Work {
  left: number;
}

/** The tidy expression after the law; undefined where it changes nothing or grows too long. */
export function apply(law: Law, expr: Expr, scene: Scene, work: Work): Expr | undefined {
  if (law.fact && !scene.facts.some(({ kind }) => kind === law.fact)) return undefined;
  let current = expr;
  for (let pass = 0; pass < (law.once ? 1 : mostPasses) && work.left > 0; pass++) {
    const next = tidy(everywhere(law, current, scene, work));
    if (next === current) break;
    if (isLong(next)) return undefined;
    current = next;
  }
  return current === expr ? undefined : current;
}

const mostPasses = 24;
const mostNodes = 1200;

function everywhere(law: Law, node: Expr, scene: Scene, work: Work): Expr {
  const known = memory(scene, law);
  const before = known.get(node);
  if (before) return before;
  if (node.kind === law.outside || !speaksOf(law, node)) return node;
  work.left--;
  const inner = withParts(node, (part) => everywhere(law, part, scene, work));
  const result = law.rewrite(inner, scene) ?? inner;
  known.set(node, result);
  return result;
}

const speaksOf = ({ needs }: Law, node: Expr): boolean =>
  !needs || needs.some((mark) => marksOf(node).has(mark));

const marks = new WeakMap<Expr, ReadonlySet<string>>();

/** Kinds, roles and functions in a tree. */
function marksOf(node: Expr): ReadonlySet<string> {
  const before = marks.get(node);
  if (before) return before;
  const found = new Set<string>([node.kind]);
  if (node.kind === "symbol" && node.role) found.add(node.role);
  if (node.kind === "function") found.add(node.name);
  for (const part of children(node)) for (const mark of marksOf(part)) found.add(mark);
  marks.set(node, found);
  return found;
}

/** Parts that lines share are rewritten once. */
const memories = new WeakMap<Scene, Map<Law, Map<Expr, Expr>>>();

function memory(scene: Scene, law: Law): Map<Expr, Expr> {
  const laws = memories.get(scene) ?? new Map<Law, Map<Expr, Expr>>();
  memories.set(scene, laws);
  const known = laws.get(law) ?? new Map<Expr, Expr>();
  laws.set(law, known);
  return known;
}

function isLong(node: Expr): boolean {
  let count = 0;
  const visit = (part: Expr): void => {
    count++;
    if (count <= mostNodes) for (const inner of children(part)) visit(inner);
  };
  visit(node);
  return count > mostNodes;
}
