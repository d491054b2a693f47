/** ε_{ijk}ε_{lmn} = |δ_{il} … |: a determinant whose entries have indices of their own, multiplied out. */
import { minusOne, product, sum } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";

export function withWrittenDeterminants(claim: Claim): Claim {
  const isMet = [claim.left, claim.right].some((side) => some(side, isOfIndices));
  if (!isMet) return claim;
  const put = (side: Expr): Expr =>
    transform(side, (node) => (isOfIndices(node) ? multipliedOut(rowsOf(node)) : node));
  return { ...claim, left: put(claim.left), right: put(claim.right) };
}

const rowsOf = (node: Expr): readonly (readonly Expr[])[] => {
  const [inside] = node.kind === "function" ? node.args : [];
  return inside?.kind === "matrix" ? inside.rows : [];
};

const isOfIndices = (node: Expr): boolean => {
  if (node.kind !== "function" || node.name !== "det") return false;
  const rows = rowsOf(node);
  const isSquare = rows.length > 1 && rows.length <= 4 && rows[0]?.length === rows.length;
  return isSquare && rows.flat().every(({ kind }) => kind === "tensor");
};

/** Along the first row. */
function multipliedOut(rows: readonly (readonly Expr[])[]): Expr {
  const [first = [], ...below] = rows;
  if (below.length === 0) return first[0] ?? sum();
  return sum(
    ...first.map((entry, n) => {
      const minor = multipliedOut(below.map((row) => row.toSpliced(n, 1)));
      return product(...(n % 2 === 0 ? [] : [minusOne]), entry, minor);
    }),
  );
}
