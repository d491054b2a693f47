/** Coefficients of coupled angular momenta: ⟨j₁m₁; j₂m₂|jm⟩ and 3j and 6j symbols are numbers. */
import { func, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";

export function withCoefficients(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  const isNumber = !sides.every((side) => some(side, isWide));
  const put = (side: Expr): Expr =>
    transform(side, (node) => brackets(node) ?? (isNumber ? symbolOf(node) : undefined) ?? node);
  return { ...claim, left: put(claim.left), right: put(claim.right) };
}

const isWide = (node: Expr): boolean =>
  node.kind === "matrix" && node.rows.length === 2 && node.rows[0]?.length === 3;

/** A bra and a ket beside it, one with four quantum numbers and one with two. */
function brackets(node: Expr): Expr | undefined {
  if (node.kind !== "product") return undefined;
  const factors: Expr[] = [];
  let changed = false;
  for (let at = 0; at < node.factors.length; at++) {
    const [bra, ket] = [node.factors[at] as Expr, node.factors[at + 1]];
    const coefficient =
      bra.kind === "bra" && ket?.kind === "ket" ? bracket(bra.labels, ket.labels) : undefined;
    factors.push(coefficient ?? bra);
    if (!coefficient) continue;
    changed = true;
    at++;
  }
  return changed ? product(...factors) : undefined;
}

function bracket(left: readonly Expr[], right: readonly Expr[]): Expr | undefined {
  const [apart, coupled] = left.length === 4 ? [left, right] : [right, left];
  const [a, b, c, d] = apart;
  const [j, m] = coupled;
  if (!a || !b || !c || !d || !j || !m || apart.length !== 4 || coupled.length !== 2)
    return undefined;
  const orders = [
    [a, b, c, d, j, m],
    [a, c, b, d, j, m],
  ].filter(areQuantumNumbers);
  const [first, second] = orders;
  if (!first) return undefined;
  if (second && second.some((label, n) => label !== first[n]))
    return intern({
      kind: "opaque",
      what: "a bracket of quantum numbers in either order",
      parts: first,
    });
  return func("clebschGordan", first);
}

/** j₁, m₁, j₂, m₂, j, m, each pair of one kind of half. */
const areQuantumNumbers = (labels: readonly Expr[]): boolean =>
  [0, 2, 4].every((at) => {
    const [j, m] = [twice(labels[at]), twice(labels[at + 1])];
    return j !== undefined && m !== undefined && j >= 0 && Math.abs(m) <= j && (j + m) % 2 === 0;
  });

/** A 2×3 array that stands for a number. */
function symbolOf(node: Expr): Expr | undefined {
  if (!isWide(node) || node.kind !== "matrix") return undefined;
  const entries = node.rows.flat();
  const numbers = entries.map(twice);
  if (!numbers.every((n) => n !== undefined)) return undefined;
  const [, , , x = 0, y = 0, z = 0] = numbers;
  if (numbers.slice(0, 3).some((n) => n < 0)) return undefined;
  if (x + y + z === 0) return func("wigner3j", entries);
  return numbers.every((n) => n >= 0) ? func("wigner6j", entries) : undefined;
}

/** Twice a half-integer. */
function twice(label: Expr | undefined): number | undefined {
  if (label?.kind !== "num" || (label.denominator !== 1n && label.denominator !== 2n))
    return undefined;
  return Number((label.numerator * 2n) / label.denominator);
}
