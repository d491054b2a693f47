/** ∝ and ∼: the ratio of the sides stays the same while the variables both show, or all of them, change. */
import { product, symbol } from "../expr/build";
import type { Expr, Sym } from "../expr/node";
import { replace } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import type { Sides } from "./plusMinus";

/** The equality that says so: left(x) right(x′) = left(x′) right(x). */
export function proportionality(left: Expr, right: Expr, which: "shared" | "all"): Sides {
  const both = new Set(
    [...freeSymbols(left, right)].filter((s) =>
      which === "all" ? true : freeSymbols(left).has(s) && freeSymbols(right).has(s),
    ),
  );
  const elsewhere = new Map<Expr, Expr>([...both].map((s) => [s, twin(s)]));
  return [product(left, replace(right, elsewhere)), product(replace(left, elsewhere), right)];
}

/** Another value of the same symbol. */
const twin = (s: Sym): Sym => {
  const { kind: _, name, type, ...details } = s;
  return symbol(`${name}‴`, type, details);
};
