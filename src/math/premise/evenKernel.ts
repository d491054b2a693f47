/** D(x − y) = D(y − x): of a kernel between two sources only the even part counts, and texts write it as even. */
import { call, negate, sum } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Call, Expr, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isZero } from "../expr/questions";
import { nodes, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";

export const evenKernel: PremiseEntry = {
  id: "even-kernel",
  name: "an even function of the distance",
  rewrites: true,
  *apply(claim) {
    const shown = [claim.left, claim.right].flatMap((side) =>
      [...nodes(side)].flatMap((node) => (isKernel(node) ? [node] : [])),
    );
    for (const head of new Set(shown.map((node) => node.head as Sym))) {
      const places = new Set(shown.flatMap((node) => (node.head === head ? node.args : [])));
      const turned = new Map<Expr, Expr>();
      for (const place of places) {
        const back = opposite(place);
        if (back && printExpr(back) < printExpr(place)) turned.set(place, back);
      }
      if (turned.size === 0 || saysNothingElse(claim, head)) continue;
      const even = (side: Expr): Expr =>
        transform(side, (node) => {
          const place = isKernel(node) && node.head === head ? node.args[0] : undefined;
          const back = place && turned.get(place);
          return back ? call(head, back) : node;
        });
      yield {
        latex: `${head.name}(-x)=${head.name}(x)`,
        facts: [],
        claim: { ...claim, left: even(claim.left), right: even(claim.right) },
      };
    }
  },
};

/** D(x − y) = D(y − x) is what would be assumed. */
const saysNothingElse = ({ left, right }: Claim, head: Sym): boolean =>
  [left, right]
    .flatMap((side) => (side.kind === "sum" ? side.terms : [side]))
    .map((term) => (term.kind === "product" ? (term.factors.at(-1) ?? term) : term))
    .every((term) => isZero(term) || (term.kind === "call" && term.head === head));

/** D(x − y) of a function of which nothing is known. */
const isKernel = (node: Expr): node is Call =>
  node.kind === "call" &&
  node.head.kind === "symbol" &&
  node.head.role === undefined &&
  node.args.length === 1 &&
  opposite(node.args[0] as Expr) !== undefined;

/** y − x for x − y, with the terms in the same order of signs. */
function opposite(place: Expr): Expr | undefined {
  if (place.kind !== "sum" || place.terms.length !== 2) return undefined;
  const [first, second] = place.terms as [Expr, Expr];
  const [left, right] = [negate(second), negate(first)];
  return left.kind === "symbol" || left.kind === "labelled" ? sum(left, right) : undefined;
}
