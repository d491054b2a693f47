import assert from "node:assert/strict";
import { type End, integrate } from "../../../../src/math/evaluate/analysis/quadrature";
import { Undefined } from "../../../../src/math/evaluate/number/field";
import { assertNear, type Calculus, overBoth } from "../number/calculus";

type Integrand = <E>(c: Calculus<E>, x: E) => E;
type Limit = number | "∞" | "-∞";
type Value = <E>(c: Calculus<E>) => E;

const gauss: Integrand = (c, x) => c.f("exp", c.mul(c.n(-1), x, x));
const inverse: Integrand = (c, x) => c.div(c.n(1), x);

const convergent: readonly (readonly [string, Integrand, Limit, Limit, Value])[] = [
  ["∫₀¹ x³ = ¼", (c, x) => c.mul(x, x, x), 0, 1, (c) => c.n(0.25)],
  ["∫₂¹ x = −3/2", (_, x) => x, 2, 1, (c) => c.n(-1.5)],
  ["∫₀¹ log x = −1", (c, x) => c.f("log", x), 0, 1, (c) => c.n(-1)],
  ["∫₀¹ x^{−7/8} = 8", (c, x) => c.pow(x, c.n(-0.875)), 0, 1, (c) => c.n(8)],
  ["∫ e^{−x²} = √π", gauss, "-∞", "∞", (c) => c.f("sqrt", c.pi)],
  [
    "∫ e^{−x²} cos 5x = √π e^{−25/4}",
    (c, x) => c.mul(gauss(c, x), c.f("cos", c.mul(c.n(5), x))),
    "-∞",
    "∞",
    (c) => c.mul(c.f("sqrt", c.pi), c.f("exp", c.n(-6.25))),
  ],
  ["∫ e^{−|x|} = 2", (c, x) => c.f("exp", c.mul(c.n(-1), c.f("abs", x))), "-∞", "∞", (c) => c.n(2)],
  [
    "∫ 1/(x²+4) = π/2",
    (c, x) => c.div(c.n(1), c.sum(c.mul(x, x), c.n(4))),
    "-∞",
    "∞",
    (c) => c.mul(c.n(0.5), c.pi),
  ],
  ["∫_{−∞}^0 e^x = 1", (c, x) => c.f("exp", x), "-∞", 0, (c) => c.n(1)],
  [
    "∫₀^∞ x³/(e^x − 1) = π⁴/15",
    (c, x) => c.div(c.mul(x, x, x), c.sub(c.f("exp", x), c.n(1))),
    0,
    "∞",
    (c) => c.div(c.pow(c.pi, c.n(4)), c.n(15)),
  ],
  [
    "∫₀^∞ x³/(e^x + 1) = 7π⁴/120",
    (c, x) => c.div(c.mul(x, x, x), c.sum(c.f("exp", x), c.n(1))),
    0,
    "∞",
    (c) => c.div(c.mul(c.n(7), c.pow(c.pi, c.n(4))), c.n(120)),
  ],
  [
    "∫₀^∞ x^{−3/4}/(1+x) = π√2",
    (c, x) => c.div(c.pow(x, c.n(-0.75)), c.sum(c.n(1), x)),
    0,
    "∞",
    (c) => c.mul(c.pi, c.f("sqrt", c.n(2))),
  ],
  ["a tail like x^{−17/16} is reached", (c, x) => c.pow(x, c.n(-1.0625)), 1, "∞", (c) => c.n(16)],
  ["∫₀^∞ sin x/x = π/2", (c, x) => c.div(c.f("sin", x), x), 0, "∞", (c) => c.mul(c.n(0.5), c.pi)],
  [
    "∫₀^∞ sin² x/x² = π/2",
    (c, x) => c.f("absSquared", c.div(c.f("sin", x), x)),
    0,
    "∞",
    (c) => c.mul(c.n(0.5), c.pi),
  ],
  [
    "∫ e^{3ix}/(x²+1) = π e^{−3}",
    (c, x) => c.div(c.f("exp", c.mul(c.n(0, 3), x)), c.sum(c.mul(x, x), c.n(1))),
    "-∞",
    "∞",
    (c) => c.mul(c.pi, c.f("exp", c.n(-3))),
  ],
  [
    "∫₀^∞ cos x² = √(π/8)",
    (c, x) => c.f("cos", c.mul(x, x)),
    0,
    "∞",
    (c) => c.f("sqrt", c.div(c.pi, c.n(8))),
  ],
  [
    "∫₀^∞ sin x/√x = √(π/2)",
    (c, x) => c.div(c.f("sin", x), c.f("sqrt", x)),
    0,
    "∞",
    (c) => c.f("sqrt", c.div(c.pi, c.n(2))),
  ],
  ["a step inside is found", (c, x) => c.f("θ", c.sub(x, c.n(0.3))), 0, 1, (c) => c.n(0.7)],
  ["a kink inside is found", (c, x) => c.f("abs", c.sub(x, c.n(0.3))), 0, 1, (c) => c.n(0.29)],
  [
    "a narrow Lorentz curve keeps its area",
    (c, x) => {
      const away = c.sub(x, c.n(1));
      return c.div(c.n(0.01), c.sum(c.mul(away, away), c.n(0.0001)));
    },
    "-∞",
    "∞",
    (c) => c.pi,
  ],
  [
    "∫₀^{π/2} log sin x = −(π/2) log 2",
    (c, x) => c.f("log", c.f("sin", c.mul(c.pi, x))),
    0,
    0.5,
    (c) => c.mul(c.n(-0.5), c.f("log", c.n(2))),
  ],
];

const divergent: readonly (readonly [string, Integrand, Limit, Limit])[] = [
  ["1/x from 0", inverse, 0, 1],
  ["1/(1−x) up to 1", (c, x) => c.div(c.n(1), c.sub(c.n(1), x)), 0, 1],
  ["x^{−1.2} from 0", (c, x) => c.pow(x, c.n(-1.2)), 0, 1],
  ["1/x across 0", inverse, -1, 1],
  ["1/x² across 0", (c, x) => c.div(c.n(1), c.mul(x, x)), -1, 2],
  ["1/(x − 0.3) across its pole", (c, x) => c.div(c.n(1), c.sub(x, c.n(0.3))), 0, 1],
  ["1/|x − 0.3|", (c, x) => c.div(c.n(1), c.f("abs", c.sub(x, c.n(0.3)))), 0, 1],
  ["tan x across π/2", (c, x) => c.f("tan", x), 0, 2],
  ["1/x to ∞", inverse, 1, "∞"],
  ["1/√x to ∞", (c, x) => c.pow(x, c.n(-0.5)), 1, "∞"],
  ["1/(x log x) to ∞", (c, x) => c.div(c.n(1), c.mul(x, c.f("log", x))), 2, "∞"],
  ["1 over the line", (c) => c.n(1), "-∞", "∞"],
  ["x over the line", (_, x) => x, "-∞", "∞"],
  ["x/(x²+1) over the line", (c, x) => c.div(x, c.sum(c.mul(x, x), c.n(1))), "-∞", "∞"],
  ["e^x to ∞", (c, x) => c.f("exp", x), 0, "∞"],
  ["sin x to ∞", (c, x) => c.f("sin", x), 0, "∞"],
  ["x cos x to ∞", (c, x) => c.mul(x, c.f("cos", x)), 0, "∞"],
  ["a pole on the way to ∞", (c, x) => c.div(gauss(c, x), c.sub(x, c.n(2.2))), 0, "∞"],
];

function end<E>(c: Calculus<E>, limit: Limit): End<E> {
  return typeof limit === "number" ? c.n(limit) : limit;
}

describe("quadrature", () => {
  for (const [title, f, lower, upper, value] of convergent)
    it(title, () =>
      overBoth((c) => {
        const found = integrate(c.field, (x) => f(c, x), end(c, lower), end(c, upper));
        const error = c.field.magnitude(c.field.sub(found.value, value(c)));
        assert.ok(
          error <= found.scale * (3 * 10 ** -found.digits + 1e-15),
          `${error} at ${found.digits}`,
        );
        assert.ok(found.digits >= 8, `${c.field.kind}: only ${found.digits} digits`);
      }),
    );

  for (const [title, f, lower, upper] of divergent)
    it(`${title} has no value`, () =>
      overBoth((c) => {
        const call = () => integrate(c.field, (x) => f(c, x), end(c, lower), end(c, upper));
        assert.throws(call, Undefined);
      }));

  it("an integrable singularity inside is reached, with the digits that remain", () =>
    overBoth((c) => {
      const f = <E>(k: Calculus<E>, x: E) => k.pow(k.f("abs", k.sub(x, k.n(0.3))), k.n(-0.5));
      const found = integrate(c.field, (x) => f(c, x), c.n(0), c.n(1));
      const expected = c.mul(c.n(2), c.sum(c.f("sqrt", c.n(0.3)), c.f("sqrt", c.n(0.7))));
      assertNear(c.field, found.value, expected, 6);
      assert.ok(found.digits <= 8);
    }));

  it("an integral from a point to itself is zero", () =>
    overBoth((c) => {
      const found = integrate(c.field, (x) => c.f("exp", x), c.n(1), c.n(1));
      assert.ok(c.field.isZero(found.value));
    }));

  it("a straight path in the complex plane gives the difference of the primitive", () =>
    overBoth((c) => {
      const [a, b] = [c.n(0.5, -1), c.n(-1, 2)];
      const found = integrate(c.field, (x) => c.f("exp", x), a, b);
      assertNear(c.field, found.value, c.sub(c.f("exp", b), c.f("exp", a)), 9);
    }));
});
