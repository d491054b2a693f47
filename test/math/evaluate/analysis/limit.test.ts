import assert from "node:assert/strict";
import { limitAt, limitAtInfinity, type Side } from "../../../../src/math/evaluate/analysis/limit";
import { ratioTendsToOne, vanishingOrder } from "../../../../src/math/evaluate/analysis/vanishing";
import { Undefined } from "../../../../src/math/evaluate/number/field";
import { type Calculus, overBoth } from "../number/calculus";

type Fn = <E>(c: Calculus<E>, x: E) => E;
type Value = <E>(c: Calculus<E>) => E;

const reciprocal: Fn = (c, x) => c.div(c.n(1), x);

const atZero: readonly (readonly [string, Side, Fn, Value])[] = [
  ["sin x/x → 1", "both", (c, x) => c.div(c.f("sin", x), x), (c) => c.n(1)],
  [
    "(1 − cos x)/x² → ½",
    "both",
    (c, x) => c.div(c.sub(c.n(1), c.f("cos", x)), c.mul(x, x)),
    (c) => c.n(0.5),
  ],
  ["x log x → 0", "above", (c, x) => c.mul(x, c.f("log", x)), (c) => c.n(0)],
  ["x^x → 1", "above", (c, x) => c.pow(x, x), (c) => c.n(1)],
  ["e^{−1/x} → 0", "above", (c, x) => c.f("exp", c.mul(c.n(-1), reciprocal(c, x))), (c) => c.n(0)],
  [
    "(coth x − 1/x)/x → ⅓",
    "both",
    (c, x) => c.div(c.sub(c.f("coth", x), reciprocal(c, x)), x),
    (c) => c.div(c.n(1), c.n(3)),
  ],
  [
    "Γ(x) − 1/x → −γ",
    "above",
    (c, x) => c.sub(c.f("Γ", x), reciprocal(c, x)),
    (c) => c.f("ψ", c.n(1)),
  ],
  ["θ(x) → 1 from above", "above", (c, x) => c.f("θ", x), (c) => c.n(1)],
  ["θ(x) → 0 from below", "below", (c, x) => c.f("θ", x), (c) => c.n(0)],
];

const missing: readonly (readonly [string, Side, Fn])[] = [
  ["sign x from both sides", "both", (c, x) => c.f("sign", x)],
  ["1/x", "above", reciprocal],
  ["1/x²", "both", (c, x) => reciprocal(c, c.mul(x, x))],
  ["log x", "above", (c, x) => c.f("log", x)],
  ["1/log x, which is too slow", "above", (c, x) => reciprocal(c, c.f("log", x))],
  ["sin 1/x", "above", (c, x) => c.f("sin", reciprocal(c, x))],
];

const orders: readonly (readonly [string, Fn, number, number])[] = [
  [
    "cos x − 1 + x²/2 is of order 4",
    (c, x) => c.sum(c.f("cos", x), c.n(-1), c.mul(c.n(0.5), x, x)),
    4,
    0,
  ],
  [
    "log(1−x) + x + x²/2 is of order 3",
    (c, x) => c.sum(c.f("log", c.sub(c.n(1), x)), x, c.mul(c.n(0.5), x, x)),
    3,
    0,
  ],
  ["x² log x is of order 2 with one logarithm", (c, x) => c.mul(x, x, c.f("log", x)), 2, 1],
  ["x^{3/2} is of order 3/2", (c, x) => c.pow(x, c.n(1.5)), 1.5, 0],
  ["Γ(x) − 1/x is of order 0", (c, x) => c.sub(c.f("Γ", x), reciprocal(c, x)), 0, 0],
  ["1/x is of order −1", reciprocal, -1, 0],
];

describe("limits", () => {
  for (const [title, side, f, value] of atZero)
    it(title, () =>
      overBoth((c) => {
        const found = limitAt(c.field, (x) => f(c, x), c.n(0), side);
        const error = c.field.magnitude(c.field.sub(found.value, value(c)));
        assert.ok(
          error <= found.scale * (3 * 10 ** -found.digits + 1e-15),
          `${error} at ${found.digits}`,
        );
        assert.ok(found.digits >= (c.field.kind === "digits" ? 12 : 6), `${found.digits} digits`);
      }),
    );

  for (const [title, side, f] of missing)
    it(`${title} has no limit at 0`, () =>
      overBoth((c) => {
        assert.throws(() => limitAt(c.field, (x) => f(c, x), c.n(0), side), Undefined);
      }));

  it("(1 + 1/n)ⁿ → e along whole numbers", () =>
    overBoth((c) => {
      const f = <E>(k: Calculus<E>, n: E) => k.pow(k.sum(k.n(1), k.div(k.n(1), n)), n);
      const found = limitAtInfinity(c.field, (n) => f(c, n), 1, true);
      assert.ok(c.field.magnitude(c.field.sub(found.value, c.f("exp", c.n(1)))) < 1e-7);
    }));

  it("tanh x → −1 for x → −∞", () =>
    overBoth((c) => {
      const found = limitAtInfinity(c.field, (x) => c.f("tanh", x), -1);
      assert.ok(c.field.magnitude(c.field.sub(found.value, c.n(-1))) < 1e-12);
    }));

  it("sin x and eˣ have no limit at infinity", () =>
    overBoth((c) => {
      for (const name of ["sin", "exp"])
        assert.throws(() => limitAtInfinity(c.field, (x) => c.f(name, x), 1), Undefined);
    }));
});

describe("orders of vanishing", () => {
  for (const [title, f, power, logs] of orders)
    it(title, () =>
      overBoth((c) => {
        const found = vanishingOrder(c.field, (x) => f(c, x));
        assert.ok(Math.abs(found.power - power) <= found.uncertainty, JSON.stringify(found));
        assert.ok(found.uncertainty < 0.1);
        assert.equal(found.logs, logs);
      }),
    );

  it("zero vanishes to every order", () =>
    overBoth((c) => assert.equal(vanishingOrder(c.field, () => c.n(0)).power, Infinity)));

  it("sin x/x tends to 1, and sin x/1.01x does not", () =>
    overBoth((c) => {
      const sine =
        <E>(k: Calculus<E>) =>
        (x: E) =>
          k.f("sin", x);
      assert.ok(ratioTendsToOne(c.field, sine(c), (x) => x).holds);
      assert.ok(!ratioTendsToOne(c.field, sine(c), (x) => c.mul(c.n(1.01), x)).holds);
    }));
});
