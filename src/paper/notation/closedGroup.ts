/** [(∂_x+x)f]g: what stands in parentheses is differentiated there, and nothing behind them is. */
import { acts, appliedTo } from "../../math/expr/apply";
import { opaque, product, sum } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { isBareDerivative } from "../../math/expr/questions";
import { some } from "../../math/expr/walk";
import { isCovariantDerivative } from "./covariantDerivative";
import { peek, type Reader } from "./reader";
import { endsTerm } from "./term";

/** The group, with its operators put to work where factors follow; what ends with an operator stays one. */
export function closedGroup(reader: Reader, inside: Expr): Expr {
  if (!some(inside, isBareDerivative)) return inside;
  if (endsTerm(reader, 1) || peek(reader)?.kind === "script") return inside;
  const terms = (inside.kind === "sum" ? inside.terms : [inside]).map(closedTerm);
  return terms.every((term) => term !== undefined) ? sum(...(terms as Expr[])) : inside;
}

function closedTerm(term: Expr): Expr | undefined {
  if (!some(term, isBareDerivative)) return term;
  const [last, ...before] = term.kind === "product" ? [...term.factors].reverse() : [];
  if (!last || some(last, isBareDerivative) || isCovariantDerivative(last)) return undefined;
  const operators = before.reverse();
  return operators.every((factor) => acts(factor) || !some(factor, isBareDerivative))
    ? appliedTo(product(...operators), last)
    : opaque("an operation on a product", term);
}
