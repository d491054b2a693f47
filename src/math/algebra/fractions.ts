/** Fractions: one denominator, and what cancels. */
import { minusOne, num, one, product, quotient, rational, sum } from "../expr/build";
import type { Expr, Num } from "../expr/node";
import type { Law } from "./law";
import { wholeOf } from "./rational";
import { fromTerm, type Term, termOf } from "./term";

/** a/b + c/d = (ad+bc)/(bd). */
export const commonDenominator: Law = {
  name: "scalar.common-denominator",
  needs: ["quotient"],
  forth: "brings to a common denominator",
  back: "splits a fraction",
  statement: "a/b + c/d = (ad+bc)/(bd)",
  rewrite(node) {
    if (node.kind !== "sum") return undefined;
    const terms = node.terms.map(termOf);
    if (terms.some(({ word }) => word.length > 0)) return undefined;
    const below = new Map<Expr, number>();
    for (const { powers } of terms)
      for (const [base, exponent] of powers) {
        const whole = wholeOf(exponent);
        if (exponent.numerator < 0n && whole !== undefined)
          below.set(base, Math.max(below.get(base) ?? 0, -whole));
      }
    if (below.size === 0) return undefined;
    const all = [...below].map(([base, count]) => [base, num(count)] as const);
    const number = terms.reduce((most, { coefficient }) => lcm(most, coefficient.denominator), 1n);
    const over = terms.map(({ coefficient, powers }) =>
      fromTerm(
        termOf(
          product(
            num(number),
            coefficient,
            ...powers.map(([base, exponent]) => factor(base, exponent)),
            ...all.map(([base, count]) => factor(base, count)),
          ),
        ),
      ),
    );
    const under = product(num(number), ...all.map(([base, count]) => factor(base, count)));
    const same = terms.every(({ powers }) =>
      all.every(([base, count]) =>
        powers.some(([b, e]) => b === base && e.numerator === -count.numerator),
      ),
    );
    return same && number === 1n && over.length < 2 ? undefined : quotient(sum(...over), under);
  },
};

const factor = (base: Expr, exponent: Num): Expr =>
  fromTerm({ coefficient: one, powers: [[base, exponent]], word: [] });

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** (ax+ay)/(az) = (x+y)/z: factors shared by all terms above and below. */
export const cancel: Law = {
  name: "scalar.cancel",
  needs: ["quotient"],
  forth: "cancels a common factor",
  back: "extends a fraction",
  statement: "ab/(ac) = b/c",
  rewrite(node) {
    if (node.kind !== "quotient") return undefined;
    const above = contentOf(node.over);
    const below = contentOf(node.under);
    if (above.rest === node.over && below.rest === node.under)
      return negated(node.over, node.under);
    const result = fromTerm(
      termOf(
        product(
          fromTerm(above.content),
          above.rest,
          quotient(one, product(fromTerm(below.content), below.rest)),
        ),
      ),
    );
    return result === node ? undefined : result;
  },
};

/** (a−b)/(b−a) = −1. */
function negated(over: Expr, under: Expr): Expr | undefined {
  if (over.kind !== "sum" || under.kind !== "sum") return undefined;
  const flipped = sum(...over.terms.map((term) => fromTerm(termOf(product(minusOne, term)))));
  return flipped.kind === "sum" &&
    under.terms.every((term) => flipped.terms.includes(term)) &&
    flipped.terms.length === under.terms.length
    ? minusOne
    : undefined;
}

/** What every term of a sum shares, and the sum without it. */
function contentOf(node: Expr): { readonly content: Term; readonly rest: Expr } {
  const nothing: Term = { coefficient: one, powers: [], word: [] };
  if (node.kind !== "sum") return { content: nothing, rest: node };
  const terms = node.terms.map(termOf);
  const [first, ...others] = terms;
  if (!first) return { content: nothing, rest: node };
  const powers = first.powers.flatMap(([base, exponent]) => {
    let least = exponent;
    for (const { powers: theirs } of others) {
      const found = theirs.find(([b]) => b === base)?.[1];
      if (!found) return [];
      if (found.numerator * least.denominator < least.numerator * found.denominator) least = found;
    }
    return least.numerator > 0n ? [[base, least] as const] : [];
  });
  const number = terms.reduce((shared, { coefficient }) => gcd(shared, coefficient.numerator), 0n);
  if (powers.length === 0 && (number === 1n || number === 0n))
    return { content: nothing, rest: node };
  const content: Term = { coefficient: num(number), powers, word: [] };
  const inverse = fromTerm({
    coefficient: rational(1n, number),
    powers: powers.map(([base, e]) => [base, rational(-e.numerator, e.denominator)] as const),
    word: [],
  });
  return {
    content,
    rest: sum(...node.terms.map((term) => fromTerm(termOf(product(inverse, term))))),
  };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
