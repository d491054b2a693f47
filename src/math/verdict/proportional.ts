/** ∝ and ∼: the ratio of the sides stays the same while the variables both show, or all of them, change. */
import { product, symbol } from "../expr/build";
import type { Expr, Sym } from "../expr/node";
import { replace } from "../expr/walk";
import { mapFact } from "./facts";
import { freeSymbols } from "./freeSymbols";
import type { Ground } from "./sample";

export interface Proportionality {
  readonly left: Expr;
  readonly right: Expr;
  readonly ground: Ground;
}

/** Nothing that both sides show: the constant could be anything. */
export const sharesNothing = (left: Expr, right: Expr): boolean =>
  ![...freeSymbols(left)].some((s) => freeSymbols(right).has(s));

/** The equality that says so, left(x) right(x′) = left(x′) right(x), with the premises of x for x′ as well. */
export function proportionality(
  left: Expr,
  right: Expr,
  which: "shared" | "all",
  ground: Ground,
): Proportionality {
  const both = new Set(
    [...freeSymbols(left, right)].filter((s) =>
      which === "all" ? true : freeSymbols(left).has(s) && freeSymbols(right).has(s),
    ),
  );
  const elsewhere = new Map<Expr, Expr>([...both].map((s) => [s, twin(s)]));
  const there = (side: Expr): Expr => replace(side, elsewhere);
  const facts = [...ground.facts, ...ground.facts.map((fact) => mapFact(fact, there))];
  return {
    left: product(left, there(right)),
    right: product(there(left), right),
    ground: { ...ground, facts: facts.filter((fact, at) => facts.indexOf(fact) === at) },
  };
}

/** Another value of the same symbol. */
const twin = (s: Sym): Sym => {
  const { kind: _, name, type, ...details } = s;
  return symbol(`${name}‴`, type, details);
};
