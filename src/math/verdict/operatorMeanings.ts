/** H = 𝐩²/2m + V(r): what the operators of a claim are made of. */
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";

export const operatorMeanings = ({ left, right, given }: Claim): ReadonlyMap<Expr, Expr> =>
  new Map(
    given
      .flatMap(({ facts }) => facts)
      .flatMap((fact) =>
        fact.kind === "definition" &&
        fact.head.kind === "symbol" &&
        fact.head.type === "operator" &&
        fact.head.role === undefined &&
        [left, right].some((side) => some(side, (node) => node === fact.head))
          ? [[fact.head, fact.body] as const]
          : [],
      ),
  );
