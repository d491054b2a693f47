import assert from "node:assert/strict";
import {
  derivativeAt,
  taylorCoefficients,
} from "../../../../src/math/evaluate/analysis/derivatives";
import {
  deltaIntegral,
  realZeros,
  testFunction,
} from "../../../../src/math/evaluate/analysis/distributions";
import {
  euclideanTadpole,
  masslessBubble,
  minkowskiTadpole,
  tensorReduction,
} from "../../../../src/math/evaluate/analysis/loops";
import {
  gaussianIntegral,
  integrateNested,
  integrateRadial,
  integrateSphere,
} from "../../../../src/math/evaluate/analysis/manyDimensions";
import { principalValue } from "../../../../src/math/evaluate/analysis/principalValue";
import { doubleField } from "../../../../src/math/evaluate/number/double";
import { Undefined } from "../../../../src/math/evaluate/number/field";
import { assertNear, type Calculus, calculus, overBoth } from "../number/calculus";

const doubles = calculus(doubleField);

describe("principal values", () => {
  it("P∫₀³ 1/(x−1) = log 2", () =>
    overBoth((c) => {
      const f =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.div(k.n(1), k.sub(x, k.n(1)));
      const found = principalValue(c.field, f(c), c.n(0), c.n(3), [c.n(1)]);
      assertNear(c.field, found.value, c.f("log", c.n(2)), 10);
    }));

  it("P∫ 1/((x−1)(x²+1)) over the line = −π/2", () =>
    overBoth((c) => {
      const f =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.div(k.n(1), k.mul(k.sub(x, k.n(1)), k.sum(k.mul(x, x), k.n(1))));
      const found = principalValue(c.field, f(c), "-∞", "∞", [c.n(1)]);
      assertNear(c.field, found.value, c.mul(c.n(-0.5), c.pi), 9);
    }));

  it("two poles: P∫ 1/(x²−1) from −3 to 3 = −log 2", () =>
    overBoth((c) => {
      const f =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.div(k.n(1), k.sub(k.mul(x, x), k.n(1)));
      const found = principalValue(c.field, f(c), c.n(-3), c.n(3), [c.n(-1), c.n(1)]);
      assertNear(c.field, found.value, c.mul(c.n(-1), c.f("log", c.n(2))), 10);
    }));

  it("a pole of second order has no principal value", () =>
    overBoth((c) => {
      const f =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.pow(k.sub(x, k.n(1)), k.n(-2));
      assert.throws(() => principalValue(c.field, f(c), c.n(0), c.n(3), [c.n(1)]), Undefined);
    }));
});

describe("several dimensions", () => {
  it("the area of a triangle, with an inner range that depends on the outer variable", () => {
    const c = doubles;
    const found = integrateNested(c.field, () => c.n(1), [
      () => [c.n(0), c.n(2)],
      ([x]) => [c.n(0), x as NonNullable<typeof x>],
    ]);
    assertNear(c.field, found.value, c.n(2), 9);
  });

  it("∫∫ e^{−x²−y²} over the plane = π", () => {
    const c = doubles;
    const f = ([x, y]: readonly { re: number }[]) => ({
      re: Math.exp(-((x?.re ?? 0) ** 2) - (y?.re ?? 0) ** 2),
      im: 0,
    });
    const line = () => ["-∞", "∞"] as const;
    assertNear(c.field, integrateNested(c.field, f, [line, line]).value, c.pi, 8);
  });

  it("∫dΩ n_i n_j = (4π/3) δ_ij", () =>
    overBoth((c) => {
      const third = c.div(c.mul(c.n(4), c.pi), c.n(3));
      for (const [i, j] of [
        [0, 0],
        [2, 2],
        [0, 1],
        [1, 2],
      ] as const) {
        const found = integrateSphere(c.field, (n) => c.mul(n[i], n[j]));
        assertNear(c.field, found.value, i === j ? third : c.n(0), 11, 1);
      }
    }));

  it("∫dΩ 1/(1 − v·n̂) = 2π/v log((1+v)/(1−v))", () =>
    overBoth((c) => {
      const found = integrateSphere(c.field, ([, , z]) =>
        c.div(c.n(1), c.sub(c.n(1), c.mul(c.n(0.5), z))),
      );
      assertNear(c.field, found.value, c.mul(c.n(4), c.pi, c.f("log", c.n(3))), 9);
    }));

  it("∫d^dk e^{−k²} = π^{d/2} at a broken dimension", () =>
    overBoth((c) => {
      const d = c.n(3.7);
      const found = integrateRadial(c.field, (k) => c.f("exp", c.mul(c.n(-1), k, k)), d);
      assertNear(c.field, found.value, c.pow(c.pi, c.n(1.85)), 10);
    }));

  it("a Gaussian integral with a source agrees with repeated quadrature", () => {
    const c = doubles;
    const [a, b, d] = [1.3, 0.4, 0.9];
    const closed = gaussianIntegral(
      c.field,
      [
        [c.n(a), c.n(b)],
        [c.n(b), c.n(d)],
      ],
      [c.n(0.3), c.n(-0.7)],
    );
    const line = () => ["-∞", "∞"] as const;
    const found = integrateNested(
      c.field,
      ([x, y]) => {
        const [u, v] = [x?.re ?? 0, y?.re ?? 0];
        const exponent = -0.5 * (a * u * u + 2 * b * u * v + d * v * v) + 0.3 * u - 0.7 * v;
        return { re: Math.exp(exponent), im: 0 };
      },
      [line, line],
    );
    assertNear(c.field, found.value, closed, 7);
  });

  it("a Gaussian that grows is refused", () =>
    overBoth((c) =>
      assert.throws(() => gaussianIntegral(c.field, [[c.n(-1)]], [c.n(0)]), Undefined),
    ));

  it("∫ e^{iax²/2} takes the branch √(2πi/a) as a limit of damped ones", () =>
    overBoth((c) => {
      const damped = gaussianIntegral(c.field, [[c.n("0.00000001", -2)]], [c.n(0)]);
      assertNear(c.field, damped, c.f("sqrt", c.mul(c.pi, c.i)), 7);
    }));
});

describe("distributions", () => {
  const gauss =
    <E>(c: Calculus<E>) =>
    (x: E) =>
      c.f("exp", c.mul(c.n(-1), x, x));

  it("∫ f(x) δ(2x − 1) = f(½)/2", () =>
    overBoth((c) => {
      const g =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.sub(k.mul(k.n(2), x), k.n(1));
      const found = deltaIntegral(c.field, gauss(c), g(c), 0, "-∞", "∞");
      assertNear(c.field, found, c.mul(c.n(0.5), c.f("exp", c.n(-0.25))), 11);
    }));

  it("∫ f(x) δ(x² − 4) = (f(2) + f(−2))/4", () =>
    overBoth((c) => {
      const φ = testFunction(c.field, 4);
      const g =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.sub(k.mul(x, x), k.n(4));
      const found = deltaIntegral(c.field, φ, g(c), 0, "-∞", "∞");
      assertNear(c.field, found, c.mul(c.n(0.25), c.sum(φ(c.n(2)), φ(c.n(-2)))), 11);
    }));

  it("∫ f(x) δ′(x − 1) = −f′(1)", () =>
    overBoth((c) => {
      const found = deltaIntegral(c.field, gauss(c), (x) => c.sub(x, c.n(1)), 1, "-∞", "∞");
      assertNear(c.field, found, c.mul(c.n(2), c.f("exp", c.n(-1))), 10);
    }));

  it("a zero outside the range does not count, one at its end is refused", () =>
    overBoth((c) => {
      const g =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.sub(x, k.n(2));
      assert.equal(realZeros(c.field, g(c), c.n(0), c.n(1)).length, 0);
      assert.throws(() => realZeros(c.field, g(c), c.n(0), c.n(2)), Undefined);
    }));

  it("δ(x²) is refused", () =>
    overBoth((c) => {
      assert.throws(() => realZeros(c.field, (x) => c.mul(x, x), c.n(-1.3), c.n(1)), Undefined);
    }));

  it("|x| touches zero, and is refused; what is the same everywhere has no zero and is looked at once a place", () =>
    overBoth((c) => {
      const size = (x: Parameters<typeof c.field.neg>[0]) => c.field.func("abs", [], [x]);
      assert.throws(() => realZeros(c.field, size, c.n(-1.3), c.n(1)), Undefined);
      let looks = 0;
      const same = () => {
        looks++;
        return c.n(3);
      };
      assert.deepEqual(realZeros(c.field, same, "-∞", "∞"), []);
      assert.ok(looks < 450, `${looks} looks`);
    }));

  it("derivatives on a circle agree with those of the exponential", () =>
    overBoth((c) => {
      const at = c.n(0.4, 0.3);
      const coefficients = taylorCoefficients(c.field, (x) => c.f("exp", x), at, 5, 0.5);
      const expected = c.div(c.f("exp", at), c.n(120));
      assertNear(
        c.field,
        coefficients[5] as typeof at,
        expected,
        c.field.kind === "digits" ? 40 : 9,
      );
      const second = derivativeAt(c.field, (x) => c.f("Γ", x), c.n(2), 1);
      assertNear(c.field, second, c.f("ψ", c.n(2)), c.field.kind === "digits" ? 40 : 11);
    }));
});

describe("one-loop integrals", () => {
  it("the Euclidean tadpole agrees with radial quadrature where it converges", () =>
    overBoth((c) => {
      const [d, Δ] = [c.n(3), c.n(1.7)];
      const measure = c.pow(c.mul(c.n(2), c.pi), c.n(-3));
      const direct = integrateRadial(
        c.field,
        (k) => c.div(c.mul(measure, k, k), c.pow(c.sum(c.mul(k, k), Δ), c.n(4))),
        d,
      );
      const closed = euclideanTadpole(c.field, d, c.n(1), c.n(4), Δ, "refused");
      assertNear(c.field, direct.value, closed, 10);
    }));

  it("∫d⁴k/(2π)⁴ 1/(k²−Δ+i0)³ = −i/32π²Δ", () =>
    overBoth((c) => {
      const found = minkowskiTadpole(c.field, c.n(4), 0, 3, c.n(1.7), "refused");
      const expected = c.div(c.n(0, -1), c.mul(c.n(32), c.pi, c.pi, c.n(1.7)));
      assertNear(c.field, found, expected);
    }));

  it("a numerator k² obeys k² = (k² − Δ) + Δ under the integral in d dimensions", () =>
    overBoth((c) => {
      const [d, Δ] = [c.n(2.6), c.n(0.8)];
      const at = (a: number, n: number) => minkowskiTadpole(c.field, d, a, n, Δ, "continued");
      assertNear(c.field, at(1, 3), c.sum(at(0, 2), c.mul(Δ, at(0, 3))));
    }));

  it("integrals that diverge are refused unless they are continued in d", () =>
    overBoth((c) => {
      const half = (divergence: "refused" | "continued") =>
        euclideanTadpole(c.field, c.n(3), c.n(0), c.n(1), c.n(1), divergence);
      assert.throws(() => half("refused"), Undefined);
      assertNear(c.field, half("continued"), c.div(c.n(-1), c.mul(c.n(4), c.pi)));
      const four = () => euclideanTadpole(c.field, c.n(4), c.n(0), c.n(2), c.n(1), "continued");
      assert.throws(four, Undefined);
    }));

  it("the trace of k^μk^νk^ρk^σ is (k²)²", () =>
    overBoth((c) => {
      const d = c.n(3.4);
      const factor = tensorReduction(c.field, d, 2);
      const pairings = c.sum(c.mul(d, d), c.mul(c.n(2), d));
      assertNear(c.field, c.mul(factor, pairings), c.n(1));
    }));

  it("∫d³k/(2π)³ 1/(k²(k+p)²) = 1/8p", () =>
    overBoth((c) => {
      const [one, square] = [c.n(1), c.n(5.29)];
      const found = masslessBubble(c.field, c.n(3), one, one, square, "refused");
      assertNear(c.field, found, c.div(c.n(1), c.n(18.4)));
      const call = () => masslessBubble(c.field, c.n(4.5), one, one, square, "refused");
      assert.throws(call, Undefined);
    }));
});
