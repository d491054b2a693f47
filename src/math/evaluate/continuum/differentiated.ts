/** Derivatives of terms: waves bring down what stands beside the variable. */
import { constant, dot, inverse, num, product, quotient, sum, symbol } from "../../expr/build";
import type { Derivative, Expr, SymbolType } from "../../expr/node";
import { Beyond } from "../number/field";
import { type Context, original } from "./context";
import { atomKey, renamed } from "./linear";
import { dependsOn, phaseSpace } from "./ranges";
import { type Dummy, scaled, type Term } from "./term";

export function differentiatedTerms(
  context: Context,
  node: Derivative,
  terms: readonly Term[],
): readonly Term[] {
  const { by, order } = node;
  const times = order.kind === "num" ? Number(order.numerator) : 0;
  if (times < 1 || times > 3) throw new Beyond("this derivative of an operator");
  if (by.kind === "gradient" && times === 1)
    return terms.flatMap((term) => gradient(context, term));
  if (by.kind === "laplacian" && times === 1)
    return terms.flatMap((term) => {
      const place = placeIn(context, term);
      return gradient(context, term).flatMap(({ vector: first, ...once }) =>
        slopes(once, place, "three-vector").map((second) =>
          scaled(once, dot(first as Expr, second)),
        ),
      );
    });
  const variable =
    by.kind === "variable" && by.style !== "functional" ? atomKey(by.variable) : undefined;
  if (variable === undefined) throw new Beyond("this derivative of an operator");
  let result = terms.map((term) => loosened(context, term, variable, num(1)));
  for (let n = 0; n < times; n++)
    result = result.flatMap((term) =>
      slopes(term, variable, "scalar").map((slope) => scaled(term, slope)),
    );
  return result;
}

function gradient(context: Context, term: Term): readonly Term[] {
  if (term.vector) throw new Beyond("the gradient of a vector operator");
  const place = placeIn(context, term);
  const loose = loosened(context, term, place, num(3));
  return slopes(loose, place, "three-vector").map((vector): Term => ({ ...loose, vector }));
}

/** The one place a term is a function of. */
function placeIn({ momenta }: Context, { phases, letters }: Term): string {
  const places = new Set<string>();
  const shown = [
    ...phases.flatMap(({ left, right }) => [left, right]),
    ...letters.flatMap(({ labels }) => labels.flatMap(({ form }) => [...form.of.keys()])),
  ];
  for (const key of shown)
    if (!momenta.has(original(key)) && !key.startsWith(wave)) places.add(key);
  const [place, ...more] = places;
  if (place === undefined || more.length > 0) throw new Beyond("the gradient of an operator");
  return place;
}

const wave = "wave";

/** φ(x) = ∫dⁿy ∫dⁿk/(2π)ⁿ e^{ik(x−y)} φ(y), in which x stands in a wave only. */
function loosened(context: Context, term: Term, place: string, dimension: Expr): Term {
  let result = term;
  for (const [at, letter] of term.letters.entries())
    for (const [n, { form }] of letter.labels.entries()) {
      if (!form.of.has(place)) continue;
      if (form.of.size > 1 || form.of.get(place) !== 1 || form.constant !== 0)
        throw new Beyond("the derivative of an operator at a shifted place");
      const [k, y] = ["wave", place].map((name) => `${name}${renamed}${context.tally.fresh++}`) as [
        string,
        string,
      ];
      const moved = { expr: symbol(y), form: { of: new Map([[y, 1]]), constant: 0 } };
      const dummy = (key: string): Dummy => ({
        key,
        continuous: true,
        range: "",
        power: dimension,
      });
      const letters = result.letters.map((one, i) =>
        i === at ? { ...one, labels: one.labels.map((own, m) => (m === n ? moved : own)) } : one,
      );
      result = {
        ...result,
        coefficient: [...result.coefficient, inverse(phaseSpace(dimension))],
        phases: [
          ...result.phases,
          { factor: 1, left: k, right: place },
          { factor: -1, left: k, right: y },
        ],
        letters,
        dummies: [...result.dummies, dummy(k), dummy(y)],
      };
    }
  return result;
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
