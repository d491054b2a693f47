/** What a condition below ∑ says of the letters: i, j > 0 holds of each, and n ≥ 1 counts from there on. */
import { constant, num } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Comparison, Expr, Series } from "../../math/expr/node";
import { children } from "../../math/expr/walk";

/** The sum over one letter after the other where its condition is one of each, from a first number on where it counts. */
export function conditioned(series: Series): Expr {
  const { variables, condition } = series;
  if (!condition) return series;
  if (!bindsEach(variables, condition)) return counted(series, condition);
  const { condition: _, ...unconditioned } = series;
  return variables.reduceRight(
    (body, left): Expr =>
      conditioned(
        intern({ ...unconditioned, variables: [left], condition: { ...condition, left }, body }),
      ),
    series.body,
  );
}

/** Letters that follow one another in the alphabet, the last of them beside a number. */
function bindsEach(variables: readonly Expr[], { left, right }: Comparison): boolean {
  const places = variables.map((each) =>
    each.kind === "symbol" && /^[a-z]$/.test(each.name) ? each.name.charCodeAt(0) : Number.NaN,
  );
  return (
    places.length > 1 &&
    right.kind === "num" &&
    left === variables.at(-1) &&
    places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1)
  );
}

/** ∑_{n≥1} x^n goes from 1 to ∞: n is a number of what is summed, not a mere label. */
function counted(series: Series, { relation, right }: Comparison): Expr {
  const [variable, ...more] = series.variables;
  const counts = variable?.kind === "symbol" && /^[lmnℓ]$/u.test(variable.name);
  const upward = relation === "≥" || relation === ">";
  if (!counts || more.length > 0 || !upward || right.kind !== "num" || series.upper) return series;
  if (right.denominator !== 1n) return series;
  if (!isNumberOf(variable, series.body)) return series;
  const { condition: _, ...unconditioned } = series;
  const lower = relation === "≥" ? right : num(right.numerator + 1n);
  return intern({ ...unconditioned, lower, upper: constant("∞") });
}

/** Whether the letter stands somewhere else than among labels and indices. */
const isNumberOf = (letter: Expr, body: Expr): boolean =>
  body === letter ||
  (body.kind === "labelled"
    ? isNumberOf(letter, body.head)
    : children(body).some((part) => isNumberOf(letter, part)));
