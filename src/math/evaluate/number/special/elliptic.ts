/** Complete elliptic integrals of the modulus k, by the arithmetic-geometric mean. */
import { type Complexes, isReal } from "../complexes";
import { Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";

export const ellipticFunctions: readonly KnownFunction[] = [
  define("ellipticK", 0, 1, (c, _, [k]) => complete(c, k).first),
  define("ellipticE", 0, 1, (c, _, [k]) => complete(c, k).second),
];

/** K = π / 2 agm(1, k′) and E = K (1 − ∑ 2^{n−1} c_n²). */
function complete<E>(c: Complexes<E>, k: E): { first: E; second: E } {
  const square = c.mul(k, k);
  const [re] = c.toPair(square);
  if (isReal(c, square) && re >= 1) throw new Undefined(re === 1 ? "pole of K" : "on a branch cut");
  let [a, b] = [c.one, c.sqrt(c.sub(c.one, square))];
  let sum = c.scale(square, 0.5);
  for (let n = 0; n < 40; n++) {
    const gap = c.scale(c.sub(a, b), 0.5);
    const mean = c.scale(c.add(a, b), 0.5);
    b = c.sqrt(c.mul(a, b));
    a = mean;
    sum = c.add(sum, c.scale(c.mul(gap, gap), 2 ** n));
    if (c.size(gap) < -0.6 * c.digits - 1) break;
  }
  const first = c.div(c.pi, c.scale(a, 2));
  const rest = c.sub(c.one, sum);
  c.note(-c.size(rest));
  return { first, second: c.mul(first, rest) };
}
