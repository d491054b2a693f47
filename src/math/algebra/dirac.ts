/** The Dirac algebra: what a word of γ matrices becomes. */
import { dot, minusOne, num, one, product, slash, sum, tensor } from "../expr/build";
import { identity } from "../expr/intern";
import type { Expr, Index } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { dimensionOf, headOf } from "./contract";
import { isSameIndex } from "./indices";
import { isNumber } from "./isNumber";
import type { Law, Scene } from "./law";
import { wholeOf } from "./rational";
import { spliced } from "./tidy";

/** A γ matrix by what it carries: an index, or the vector it is contracted with. */
export type Gamma =
  | { readonly kind: "index"; readonly index: Index; readonly node: Expr }
  | { readonly kind: "vector"; readonly vector: Expr; readonly node: Expr };

export function gammaOf(node: Expr | undefined): Gamma | undefined {
  if (node?.kind === "slash")
    return node.vector.kind === "sum" || node.vector.kind === "product"
      ? undefined
      : { kind: "vector", vector: node.vector, node };
  if (node?.kind !== "tensor" || node.head.kind !== "symbol" || node.head.role !== "gamma")
    return undefined;
  const [index, more] = node.indices;
  return index && !more && index.value === undefined ? { kind: "index", index, node } : undefined;
}

/** g between what two γ matrices carry: g^{μν}, p^μ, p·q. */
export function metricBetween(a: Gamma, b: Gamma, near: Expr, scene: Scene): Expr {
  if (a.kind === "vector" && b.kind === "vector") return dot(a.vector, b.vector);
  if (a.kind === "vector" && b.kind === "index") return tensor(a.vector, b.index);
  if (a.kind === "index" && b.kind === "vector") return tensor(b.vector, a.index);
  return a.kind === "index" && b.kind === "index"
    ? tensor(headOf(near, "metric", scene), a.index, b.index)
    : one;
}

const contracted = (a: Gamma, b: Gamma): boolean =>
  a.kind === "index" && b.kind === "index" && isSameIndex(a.index, b.index);

/** p̸p̸ = p², γ^μγ_μ = d. */
export const contractAdjacent: Law = {
  name: "dirac.contract-adjacent",
  needs: ["slash", "gamma"],
  forth: "contracts neighbouring γ matrices",
  back: "inserts contracted γ matrices",
  statement: "γ^μγ_μ = d, p̸p̸ = p²",
  rewrite(node, scene) {
    if (node.kind === "power" && node.exponent === num(2)) {
      const square = gammaOf(node.base);
      return square?.kind === "vector" ? dot(square.vector, square.vector) : undefined;
    }
    return inPairs(node, (a, b) => {
      if (a.kind === "vector" && b.kind === "vector" && a.vector === b.vector)
        return dot(a.vector, a.vector);
      return contracted(a, b) ? dimensionOf(scene) : undefined;
    });
  },
};

function inPairs(node: Expr, change: (a: Gamma, b: Gamma) => Expr | undefined): Expr | undefined {
  if (node.kind !== "product") return undefined;
  const { factors } = node;
  for (let i = 0; i + 1 < factors.length; i++) {
    const [a, b] = [gammaOf(factors[i]), gammaOf(factors[i + 1])];
    const found = a && b && change(a, b);
    if (found) return spliced(factors, i, i + 2, found);
  }
  return undefined;
}

/** γ^μ p_μ = p̸. */
export const slashed: Law = {
  name: "dirac.slash",
  needs: ["gamma"],
  forth: "writes γ^μ p_μ as p̸",
  back: "writes p̸ as γ^μ p_μ",
  statement: "γ^μ p_μ = p̸",
  minor: true,
  rewrite(node) {
    if (node.kind !== "product") return undefined;
    for (const [i, factor] of node.factors.entries()) {
      const gamma = gammaOf(factor);
      if (gamma?.kind !== "index") continue;
      for (const [j, other] of node.factors.entries()) {
        if (other.kind !== "tensor" || other.indices.length !== 1 || !isFourVector(other.head))
          continue;
        const index = other.indices[0] as Index;
        if (!isSameIndex(index, gamma.index) || index.place === gamma.index.place) continue;
        return product(
          ...node.factors.flatMap((each, k) =>
            k === j ? [] : k === i ? [slash(other.head)] : [each],
          ),
        );
      }
    }
    return undefined;
  },
};

const isFourVector = (head: Expr): boolean =>
  (head.kind === "symbol" && head.type === "four-vector") ||
  (head.kind === "labelled" && isFourVector(head.head));

/** γ^μXγ_μ by the known contractions. */
export const contractAcross: Law = {
  name: "dirac.contract-across",
  needs: ["gamma"],
  forth: "contracts γ^μ…γ_μ",
  back: "writes γ^μ…γ_μ",
  statement:
    "γ^μγ^αγ_μ = (2−d)γ^α, γ^μγ^αγ^βγ_μ = 4g^{αβ} + (d−4)γ^αγ^β, γ^μγ^αγ^βγ^ργ_μ = −2γ^ργ^βγ^α + (4−d)γ^αγ^βγ^ρ",
  rewrite(node, scene) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    for (let size = 1; size <= 3; size++)
      for (let i = 0; i + size + 1 < factors.length; i++) {
        const word = factors.slice(i, i + size + 2).map(gammaOf);
        const [first, last] = [word[0], word.at(-1)];
        const inner = word.slice(1, -1);
        if (
          !first ||
          !last ||
          !contracted(first, last) ||
          !inner.every((each) => each !== undefined)
        )
          continue;
        const found = sandwich(inner as readonly Gamma[], node, scene);
        if (found) return spliced(factors, i, i + size + 2, found);
      }
    return undefined;
  },
};

/** γ^μ(p̸+m)γ_μ, without writing the sum out first. */
export const contractAcrossSum: Law = {
  name: "dirac.contract-across-sum",
  needs: ["gamma"],
  forth: "contracts γ^μ…γ_μ",
  back: "writes γ^μ…γ_μ",
  statement: "γ^μ(p̸+m)γ_μ = (2−d)p̸ + dm",
  rewrite(node, scene) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    const d = dimensionOf(scene);
    for (let i = 0; i + 2 < factors.length; i++) {
      const [first, last] = [gammaOf(factors[i]), gammaOf(factors[i + 2])];
      const inner = factors[i + 1];
      if (!first || !last || !contracted(first, last) || inner?.kind !== "sum") continue;
      const terms = inner.terms.map((term) => {
        const word = factorsOf(term).filter((factor) => !isNumber(factor));
        if (word.length === 0) return product(d, term);
        return word.length === 1 && gammaOf(word[0])
          ? product(sum(num(2), product(minusOne, d)), term)
          : undefined;
      });
      if (terms.every((term) => term !== undefined))
        return spliced(factors, i, i + 3, sum(...(terms as Expr[])));
    }
    return undefined;
  },
};

function sandwich(inner: readonly Gamma[], node: Expr, scene: Scene): Expr | undefined {
  const d = dimensionOf(scene);
  const [a, b, c] = inner;
  if (a && !b) return product(sum(num(2), product(minusOne, d)), a.node);
  const offset = sum(d, num(-4));
  if (a && b && !c)
    return sum(product(num(4), metricBetween(a, b, node, scene)), product(offset, a.node, b.node));
  if (a && b && c)
    return sum(
      product(num(-2), c.node, b.node, a.node),
      product(minusOne, offset, a.node, b.node, c.node),
    );
  return undefined;
}

/** γ^μγ^ν = 2g^{μν} − γ^νγ^μ, towards the order of the other side. */
export const anticommute: Law = {
  name: "dirac.anticommute",
  needs: ["slash", "gamma"],
  forth: "anticommutes γ matrices",
  back: "anticommutes γ matrices",
  statement: "γ^μγ^ν = 2g^{μν} − γ^νγ^μ",
  once: true,
  outside: "trace",
  rewrite(node, scene) {
    return inPairs(node, (a, b) => {
      if (a.node === b.node || contracted(a, b) || !isLater(a, b, node)) return undefined;
      return sum(
        product(num(2), metricBetween(a, b, node, scene)),
        product(minusOne, b.node, a.node),
      );
    });
  },
};

/** The first of two goes behind the second if its partner stands farther right, or by name. */
function isLater(a: Gamma, b: Gamma, node: Expr): boolean {
  const factors = factorsOf(node);
  const partner = (gamma: Gamma): number =>
    factors.findIndex((factor, i) => {
      const other = i > factors.indexOf(gamma.node) ? gammaOf(factor) : undefined;
      return (
        other !== undefined &&
        (contracted(gamma, other) || (gamma.kind === "vector" && other.node === gamma.node))
      );
    });
  if (partner(a) >= 0) return true;
  if (partner(b) >= 0) return false;
  return rank(a) > rank(b) || (rank(a) === rank(b) && identity(a.node) > identity(b.node));
}

const rank = ({ kind }: Gamma): number => (kind === "index" ? 0 : 1);

/** γ5 goes to the right: γ5γ^μ = −γ^μγ5; (γ5)² = 1. */
export const gammaFive: Law = {
  name: "dirac.gamma5",
  needs: ["gamma5"],
  forth: "moves γ5 through",
  back: "moves γ5 through",
  statement: "γ5γ^μ = −γ^μγ5, (γ5)² = 1",
  rewrite(node) {
    const count = node.kind === "power" && isFive(node.base) ? wholeOf(node.exponent) : undefined;
    if (count !== undefined && count > 1 && count % 2 === 0) return one;
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    for (let i = 0; i + 1 < factors.length; i++) {
      const [a, b] = [factors[i] as Expr, factors[i + 1] as Expr];
      if (!isFive(a)) continue;
      if (a === b) return spliced(factors, i, i + 2, one);
      if (gammaOf(b)) return spliced(factors, i, i + 2, product(minusOne, b, a));
    }
    return undefined;
  },
};

/** γ5, γ_5, and γ^5 as the odd power it equals. */
export function isFive(node: Expr): boolean {
  if (node.kind === "labelled") return isFive(node.head);
  if (node.kind === "power") return node.exponent === num(5) && isFive(node.base);
  return node.kind === "symbol" && node.role === "gamma5";
}
