import assert from "node:assert/strict";
import {
  productToInfinity,
  sumOverIntegers,
  sumToInfinity,
} from "../../../../src/math/evaluate/analysis/series";
import { Undefined } from "../../../../src/math/evaluate/number/field";
import { assertNear, type Calculus, overBoth } from "../number/calculus";

type Term = <E>(c: Calculus<E>, n: number) => E;
type Value = <E>(c: Calculus<E>) => E;

const sign = (n: number): number => (n % 2 === 0 ? 1 : -1);

const convergent: readonly (readonly [string, number, Term, Value])[] = [
  [
    "∑ 1/n² = π²/6",
    1,
    (c, n) => c.div(c.n(1), c.n(n * n)),
    (c) => c.div(c.mul(c.pi, c.pi), c.n(6)),
  ],
  ["∑ n^{−3/2} = ζ(3/2)", 1, (c, n) => c.pow(c.n(n), c.n(-1.5)), (c) => c.f("ζ", c.n(1.5))],
  [
    "∑ (−1)ⁿ/n = −log 2",
    1,
    (c, n) => c.div(c.n(sign(n)), c.n(n)),
    (c) => c.mul(c.n(-1), c.f("log", c.n(2))),
  ],
  [
    "∑ (−1)ⁿ/(2n+1) = π/4",
    0,
    (c, n) => c.div(c.n(sign(n)), c.n(2 * n + 1)),
    (c) => c.mul(c.n(0.25), c.pi),
  ],
  [
    "∑ 3ⁿ/n! = e³",
    0,
    (c, n) => c.div(c.pow(c.n(3), c.n(n)), c.f("factorial", c.n(n))),
    (c) => c.f("exp", c.n(3)),
  ],
  [
    "∑ n xⁿ = x/(1−x)² at x = 0.97",
    0,
    (c, n) => c.mul(c.n(n), c.pow(c.n(0.97), c.n(n))),
    (c) => c.div(c.n(0.97), c.n(0.0009)),
  ],
  [
    "∑ cos n/n² = π²/6 − π/2 + ¼",
    1,
    (c, n) => c.div(c.f("cos", c.n(n)), c.n(n * n)),
    (c) => c.sum(c.div(c.mul(c.pi, c.pi), c.n(6)), c.mul(c.n(-0.5), c.pi), c.n(0.25)),
  ],
  [
    "∑ eⁱⁿ/n = −log(1−eⁱ)",
    1,
    (c, n) => c.div(c.f("exp", c.n(0, n)), c.n(n)),
    (c) => c.mul(c.n(-1), c.f("log", c.sub(c.n(1), c.f("exp", c.n(0, 1))))),
  ],
  [
    "odd terms alone: ∑ 1/(2k+1)² = π²/8",
    1,
    (c, n) => c.div(c.n(n % 2), c.n(n * n)),
    (c) => c.div(c.mul(c.pi, c.pi), c.n(8)),
  ],
  [
    "∑ P_n(x) tⁿ = (1−2xt+t²)^{−½}",
    0,
    (c, n) => c.mul(c.pow(c.n(0.5), c.n(n)), c.g("legendreP", [c.n(n)], c.n(0.4))),
    (c) => c.pow(c.n(0.85), c.n(-0.5)),
  ],
  ["a sum that ends is summed", 0, (c, n) => c.f("binomial", c.n(7), c.n(n)), (c) => c.n(128)],
];

const divergent: readonly (readonly [string, number, Term])[] = [
  ["∑ 1/n", 1, (c, n) => c.div(c.n(1), c.n(n))],
  ["∑ 1/√n", 1, (c, n) => c.pow(c.n(n), c.n(-0.5))],
  ["∑ 1/(n log n)", 2, (c, n) => c.div(c.n(1), c.mul(c.n(n), c.f("log", c.n(n))))],
  ["∑ (−1)ⁿ", 0, (c, n) => c.n(sign(n))],
  ["∑ cos n", 0, (c, n) => c.f("cos", c.n(n))],
  ["∑ cos(n/20)", 0, (c, n) => c.f("cos", c.n(n / 20))],
  ["∑ 1.01ⁿ", 0, (c, n) => c.pow(c.n(1.01), c.n(n))],
  ["∑ n!/100ⁿ", 0, (c, n) => c.div(c.f("factorial", c.n(n)), c.pow(c.n(100), c.n(n)))],
  [
    "∑ (2^{−n} + 10⁻⁶/n)",
    1,
    (c, n) => c.sum(c.pow(c.n(0.5), c.n(n)), c.div(c.n("0.000001"), c.n(n))),
  ],
];

describe("infinite sums", () => {
  for (const [title, from, term, value] of convergent)
    it(title, () =>
      overBoth((c) => {
        const found = sumToInfinity(c.field, (n) => term(c, n), from);
        const error = c.field.magnitude(c.field.sub(found.value, value(c)));
        assert.ok(
          error <= found.scale * (3 * 10 ** -found.digits + 1e-15),
          `${error} at ${found.digits}`,
        );
        assert.ok(found.digits >= (c.field.kind === "digits" ? 12 : 9), `${found.digits} digits`);
      }),
    );

  for (const [title, from, term] of divergent)
    it(`${title} has no value`, () =>
      overBoth((c) => {
        assert.throws(() => sumToInfinity(c.field, (n) => term(c, n), from), Undefined);
      }));

  it("a Matsubara sum gives coth: T ∑ 1/(ω_n² + E²) = coth(E/2T)/2E", () =>
    overBoth((c) => {
      const [T, E] = [c.n(0.7), c.n(1.3)];
      const found = sumOverIntegers(c.field, (n) => {
        const ω = c.mul(c.n(2 * n), c.pi, T);
        return c.div(T, c.sum(c.mul(ω, ω), c.mul(E, E)));
      });
      const expected = c.div(c.f("coth", c.div(E, c.mul(c.n(2), T))), c.mul(c.n(2), E));
      assertNear(c.field, found.value, expected, 9);
    }));

  it("∑ over all integers of 1/(n + ½) is refused: its halves diverge", () =>
    overBoth((c) => {
      const call = () => sumOverIntegers(c.field, (n) => c.div(c.n(1), c.n(n + 0.5)));
      assert.throws(call, Undefined);
    }));

  it("∏ (1 − 1/4n²) = 2/π", () =>
    overBoth((c) => {
      const factor = (n: number) => c.sub(c.n(1), c.div(c.n(1), c.n(4 * n * n)));
      const found = productToInfinity(c.field, factor, 1);
      assertNear(c.field, found.value, c.div(c.n(2), c.pi), 8);
    }));

  it("∏ (1 + 1/n) is refused", () =>
    overBoth((c) => {
      const factor = (n: number) => c.sum(c.n(1), c.div(c.n(1), c.n(n)));
      assert.throws(() => productToInfinity(c.field, factor, 1), Undefined);
    }));

  it("a product with a vanishing factor is zero", () =>
    overBoth((c) => {
      const factor = (n: number) => c.sub(c.n(1), c.div(c.n(4), c.n(n * n)));
      assert.ok(c.field.isZero(productToInfinity(c.field, factor, 1).value));
    }));
});
