/** Elements of matrices, (T^a)_{ij} and (σ_i)_{ab}, and two-index ε: their indices range over the matrix space. */
import { down, symbol, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Index, IndexSpace } from "../expr/node";
import { nodes, transform } from "../expr/walk";

export function withMatrixElements(claim: Claim): Claim {
  const everything = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const spaces = new Map<string, IndexSpace>();
  for (const node of everything)
    for (const [name, space] of elementIndices(node)) spaces.set(name, space);
  if (spaces.size === 0 && isOfSymbolsAlone(everything))
    for (const node of everything)
      for (const name of planeIndices(node)) spaces.set(name, "spinor");
  if (spaces.size === 0) return claim;
  const retagged = (index: Index): Index => {
    const space = spaces.get(index.name);
    return space && index.value === undefined ? { ...index, space } : index;
  };
  const put = (side: Expr): Expr =>
    transform(side, (node) => {
      if (node.kind === "tensor") return tensor(node.head, ...node.indices.map(retagged));
      const names = kroneckerNames(node) ?? (spaces.size > 0 ? planeNames(node) : undefined);
      if (node.kind !== "labelled" || !names?.some((name) => spaces.has(name))) return node;
      const role = node.head.name === "δ" ? "delta" : "epsilon";
      return tensor(
        symbol(node.head.name, "tensor", { role }),
        ...names.map((name) => down(name, spaces.get(name) ?? "spinor")),
      );
    });
  return { ...claim, left: put(claim.left), right: put(claim.right) };
}

/** Row and column behind a matrix's own index. */
function elementIndices(node: Expr): readonly (readonly [string, IndexSpace])[] {
  if (node.kind !== "tensor" || node.head.kind !== "symbol" || node.indices.length !== 3) return [];
  const space = elementSpace[node.head.role ?? ""];
  return space ? node.indices.slice(1).map(({ name }) => [name, space] as const) : [];
}

const elementSpace: Readonly<Record<string, IndexSpace>> = {
  generator: "fundamental",
  pauli: "spinor",
  gamma: "spinor",
};

/** Indices of an ε with two of them, in the plane; at two heights its sign is a matter of convention. */
const planeIndices = (node: Expr): readonly string[] =>
  (node.kind === "tensor" && node.head.kind === "symbol" && node.head.role === "epsilon"
    ? node.indices.length === 2
      ? node.indices.map(({ name }) => name)
      : undefined
    : planeNames(node)) ?? [];

function planeNames(node: Expr): readonly string[] | undefined {
  return node.kind === "labelled" && /^[εϵ]$/u.test(node.head.name)
    ? labelNames(node.labels)
    : undefined;
}

const kroneckerNames = (node: Expr): readonly string[] | undefined =>
  node.kind === "labelled" && node.head.role === "delta" ? labelNames(node.labels) : undefined;

const labelNames = (labels: readonly Expr[]): readonly string[] | undefined =>
  labels.length === 2 && labels.every((label) => label.kind === "symbol")
    ? labels.flatMap((label) => (label.kind === "symbol" ? [label.name] : []))
    : undefined;

/** Nothing but δ, numbers and more than one ε with two indices, all at one height. */
function isOfSymbolsAlone(everything: readonly Expr[]): boolean {
  const heights = new Set<string>();
  const accounted = new Set<Expr>();
  let epsilons = 0;
  for (const node of everything) {
    if (node.kind === "tensor") {
      const role = node.head.kind === "symbol" ? node.head.role : undefined;
      if ((role !== "epsilon" && role !== "delta") || node.indices.length !== 2) return false;
      for (const { place } of node.indices) heights.add(place);
      accounted.add(node.head);
      if (role === "epsilon") epsilons++;
    } else if (node.kind === "labelled") {
      if (!kroneckerNames(node) && !planeNames(node)) return false;
      heights.add("down");
      for (const part of [node.head, ...node.labels]) accounted.add(part);
      if (planeNames(node)) epsilons++;
    } else if (!/^(num|constant|symbol|sum|product|quotient)$/.test(node.kind)) return false;
  }
  const others = everything.some((node) => node.kind === "symbol" && !accounted.has(node));
  return epsilons > 1 && heights.size === 1 && !others;
}
