/** How deep each node of a list stands in brackets, fences, kets and angle brackets. */
import { isChar, type TexNode } from "../latex/node";
import { relationOf } from "./relations";

/** Depth of each node; a bracket itself counts as inside. What is never closed encloses nothing. */
export function levels(nodes: readonly TexNode[]): readonly number[] {
  const deeper = new Array<number>(nodes.length + 1).fill(0);
  const region = (from: number, to: number): void => {
    deeper[from] = (deeper[from] ?? 0) + 1;
    deeper[to + 1] = (deeper[to + 1] ?? 0) - 1;
  };
  const open: { readonly shape: string; readonly at: number }[] = [];
  const bars: number[] = [];
  for (const [i, node] of nodes.entries()) {
    const bracket = bracketOf(node);
    if (bracket?.side === "bar") bars.push(i);
    if (bracket?.side === "open") open.push({ shape: bracket.shape, at: i });
    if (bracket?.side !== "close") continue;
    const partner = open.findLastIndex((other) => other.shape === bracket.shape);
    if (partner >= 0) {
      const from = open[partner]?.at ?? i;
      const apart = bracket.shape === "angle" ? braAndKet(nodes, bars, from, i) : undefined;
      for (const [first, last] of apart ?? [[from, i]]) region(first, last);
      open.length = partner;
    } else if (bracket.shape === "angle") {
      const bar = bars.findLast((at) => at < i);
      if (bar !== undefined) region(bar, i);
    }
  }
  for (const { shape, at } of open) {
    const bar = shape === "angle" ? bars.find((place) => place > at) : undefined;
    if (bar !== undefined) region(at, bar);
  }
  for (const [from, to] of angles(nodes)) region(from, to);
  let depth = 0;
  return deeper.slice(0, -1).map((change) => {
    depth += change;
    return depth;
  });
}

/** ⟨ψ| = |φ⟩: a bra before a relation and a ket behind it are no bracket. */
function braAndKet(
  nodes: readonly TexNode[],
  bars: readonly number[],
  from: number,
  to: number,
): readonly (readonly [number, number])[] | undefined {
  const [bra, ket] = [bars.find((at) => at > from), bars.findLast((at) => at < to)];
  if (bra === undefined || ket === undefined) return undefined;
  const between = nodes.slice(bra + 1, ket);
  return between.some((node) => relationOf(node) !== undefined)
    ? [
        [from, bra],
        [ket, to],
      ]
    : undefined;
}

/** True where a bracket opened in `nodes` is still open at their end. */
export function leavesOpen(nodes: readonly TexNode[]): boolean {
  let open = 0;
  for (const node of nodes) {
    const bracket = bracketOf(node);
    if (bracket?.shape === "angle") continue;
    if (bracket?.side === "open") open++;
    if (bracket?.side === "close" && open > 0) open--;
  }
  return open > 0;
}

interface Bracket {
  readonly side: "open" | "close" | "bar";
  readonly shape: string;
}

/** Round and square brackets close each other: half-open intervals. */
const shapes: Readonly<Record<string, Bracket>> = {
  "(": { side: "open", shape: "round" },
  "[": { side: "open", shape: "round" },
  ")": { side: "close", shape: "round" },
  "]": { side: "close", shape: "round" },
  "{": { side: "open", shape: "curly" },
  "}": { side: "close", shape: "curly" },
  langle: { side: "open", shape: "angle" },
  rangle: { side: "close", shape: "angle" },
  lfloor: { side: "open", shape: "floor" },
  rfloor: { side: "close", shape: "floor" },
  lceil: { side: "open", shape: "ceil" },
  rceil: { side: "close", shape: "ceil" },
  "|": { side: "bar", shape: "bar" },
};

function bracketOf(node: TexNode): Bracket | undefined {
  if (node.kind === "char") return shapes[node.text];
  if (node.kind === "command") return node.name === "|" ? undefined : shapes[node.name];
  if (node.kind !== "fence") return undefined;
  if (node.side === "left") return { side: "open", shape: "fence" };
  if (node.side === "right") return { side: "close", shape: "fence" };
  return shapes[node.delimiter.replace(/^\\(?=.)/, "")];
}

/** `< … >` used as brackets: no relation, separator or space between. */
function* angles(nodes: readonly TexNode[]): Generator<readonly [number, number]> {
  for (let i = 0; i < nodes.length; i++) {
    if (!isChar(nodes[i], "<")) continue;
    const length = nodes.slice(i + 1).findIndex(endsAngle);
    const close = i + 1 + length;
    if (length > 0 && isChar(nodes[close], ">")) {
      yield [i, close];
      i = close;
    }
  }
}

const endsAngle = (node: TexNode): boolean =>
  relationOf(node) !== undefined ||
  isChar(node, ";") ||
  node.kind === "words" ||
  (node.kind === "command" && node.name === "quad");
