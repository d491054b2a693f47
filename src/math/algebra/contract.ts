/** Contraction of indices: metric, δ, ε and vectors. */
import { dot, minus, num, product, symbol, tensor } from "../expr/build";
import type { Expr, Index, Role, Tensor } from "../expr/node";
import { symbolsOf } from "../expr/walk";
import { indexCounts, isSameIndex, withIndex } from "./indices";
import type { Law, Scene } from "./law";

const roleOf = (node: Expr): Role | undefined =>
  node.kind === "tensor" && node.head.kind === "symbol" ? node.head.role : undefined;

const isVector = (node: Expr): node is Tensor =>
  node.kind === "tensor" &&
  node.indices.length === 1 &&
  node.indices[0]?.value === undefined &&
  vectorial(node.head);

function vectorial(head: Expr): boolean {
  switch (head.kind) {
    case "symbol":
      return head.type === "four-vector" || head.type === "three-vector";
    case "labelled":
      return vectorial(head.head);
    case "sum":
      return head.terms.every(vectorial);
    case "product":
      return head.factors.some(vectorial);
    default:
      return false;
  }
}

/** g^{μν}p_ν = p^μ, δ_ij a_j = a_i, g^μ_μ = d. */
export const contractMetric: Law = {
  name: "tensor.contract-metric",
  needs: ["metric", "delta"],
  forth: "contracts with the metric",
  back: "writes out a contraction",
  statement: "g^{μν}p_ν = p^μ, g^μ_μ = d",
  rewrite(node, scene) {
    if (node.kind === "tensor") return traceOfMetric(node, scene);
    if (node.kind !== "product") return undefined;
    for (const [at, factor] of node.factors.entries()) {
      const role = roleOf(factor);
      if (factor.kind !== "tensor" || (role !== "metric" && role !== "delta")) continue;
      const rest = node.factors.filter((_, i) => i !== at);
      const found = across(factor, product(...rest));
      if (found) return found;
    }
    return undefined;
  },
};

function across({ indices }: Tensor, rest: Expr): Expr | undefined {
  const counts = indexCounts(rest);
  for (const [here, there] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const [inner, outer] = [indices[here], indices[there]];
    if (!inner || !outer || inner.value !== undefined || outer.value !== undefined) continue;
    if (counts.get(`${inner.name} ${inner.space}`) !== 1) continue;
    return withIndex(rest, inner, outer);
  }
  return undefined;
}

function traceOfMetric(node: Tensor, scene: Scene): Expr | undefined {
  const role = roleOf(node);
  const [a, b] = node.indices;
  if ((role !== "metric" && role !== "delta") || !a || !b || !isSameIndex(a, b)) return undefined;
  return a.space === "lorentz" ? dimensionOf(scene) : a.space === "spatial" ? num(3) : undefined;
}

export const dimensionOf = ({ conventions: { dim } }: Scene): Expr =>
  dim === "d" ? symbol("d") : num(dim);

/** p_μ q^μ = p·q. */
export const contractVectors: Law = {
  name: "tensor.contract-vectors",
  needs: ["tensor"],
  forth: "contracts indices",
  back: "writes a scalar product with indices",
  statement: "p_μ q^μ = p·q",
  rewrite(node) {
    if (node.kind !== "product") return undefined;
    for (const [i, first] of node.factors.entries()) {
      if (!isVector(first)) continue;
      for (const [j, second] of node.factors.entries()) {
        if (j <= i || !isVector(second)) continue;
        const [a, b] = [first.indices[0] as Index, second.indices[0] as Index];
        if (!isSameIndex(a, b) || (a.space === "lorentz" && a.place === b.place)) continue;
        const rest = node.factors.filter((_, k) => k !== i && k !== j);
        return product(...rest, dot(first.head, second.head));
      }
    }
    return undefined;
  },
};

/** ε_ijk ε_klm = δ_il δ_jm − δ_im δ_jl. */
export const contractEpsilon: Law = {
  name: "tensor.contract-epsilon",
  needs: ["epsilon"],
  forth: "contracts two ε",
  back: "recognises two ε",
  statement: "ε_ijk ε_klm = δ_il δ_jm − δ_im δ_jl",
  rewrite(node) {
    if (node.kind !== "product") return undefined;
    const at = node.factors.flatMap((factor, i) => (isSpatialEpsilon(factor) ? [i] : []));
    for (const i of at)
      for (const j of at) {
        if (j <= i) continue;
        const [a, b] = [node.factors[i] as Tensor, node.factors[j] as Tensor];
        const found = pair(a.indices, b.indices, headOf(node, "delta"));
        if (found) return product(...node.factors.filter((_, k) => k !== i && k !== j), found);
      }
    return undefined;
  },
};

const isSpatialEpsilon = (node: Expr): boolean =>
  node.kind === "tensor" &&
  roleOf(node) === "epsilon" &&
  node.indices.length === 3 &&
  node.indices.every(({ space }) => space === "spatial");

/** Both turned until the shared index stands first. */
function pair(a: readonly Index[], b: readonly Index[], delta: Expr): Expr | undefined {
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      const [x, y] = [a[i] as Index, b[j] as Index];
      if (!isSameIndex(x, y)) continue;
      const [i1, i2] = [a[(i + 1) % 3] as Index, a[(i + 2) % 3] as Index];
      const [j1, j2] = [b[(j + 1) % 3] as Index, b[(j + 2) % 3] as Index];
      const d = (p: Index, q: Index): Expr => tensor(delta, p, q);
      return minus(product(d(i1, j1), d(i2, j2)), product(d(i1, j2), d(i2, j1)));
    }
  return undefined;
}

/** The author's own letter for δ or g, else the usual one. */
export function headOf(node: Expr, role: "delta" | "metric", scene?: Scene): Expr {
  const found = find(node, role) ?? (scene && find(scene.target, role));
  return found ?? symbol(role === "delta" ? "δ" : "g", "tensor", { role });
}

function find(node: Expr, role: Role): Expr | undefined {
  for (const part of symbolsOf(node)) if (part.role === role) return part;
  return undefined;
}
