/** Printed formulas: one way of writing for each shape of tree. */
import assert from "node:assert/strict";
import * as b from "../../../src/math/expr/build";
import type { Expr } from "../../../src/math/expr/node";
import { printExpr } from "../../../src/math/expr/print";

const [x, y, n, f, a] = ["x", "y", "n", "f", "a"].map((name) => b.symbol(name)) as [
  Expr,
  Expr,
  Expr,
  Expr,
  Expr,
];
const p = b.symbol("p", "four-vector");
const k = b.symbol("k", "four-vector");
const kk = b.symbol("k", "three-vector");
const g = b.symbol("γ", "matrix", { role: "gamma", space: "dirac" });
const psi = b.symbol("ψ", "spinor");
const gamma = (name: string, place: "up" | "down" = "up") => b.tensor(g, b.index(name, place));
const d = (by: Parameters<typeof b.derivative>[0], operand?: Expr, order?: Expr) =>
  b.derivative(by, operand, order);
const byX = { kind: "variable", variable: x, style: "total" } as const;

const forms: readonly (readonly [Expr, string])[] = [
  [b.product(gamma("μ"), gamma("ν"), gamma("μ", "down")), "γ^μ γ^ν γ_μ"],
  [b.product(b.num(-2), gamma("ν")), "-2 γ^ν"],
  [b.minus(b.product(x, y), b.product(b.num(2), x)), "x y − 2 x"],
  [b.sum(b.negate(x), y), "-x + y"],
  [b.product(b.num(2), b.negate(x)), "2 × (-1) x"],
  [b.product(x, b.sum(x, y)), "x (x + y)"],
  [b.call(f, b.sum(x, y)), "f(x + y)"],
  [b.func("sin", [x]), "sin(x)"],
  [b.power(b.func("sin", [x]), b.num(2)), "sin(x)²"],
  [b.power(x, b.num(-1)), "x⁻¹"],
  [b.power(x, b.sum(n, b.one)), "x^(n + 1)"],
  [b.power(b.negate(x), b.num(2)), "(-x)²"],
  [b.tensor(p, b.up("0", "lorentz")), "p^0"],
  [b.dot(p, p), "p·p"],
  [b.product(b.num(2), b.dot(p, b.sum(p, k))), "2 p·(p + k)"],
  [b.tensor(b.sum(p, k), b.up("μ")), "(p + k)^μ"],
  [b.tensor(b.symbol("R", "tensor"), b.up("ρ"), b.down("σ"), b.down("μ")), "R^ρ_σμ"],
  [b.slash(p), "γ·p"],
  [b.cross(kk, kk), "𝐤×𝐤"],
  [b.labelled(b.symbol("ω"), n), "ω_n"],
  [b.labelled(b.symbol("ω"), b.sum(n, b.one)), "ω_(n + 1)"],
  [b.quotient(b.product(x, y), b.sum(x, y)), "(x y)/(x + y)"],
  [b.product(b.rational(1n, 2n), x), "(1/2) x"],
  [b.product(b.num(2), b.num(3)), "2 × 3"],
  [b.rational(314n, 100n, 2), "3.14"],
  [b.rational(-5n, 100n, 2), "-0.05"],
  [d({ kind: "index", index: b.down("μ") }, b.symbol("φ")), "∂_μφ"],
  [b.product(d({ kind: "index", index: b.down("μ") }), b.symbol("φ")), "∂_μ φ"],
  [d(byX), "d/dx"],
  [d(byX, y, b.num(2)), "d²y/dx²"],
  [d(byX, b.product(x, y)), "d/dx (x y)"],
  [b.product(d(byX, y), x), "(dy/dx) x"],
  [d({ kind: "variable", variable: x, style: "partial", held: [n] }, y), "(∂y/∂x)_n"],
  [d({ kind: "laplacian" }, b.symbol("φ")), "∇²φ"],
  [b.involution("bar", psi), "ψ̄"],
  [b.dagger(b.labelled(b.symbol("a", "operator"), kk)), "a_𝐤†"],
  [b.product(b.bra(n), a, b.ket(n)), "⟨n| a |n⟩"],
  [b.commutator(x, y), "[x, y]"],
  [b.poisson(x, y), "{x, y}_PB"],
  [b.trace(b.product(x, y)), "Tr[x y]"],
  [b.func("besselJ", [x], [n]), "J_n(x)"],
  [b.func("sqrt", [b.sum(x, y)]), "√(x + y)"],
  [
    b.matrix([
      [x, y],
      [y, x],
    ]),
    "(x, y; y, x)",
  ],
  [
    {
      kind: "integral",
      measures: [{ variable: x, lower: b.zero, upper: b.one, sort: "plain" }],
      integrand: b.sum(x, y),
    },
    "∫_0^1 dx (x + y)",
  ],
  [
    {
      kind: "series",
      sort: "sum",
      variables: [n],
      lower: b.zero,
      upper: b.constant("∞"),
      body: b.power(x, n),
    },
    "∑_(n=0)^∞ x^(n)",
  ],
  [{ kind: "limit", variable: x, to: b.zero, side: "above", body: y }, "lim_(x→0⁺) y"],
  [{ kind: "bar", body: b.call(f, x), at: [{ variable: x, value: b.zero }] }, "f(x)|_(x=0)"],
  [b.sum(x, { kind: "plus-minus", upper: "+", operand: y }), "x ± y"],
  [b.sum(x, { kind: "order", argument: b.power(x, b.num(2)) }), "x + O(x²)"],
  [b.hole("\\foo"), "⟦\\foo⟧"],
];

describe("printed formulas", () => {
  for (const [node, text] of forms)
    it(`${text} is printed so`, () => assert.equal(printExpr(node), text));

  it("no two different trees of the list print alike", () =>
    assert.equal(new Set(forms.map(([node]) => printExpr(node))).size, forms.length));
});
