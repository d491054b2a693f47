/** |↑↓⟩ and |01⟩ as columns: 0 for up and 1 for down, spin by spin. */
import { matrix, one, zero } from "../../expr/build";
import type { Bra, Expr, Ket } from "../../expr/node";
import { isOne, isZero } from "../../expr/questions";

export const isState = (node: Expr): node is Ket | Bra =>
  node.kind === "ket" || node.kind === "bra";

export const isKnownState = (node: Expr): node is Ket | Bra =>
  isState(node) && pointing(node) !== undefined;

export const isArrow = (node: Expr): boolean =>
  node.kind === "product"
    ? node.factors.every(isArrow)
    : node.kind === "symbol" && (node.name === "↑" || node.name === "↓");

/** 0 for up and 1 for down, spin by spin. */
export function pointing({ labels }: Ket | Bra): readonly number[] | undefined {
  const each = labels.flatMap((label) => (label.kind === "product" ? label.factors : [label]));
  const bits = each.map((label) => {
    if (isZero(label)) return 0;
    if (isOne(label)) return 1;
    return isArrow(label) && label.kind === "symbol" ? Number(label.name === "↓") : undefined;
  });
  const known = bits.flatMap((bit) => bit ?? []);
  const isMixed = each.some(isArrow) && !each.every(isArrow);
  return known.length === each.length && known.length > 0 && !isMixed ? known : undefined;
}

/** |0⟩|1⟩ is |01⟩. */
export function sideBySide(factors: readonly Expr[]): readonly Expr[] {
  const joined: Expr[] = [];
  for (const factor of factors) {
    const before = joined.at(-1);
    if (before?.kind === "ket" && factor.kind === "ket" && pointing(before) && pointing(factor))
      joined[joined.length - 1] = { ...before, labels: [...before.labels, ...factor.labels] };
    else joined.push(factor);
  }
  return joined;
}

/** |0⟩|1⟩. */
export const areSideBySide = (factors: readonly Expr[]): boolean =>
  factors.some((factor, n) => {
    const next = factors[n + 1];
    return (
      factor.kind === "ket" && next?.kind === "ket" && isKnownState(factor) && isKnownState(next)
    );
  });

export function longestRun(factors: readonly Expr[]): number {
  let [longest, here] = [0, 0];
  for (const factor of factors) {
    here = factor.kind === "ket" ? here + (pointing(factor)?.length ?? 0) : 0;
    longest = Math.max(longest, here);
  }
  return longest;
}

export function columnOf(state: Ket | Bra): Expr | undefined {
  const bits = pointing(state);
  if (!bits) return undefined;
  const place = bits.reduce((at, bit) => 2 * at + bit, 0);
  const entries = Array.from({ length: 2 ** bits.length }, (_, n) => (n === place ? one : zero));
  return matrix(state.kind === "ket" ? entries.map((entry) => [entry]) : [entries]);
}
