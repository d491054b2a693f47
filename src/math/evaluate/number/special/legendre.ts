/** Legendre functions of the first and second kind. */
import { type Complexes, isReal, wholeNumber } from "../complexes";
import { Beyond, Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";
import { gauss } from "./hypergeometric";
import { associatedLegendre, degree, legendrePolynomial } from "./polynomials";

export const legendreFunctions: readonly KnownFunction[] = [
  define("legendreP", [1, 2], 1, (c, [l, m], [x]) =>
    m === undefined ? first(c, l, x) : associated(c, l, m, x),
  ),
  define("legendreQ", 1, 1, (c, [l], [x]) => second(c, degree(c, l), x)),
];

function first<E>(c: Complexes<E>, l: E, x: E): E {
  const n = wholeNumber(c, l);
  if (n !== undefined) return legendrePolynomial(c, n >= 0 ? n : -n - 1, x);
  const up = c.add(l, c.one);
  return gauss(c, c.neg(l), up, c.one, c.scale(c.sub(c.one, x), 0.5));
}

function associated<E>(c: Complexes<E>, l: E, m: E, x: E): E {
  const order = wholeNumber(c, m);
  if (order === undefined) throw new Beyond("a Legendre function of this order");
  return associatedLegendre(c, degree(c, l), order, x);
}

/** Q_ℓ on (−1, 1), from Q₀ = artanh x and Q₁ = x Q₀ − 1 up. */
function second<E>(c: Complexes<E>, l: number, x: E): E {
  if (!isReal(c, x) || Math.abs(c.toPair(x)[0]) >= 1) throw new Undefined("Q outside (−1, 1)");
  const zeroth = c.realInverse("atanh", c.re(x));
  if (l === 0) return zeroth;
  let [before, last] = [zeroth, c.sub(c.mul(x, zeroth), c.one)];
  for (let k = 1; k < l; k++) {
    const up = c.scale(c.mul(x, last), 2 * k + 1);
    const next = c.div(c.sub(up, c.scale(before, k)), c.number(k + 1));
    c.note(Math.max(c.size(up), c.size(before)) - c.size(next) - 1);
    [before, last] = [last, next];
  }
  return last;
}
