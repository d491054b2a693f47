/** Going through a tree: children, search, and rebuilding with replaced parts. */
import { intern } from "./intern";
import type { Expr, Index, Sym } from "./node";
import { isNamed } from "./questions";

const known = new WeakMap<Expr, readonly Expr[]>();

/** The direct parts of a node, in reading order; nodes never change, so they are remembered. */
export function children(node: Expr): readonly Expr[] {
  const before = known.get(node);
  if (before) return before;
  const found: Expr[] = [];
  for (const part of Object.values(node)) collect(part, found);
  known.set(node, found);
  return found;
}

function collect(part: unknown, into: Expr[]): void {
  if (isExpr(part)) into.push(part);
  else if (part !== null && typeof part === "object")
    for (const inner of Object.values(part)) collect(inner, into);
}

/** This node with every direct part replaced; the same node when nothing changed. A name that only a name can stand for keeps it. */
export function mapChildren<E extends Expr>(node: E, change: (part: Expr) => Expr): E {
  if (children(node).length === 0) return node;
  const own = node as unknown as Readonly<Record<string, unknown>>;
  let rebuilt: Record<string, unknown> | undefined;
  for (const name of Object.keys(own)) {
    const part = own[name];
    const fresh = rebuild(part, change);
    if (fresh === part || (name === "head" && isNoName(node, fresh))) continue;
    rebuilt ??= { ...own };
    rebuilt[name] = fresh;
  }
  return rebuilt ? intern(rebuilt as unknown as E) : node;
}

/** The head of a family is a name: (λ/2)₁ is not what becomes of λ₁. */
const isNoName = ({ kind }: Expr, head: unknown): boolean =>
  kind === "labelled" && !(isExpr(head) && head.kind === "symbol");

function rebuild(part: unknown, change: (part: Expr) => Expr): unknown {
  if (part === null || typeof part !== "object") return part;
  if (isExpr(part)) return change(part);
  if (Array.isArray(part)) {
    let rebuilt: unknown[] | undefined;
    for (let i = 0; i < part.length; i++) {
      const fresh = rebuild(part[i], change);
      if (fresh === part[i]) continue;
      rebuilt ??= [...part];
      rebuilt[i] = fresh;
    }
    return rebuilt ?? part;
  }
  const own = part as Readonly<Record<string, unknown>>;
  let rebuilt: Record<string, unknown> | undefined;
  for (const name of Object.keys(own)) {
    const fresh = rebuild(own[name], change);
    if (fresh === own[name]) continue;
    rebuilt ??= { ...own };
    rebuilt[name] = fresh;
  }
  return rebuilt ?? part;
}

/** What `map` makes of something by a change that not every part allows; undefined where one does not. */
export function ifWhole<T>(
  map: (change: (part: Expr) => Expr) => T,
  change: (part: Expr) => Expr | undefined,
): T | undefined {
  let isWhole = true;
  const changed = map((part) => {
    const fresh = change(part);
    isWhole &&= fresh !== undefined;
    return fresh ?? part;
  });
  return isWhole ? changed : undefined;
}

/** The name itself, but not the N₀ of N₀e^{−λt}. */
export const speaksOf = (node: Expr, name: Sym): boolean =>
  isNamed(node, name.name) ||
  (node.kind !== "labelled" && children(node).some((part) => speaksOf(part, name)));

/** Rebuilds bottom-up. */
export const transform = (node: Expr, change: (node: Expr) => Expr): Expr =>
  change(mapChildren(node, (part) => transform(part, change)));

/** Replaces whole subtrees equal to the keys. */
export function replace(node: Expr, by: ReadonlyMap<Expr, Expr>): Expr {
  return by.get(node) ?? mapChildren(node, (part) => replace(part, by));
}

/** Every node of the tree, parents first. */
export function* nodes(node: Expr): Generator<Expr> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    const parts = children(next);
    for (let k = parts.length - 1; k >= 0; k--) waiting.push(parts[k] as Expr);
  }
}

export function some(node: Expr, test: (node: Expr) => boolean): boolean {
  if (test(node)) return true;
  for (const part of children(node)) if (some(part, test)) return true;
  return false;
}

export function symbolsOf(node: Expr): ReadonlySet<Sym> {
  const found = new Set<Sym>();
  for (const part of nodes(node)) if (part.kind === "symbol") found.add(part);
  return found;
}

/** Kinds of records inside nodes that carry a `kind` without being expressions. */
const notExpressions = new Set([
  "index",
  "variable",
  "gradient",
  "divergence",
  "curl",
  "laplacian",
  "dalembertian",
]);

const isExpr = (part: unknown): part is Expr =>
  part !== null &&
  typeof part === "object" &&
  "kind" in part &&
  typeof part.kind === "string" &&
  !notExpressions.has(part.kind);

/** The tree with every index of a tensor or a derivative changed. */
export function mapIndices(node: Expr, change: (index: Index) => Index): Expr {
  const inner = mapChildren(node, (part) => mapIndices(part, change));
  if (inner.kind === "tensor") return intern({ ...inner, indices: inner.indices.map(change) });
  return inner.kind === "derivative" && inner.by.kind === "index"
    ? intern({ ...inner, by: { ...inner.by, index: change(inner.by.index) } })
    : inner;
}
