/** a = αx + iβp: a ladder operator made of a coordinate and its momentum. */
import { constant } from "./build";
import type { Expr, Sym } from "./node";
import { unhatted } from "./questions";
import { some, symbolsOf } from "./walk";

export interface Quadratures {
  readonly place: Sym;
  readonly momentum: Sym;
}

/** The x and p that a ladder operator is said to be made of. */
export function quadraturesOf(body: Expr): Quadratures | undefined {
  if (!some(body, (node) => node === constant("i"))) return undefined;
  const called = (letters: RegExp): readonly Sym[] =>
    [...symbolsOf(body)].filter(
      ({ name, type }) =>
        letters.test(unhatted(name)) && (type === "scalar" || type === "operator"),
    );
  const [place, another] = called(/^[xXqQ]$/);
  const [momentum, more] = called(/^[pP]$/);
  return place && momentum && !another && !more ? { place, momentum } : undefined;
}
