/** How a variation passes through sums, products, quotients and powers. */
import { constant, minus, minusOne, num, one, power, product, quotient } from "./build";
import type { Expr } from "./node";

/** What is varied, times this. */
interface Varied {
  readonly factor: Expr;
}

/** Undefined where some part is undefined, or another notation stands there; `of` varies a part, `shows` tells whether it varies at all. */
export function throughProducts<V extends Varied>(
  node: Expr,
  of: (part: Expr) => readonly V[] | undefined,
  shows: (part: Expr) => boolean,
  joined: (...factors: readonly Expr[]) => Expr = product,
): readonly V[] | undefined {
  switch (node.kind) {
    case "sum":
      return all(node.terms.map(of));
    case "product":
      return all(
        node.factors.map((factor, at) =>
          times(of(factor), (f) =>
            joined(...node.factors.slice(0, at), f, ...node.factors.slice(at + 1)),
          ),
        ),
      );
    case "quotient":
      return all([
        times(of(node.over), (f) => quotient(f, node.under)),
        times(of(node.under), (f) =>
          product(minusOne, joined(node.over, f), power(node.under, num(-2))),
        ),
      ]);
    case "power": {
      const { base, exponent } = node;
      if (base === constant("e")) return times(of(exponent), (f) => product(f, node));
      if (shows(exponent)) return undefined;
      const lower = exponent === num(2) ? base : power(base, minus(exponent, one));
      return times(of(base), (f) => product(exponent, f, lower));
    }
    default:
      return undefined;
  }
}

export const times = <V extends Varied>(
  list: readonly V[] | undefined,
  change: (factor: Expr) => Expr,
): readonly V[] | undefined => list?.map((one) => ({ ...one, factor: change(one.factor) }));

export const all = <V>(lists: readonly (readonly V[] | undefined)[]): readonly V[] | undefined =>
  lists.every((list) => list !== undefined) ? lists.flatMap((list) => list ?? []) : undefined;
