/** Derivatives of terms: waves bring down what stands beside the variable. */
import { constant, num, product, quotient, sum, symbol } from "../../expr/build";
import type { Derivative, Expr, SymbolType } from "../../expr/node";
import { Beyond } from "../number/field";
import { type Context, original } from "./context";
import { atomKey } from "./linear";
import { dependsOn } from "./ranges";
import { scaled, type Term } from "./term";

export function differentiatedTerms(
  context: Context,
  node: Derivative,
  terms: readonly Term[],
): readonly Term[] {
  const { by, order } = node;
  const times = order.kind === "num" ? Number(order.numerator) : 0;
  if (times < 1 || times > 3) throw new Beyond("this derivative of an operator");
  if (by.kind === "gradient" && times === 1)
    return terms.flatMap((term) => {
      if (term.vector) throw new Beyond("the gradient of a vector operator");
      return slopes(term, placeIn(context, term), "three-vector").map(
        (slope): Term => ({ ...term, vector: slope }),
      );
    });
  if (by.kind === "laplacian" && times === 1)
    return terms.flatMap((term) => {
      const place = placeIn(context, term);
      return slopes(term, place, "three-vector").flatMap((a) =>
        slopes(term, place, "three-vector").map((b) =>
          scaled(term, { kind: "dot", left: a, right: b }),
        ),
      );
    });
  const variable =
    by.kind === "variable" && by.style !== "functional" ? atomKey(by.variable) : undefined;
  if (variable === undefined) throw new Beyond("this derivative of an operator");
  let result = terms;
  for (let n = 0; n < times; n++)
    result = result.flatMap((term) =>
      slopes(term, variable, "scalar").map((slope) => scaled(term, slope)),
    );
  return result;
}

/** The one place a wave is a function of. */
function placeIn({ momenta }: Context, { phases }: Term): string {
  const places = new Set<string>();
  for (const { left, right } of phases)
    for (const key of [left, right]) if (!momenta.has(original(key))) places.add(key);
  const [place, ...more] = places;
  if (place === undefined || more.length > 0) throw new Beyond("the gradient of an operator");
  return place;
}

/** What a derivative by the variable brings down, term by term. */
function slopes(term: Term, variable: string, type: SymbolType): readonly Expr[] {
  const elsewhere =
    [...term.coefficient, ...(term.vector ? [term.vector] : [])].some((one) =>
      dependsOn(one, variable),
    ) ||
    term.letters.some(({ labels }) => labels.some(({ form }) => form.of.has(variable))) ||
    term.deltas.some(({ form }) => form.of.has(variable));
  if (elsewhere) throw new Beyond("the derivative of an operator that is no sum of waves");
  const found: Expr[] = [];
  for (const { factor, left, right } of term.phases)
    for (const [own, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (own === variable) found.push(product(constant("i"), num(factor), symbol(other, type)));
    }
  for (const exponent of term.exponents)
    if (dependsOn(exponent, variable)) found.push(without(exponent, variable));
  return found;
}

/** An exponent that is linear in the variable, divided by it. */
function without(exponent: Expr, variable: string): Expr {
  if (atomKey(exponent) === variable) return num(1);
  if (exponent.kind === "product") {
    const [own, ...more] = exponent.factors.filter((factor) => dependsOn(factor, variable));
    if (own && more.length === 0)
      return product(
        ...exponent.factors.map((factor) => (factor === own ? without(own, variable) : factor)),
      );
  }
  if (exponent.kind === "quotient" && !dependsOn(exponent.under, variable))
    return quotient(without(exponent.over, variable), exponent.under);
  if (exponent.kind === "sum")
    return sum(
      ...exponent.terms
        .filter((one) => dependsOn(one, variable))
        .map((one) => without(one, variable)),
    );
  throw new Beyond("the derivative of an operator that is no sum of waves");
}
