/** Labels that may be equal: of a Kronecker symbol at every second point, of modes at some points, so that both cases are met. */
import type { Expr, Sym } from "../../expr/node";

type Pair = readonly [Sym, Sym];

/** Pairs of label names that are to be equal at this point. */
export function equalLabels(nodes: readonly Expr[], ordinal: number): readonly Pair[] {
  if (ordinal % 2 === 0) return [];
  const joined = nodes.flatMap((node): readonly Pair[] => {
    if (node.kind !== "labelled" || node.head.name !== "δ" || node.labels.length !== 2) return [];
    const [a, b] = node.labels;
    return a?.kind === "symbol" && b?.kind === "symbol" && a !== b ? [[a, b]] : [];
  });
  return joined.length > 0 ? joined : equalModes(nodes, ordinal);
}

/** All modes are one, then one pair after the other. */
function equalModes(nodes: readonly Expr[], ordinal: number): readonly Pair[] {
  const labels = new Set<Sym>();
  for (const node of nodes) {
    if (node.kind !== "labelled" || !modes.has(node.head.role) || node.labels.length !== 1)
      continue;
    const [label] = node.labels;
    if (label?.kind === "symbol" && ["label", "scalar", "three-vector"].includes(label.type))
      labels.add(label);
  }
  const [first, ...others] = labels;
  if (!first || others.some(({ type }) => type !== first.type)) return [];
  if (ordinal === 1) return others.map((other) => [first, other]);
  const pairs = [...labels].flatMap((a, i) => [...labels].slice(i + 1).map((b): Pair => [a, b]));
  return pairs.slice(((ordinal - 3) / 2) % (pairs.length || 1)).slice(0, 1);
}

const modes: ReadonlySet<string | undefined> = new Set(["lowering", "fermion-lowering"]);
