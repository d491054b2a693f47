/** Ladder operators on number states, and their orthonormality. */
import { bra, func, ket, minus, num, one, product, sum } from "../expr/build";
import type { Expr } from "../expr/node";
import { loweringOf, raisingOf } from "./commutators";
import type { Law } from "./law";
import { rationalOf } from "./rational";
import { spliced, tidy } from "./tidy";

/** a|n⟩ = √n|n−1⟩, a†|n⟩ = √(n+1)|n+1⟩ and the same to the left. */
export const ladder: Law = {
  name: "states.ladder",
  needs: ["ket"],
  forth: "lets the ladder operators act",
  back: "writes states by ladder operators",
  statement: "a|n⟩ = √n|n−1⟩, a†|n⟩ = √(n+1)|n+1⟩",
  rewrite(node) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    for (const [i, factor] of factors.entries()) {
      if (factor.kind !== "ket" || i === 0) continue;
      const [n, more] = factor.labels;
      if (!n || more || !isCount(n)) continue;
      const last = factors[i - 1] as Expr;
      const operator = last.kind === "power" ? last.base : last;
      const rest = last.kind === "power" ? remaining(last.exponent) : 0;
      if (rest === undefined) continue;
      const acted = actOn(operator, n);
      if (acted)
        return spliced(
          factors,
          i - 1,
          i + 1,
          product(...Array.from({ length: rest }, () => operator), acted),
        );
    }
    return undefined;
  },
};

const remaining = (exponent: Expr): number | undefined =>
  exponent.kind === "num" && exponent.denominator === 1n && exponent.numerator > 0n
    ? Number(exponent.numerator) - 1
    : undefined;

const isCount = (label: Expr): boolean =>
  rationalOf(label) !== undefined ||
  label.kind === "sum" ||
  (label.kind === "symbol" &&
    (label.domain === "integer" || label.domain === "natural" || label.type === "label"));

function actOn(operator: Expr, n: Expr): Expr | undefined {
  if (loweringOf(operator)) {
    if (n === num(0)) return num(0);
    return product(root(n), ket(tidyLabel(minus(n, one))));
  }
  if (raisingOf(operator)) {
    const more = tidyLabel(sum(n, one));
    return product(root(more), ket(more));
  }
  return undefined;
}

const root = (n: Expr): Expr => (n === one ? one : func("sqrt", [n]));

/** n + 1 − 1 = n. */
function tidyLabel(label: Expr): Expr {
  const terms = label.kind === "sum" ? label.terms : [label];
  let number = num(0);
  const others: Expr[] = [];
  for (const term of terms) {
    const value = rationalOf(term);
    if (value) number = rationalOf(sum(number, value)) as typeof number;
    else others.push(term);
  }
  return tidy(sum(...others, number));
}

/** ⟨m|n⟩ = δ_mn, where the labels show whether they are equal. */
export const orthonormal: Law = {
  name: "states.orthonormal",
  needs: ["ket"],
  forth: "uses that the states are orthonormal",
  back: "uses that the states are orthonormal",
  statement: "⟨m|n⟩ = δ_mn",
  rewrite(node) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    for (let i = 0; i + 1 < factors.length; i++) {
      const [left, right] = [factors[i], factors[i + 1]];
      if (left?.kind !== "bra" || right?.kind !== "ket") continue;
      const [m, n] = [left.labels[0], right.labels[0]];
      if (left.labels.length !== 1 || right.labels.length !== 1 || !m || !n) continue;
      if (!isCount(m) || !isCount(n)) continue;
      if (left.labels[0] === n) return spliced(factors, i, i + 2, one);
      const apart = rationalOf(tidyLabel(collected(m, n)));
      if (apart) return spliced(factors, i, i + 2, apart.numerator === 0n ? one : num(0));
    }
    return undefined;
  },
};

/** m − n with what both share left out. */
function collected(m: Expr, n: Expr): Expr {
  const terms = (label: Expr): readonly Expr[] => (label.kind === "sum" ? label.terms : [label]);
  const [a, b] = [[...terms(m)], [...terms(n)]];
  for (const term of terms(m)) {
    const at = b.indexOf(term);
    if (at < 0) continue;
    b.splice(at, 1);
    a.splice(a.indexOf(term), 1);
  }
  return sum(...a, ...b.map((term) => tidy(product(num(-1), term))));
}

/** ⟨n| a a |n⟩ = 0: a word that changes the number has no diagonal element. */
export const selection: Law = {
  name: "states.selection",
  needs: ["ket"],
  forth: "drops what changes the number of quanta",
  back: "adds what changes the number of quanta",
  statement: "⟨n|a²|n⟩ = 0",
  rewrite(node) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    const start = factors.findIndex(({ kind }) => kind === "bra");
    const end = factors.findIndex(({ kind }) => kind === "ket");
    const [left, right] = [factors[start], factors[end]];
    if (left?.kind !== "bra" || right?.kind !== "ket" || end < start + 2) return undefined;
    if (left.labels.length !== 1 || left.labels[0] !== right.labels[0]) return undefined;
    let net = 0;
    for (const factor of factors.slice(start + 1, end)) {
      const operator = factor.kind === "power" ? factor.base : factor;
      const count = factor.kind === "power" ? remaining(factor.exponent) : 0;
      const step = loweringOf(operator) ? -1 : raisingOf(operator) ? 1 : undefined;
      if (count === undefined || step === undefined) return undefined;
      net += step * (count + 1);
    }
    return net === 0 ? undefined : num(0);
  },
};

/** (|n⟩)† = ⟨n|. */
export const daggerOfKet: Law = {
  name: "states.dagger",
  needs: ["ket", "bra"],
  forth: "conjugates a state",
  back: "conjugates a state",
  statement: "|n⟩† = ⟨n|",
  minor: true,
  rewrite(node) {
    if (node.kind !== "involution" || node.sort !== "dagger") return undefined;
    if (node.operand.kind === "ket") return bra(...node.operand.labels);
    return node.operand.kind === "bra" ? ket(...node.operand.labels) : undefined;
  },
};
