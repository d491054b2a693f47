/** ∑_n beside ∑_{n=1}^∞ of the same statement: the label runs over the same values. */
import { intern } from "../../math/expr/intern";
import type { Expr, Series } from "../../math/expr/node";
import { nodes, transform } from "../../math/expr/walk";

export function inSameRange(sides: readonly Expr[]): readonly Expr[] {
  const sums = sides.flatMap((side) => [...nodes(side)].filter(isOverOne));
  if (!sums.some(isBare)) return sides;
  const ranges = new Map<Expr, Series | "several">();
  for (const one of sums) {
    const [variable] = one.variables;
    if (!variable || !(one.lower && one.upper)) continue;
    const known = ranges.get(variable);
    const isSame = known === undefined || (known !== "several" && hasEnds(known, one));
    ranges.set(variable, isSame ? one : "several");
  }
  return sides.map((side) =>
    transform(side, (node) => {
      if (!isOverOne(node) || !isBare(node)) return node;
      const [variable] = node.variables;
      const range = variable && ranges.get(variable);
      if (!range || range === "several") return node;
      const { lower, upper } = range;
      return intern({ ...node, ...(lower ? { lower } : {}), ...(upper ? { upper } : {}) });
    }),
  );
}

const isOverOne = (node: Expr): node is Series =>
  node.kind === "series" && node.sort === "sum" && node.variables.length === 1;

const isBare = ({ lower, upper, values, condition }: Series): boolean =>
  !lower && !upper && !values && !condition;

const hasEnds = (a: Series, b: Series): boolean => a.lower === b.lower && a.upper === b.upper;
