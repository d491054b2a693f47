/** ∫ δ(x − a) f(x) dx = f(a) over all there is. */
import { one, rational, symbol } from "../expr/build";
import type { Expr, Measure, Sym } from "../expr/node";
import { replace } from "../expr/walk";
import { namesakes } from "./bound";
import { type Element, exprOf, scaled, type Term } from "./element";
import type { Form } from "./form";
import { shows } from "./steady";

export function sift(measure: Measure, variable: Sym, term: Term, form: Form): Element | undefined {
  if (!isWhole(measure)) return undefined;
  for (const [letter, exponent] of term.numbers) {
    if (exponent.numerator !== 1n || exponent.denominator !== 1n) continue;
    const numbers = new Map(term.numbers);
    numbers.delete(letter);
    const rest = exprOf([{ ...term, numbers }]);
    const values = valuesFor(letter, measure, variable.name, rest, form);
    if (!values) continue;
    form.habits.used.add("the δ-function put in");
    return form.elementOf(replace(rest, values));
  }
  return undefined;
}

/** No ends, or infinite ones. */
const isWhole = ({ lower, upper, region }: Measure): boolean =>
  region === undefined &&
  ((lower === undefined && upper === undefined) ||
    (lower !== undefined && upper !== undefined && isInfinite(lower) && isInfinite(upper)));

const isInfinite = (end: Expr): boolean =>
  (end.kind === "constant" && end.name === "∞") ||
  (end.kind === "product" && end.factors.some(isInfinite));

/** What every sort of the variable becomes, where it stands in the argument of δ once and by itself. */
function valuesFor(
  letter: Expr,
  measure: Measure,
  name: string,
  rest: Expr,
  form: Form,
): ReadonlyMap<Expr, Expr> | undefined {
  if (letter.kind !== "function" || letter.name !== "δ" || letter.args.length !== 1)
    return undefined;
  const [dimension, more] = letter.parameters;
  const [argument] = letter.args;
  const sorts = namesakes(rest, name);
  if (more || dimension !== measure.power || !argument || !sorts) return undefined;
  const terms = form.elementOf(argument);
  const own = terms.filter((term) => variableOf(term)?.name === name);
  const others = terms.filter((term) => variableOf(term)?.name !== name);
  const [only, again] = own;
  const variable = only && variableOf(only);
  if (!only || !variable || again) return undefined;
  if (others.some((term) => shows(exprOf([term]), name) !== false)) return undefined;
  const { numerator, denominator } = only.coefficient;
  if (denominator !== 1n || (numerator !== 1n && numerator !== -1n)) return undefined;
  const point = exprOf(scaled(others, rational(-numerator)));
  const isAlone = [...sorts].every((sort) => sort === variable);
  if (isAlone) return new Map([[variable, point]]);
  if (point.kind !== "symbol" || point.type !== variable.type) return undefined;
  return new Map([...sorts].map((sort) => [sort, symbol(point.name, sort.type)]));
}

/** The single symbol a term is. */
function variableOf({ numbers, word }: Term): Sym | undefined {
  const [[letter, exponent] = [word[0], one] as const, more] = [...numbers];
  if (more || numbers.size + word.length !== 1 || exponent !== one) return undefined;
  return letter?.kind === "symbol" ? letter : undefined;
}
