/** Products of matrices by their entries: A⊗B, and sums and multiples of matrices and states. */
import { constant, minusOne, num, one, product, quotient, sum, zero } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { isOne, isZero } from "../../expr/questions";
import { some } from "../../expr/walk";

/** What a claim about spins says that is not written out here. */
export class NotOfSpins extends Error {}

export type Entries = readonly (readonly Expr[])[];

export const identity: Entries = [
  [one, zero],
  [zero, one],
];

export const pauli: Readonly<Record<string, Entries>> = {
  x: [
    [zero, one],
    [one, zero],
  ],
  y: [
    [zero, product(minusOne, constant("i"))],
    [constant("i"), zero],
  ],
  z: [
    [one, zero],
    [zero, minusOne],
  ],
  "+": [
    [zero, num(2)],
    [zero, zero],
  ],
  "-": [
    [zero, zero],
    [num(2), zero],
  ],
};

const times = (a: Expr, b: Expr): Expr => {
  if (isZero(a) || isZero(b)) return zero;
  if (isOne(a)) return b;
  return isOne(b) ? a : product(a, b);
};

const plus = (a: Expr, b: Expr): Expr => {
  if (isZero(a)) return b;
  return isZero(b) ? a : sum(a, b);
};

export const added = (a: Entries, b: Entries): Entries =>
  a.map((row, i) => row.map((entry, j) => plus(entry, b[i]?.[j] ?? zero)));

export const kronecker = (a: Entries, b: Entries): Entries =>
  a.flatMap((row) => b.map((below) => row.flatMap((x) => below.map((y) => times(x, y)))));

export function entriesOf(node: Expr): Entries {
  switch (node.kind) {
    case "matrix":
      return node.rows;
    case "sum": {
      const [first, ...more] = node.terms.map(entriesOf);
      if (!first || more.some((other) => !isLike(first, other))) throw new NotOfSpins();
      return more.reduce(added, first);
    }
    case "product": {
      const [only, ...more] = node.factors.filter(holdsMatrix);
      if (!only || more.length > 0) throw new NotOfSpins();
      const scale = node.factors.filter((factor) => factor !== only);
      return entriesOf(only).map((row) => row.map((entry) => times(product(...scale), entry)));
    }
    case "quotient":
      return entriesOf(node.over).map((row) =>
        row.map((entry) => (isZero(entry) ? zero : quotient(entry, node.under))),
      );
    default:
      throw new NotOfSpins();
  }
}

const isLike = (a: Entries, b: Entries): boolean =>
  a.length === b.length && a[0]?.length === b[0]?.length;

export const holdsMatrix = (node: Expr): boolean => some(node, (part) => part.kind === "matrix");
