/** Where derivatives, integrals, sums, limits and bars begin and end. */
import assert from "node:assert/strict";
import { printExpr } from "../../../src/math/expr/print";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readFormula } from "../../../src/paper/notation/read";

const { raw } = String;

const readings: readonly (readonly [statement: string, latex: string, ...readings: string[]])[] = [
  ["∂ ends before the next derivative", raw`\partial_\mu\phi\partial^\mu\phi`, "(∂_μφ) ∂^μφ"],
  [
    "∂ before two factors is read both ways",
    raw`\partial_\mu T^{\mu\nu}x^\rho`,
    "(∂_μT^μν) x^ρ",
    "∂_μ T^μν x^ρ",
  ],
  ["d/dx acts on the rest of its term", raw`\frac{d}{dx}fg+h`, "d/dx (f g) + h"],
  [
    "a derivative is taken before its value",
    raw`\frac{\partial}{\partial\epsilon}\Delta^{-\epsilon}\Big|_{\epsilon=0}`,
    "(∂/∂ε (Δ^(-ε)))|_(ε=0)",
  ],
  ["a derivative acts on a whole bracket", raw`\partial_t\langle 0|A|0\rangle`, "∂/∂t (⟨0| A |0⟩)"],
  ["operators stay operators among operators", raw`\frac{d}{dx}x-x\frac{d}{dx}`, "d/dx x − x d/dx"],
  ["the exponent below counts derivatives", raw`\frac{d^2f}{dx^2}`, "d²f/dx²"],
  ["dσ/dq² derives by q²", raw`\frac{d\sigma}{dq^2}`, "dσ/dq²"],
  ["d as a dimension is no differential", raw`\frac{d-2}{d-1}`, "(d − 2)/(d − 1)"],
  ["dots belong to the letter", raw`\dot{x}_i^2`, "(dx_i/dt)²"],
  ["(∂φ)² keeps the signature", raw`(\partial\phi)^2`, "(∂_μφ) ∂^μφ"],
  ["a measure in a fraction leaves the rest", raw`\int\frac{x\,dx}{1+x^2}`, "∫ dx x/(1 + x²)"],
  ["the integrand ends with its term", raw`\int_0^1dx\,f(x)+g`, "∫_0^1 dx f(x) + g"],
  ["a sum before the measure is integrated", raw`\int_0^1 f(x)+g(x)\,dx`, "∫_0^1 dx (f(x) + g(x))"],
  [
    "an inner integral that shows the variable stays inside",
    raw`\int_0^1 k\,dk\int_0^1du\,e^{iku}`,
    "∫_0^1 dk k ∫_0^1 du e^(i k u)",
  ],
  [
    "two integrals over one name are two factors",
    raw`\int f(x)dx\int g(x)dx`,
    "(∫ dx f(x)) ∫ dx g(x)",
  ],
  ["limits pair with measures from inside", raw`\int_a^b\int_c^d f\,dx\,dy`, "∫_a^b dy ∫_c^d dx f"],
  [
    "a remainder behind an integral is no integrand",
    raw`\int\frac{dp}{p}+O(\epsilon)`,
    "∫ dp 1/p + O(ε)",
  ],
  ["an operator in a product is no remainder", raw`e^{-S}\mathcal{O}(\phi)`, "e^(-S) 𝒪(φ)"],
  ["the integral of a form has no measure beside it", raw`\int f\,dx\wedge dy`, "∫ f d(x)∧d(y)"],
  ["a limit may begin with a sign", raw`\lim_{x\to0^-}-f`, "lim_(x→0⁻) (-f)"],
  [
    "a sum goes on to terms that carry its label, or ends",
    raw`\sum_i a_ib_i-c_id_i`,
    "∑_(i) (a_i b_i − c_i d_i)",
    "∑_(i) a_i b_i − c_i d_i",
  ],
  ["a sum ends before a term without its label", raw`\sum_i a_i+c`, "∑_(i) a_i + c"],
  ["pairs below a sum are neighbours", raw`\sum_{\langle ij\rangle}s_is_j`, "∑_(⟨i, j⟩) s_i s_j"],
  ["⟨a|b⟩ inside bars is one number", raw`|\langle a|A|b\rangle|^2`, "|⟨a| A |b⟩|²"],
  ["< and > around an average are brackets", raw`<x^2>-<x>^2`, "⟨x²⟩ − ⟨x⟩²"],
  ["digits of a qubit register stand apart", raw`|01\rangle`, "|0, 1⟩"],
  ["fences interrupted by a line end are whole", raw`\left[a\right.\left.-b\right]c`, "(a − b) c"],
  [
    "a thermodynamic derivative says what is fixed",
    raw`\frac{\partial S}{\partial V}\Big|_T`,
    "(∂S/∂V)_T",
  ],
];

describe("where calculus begins and ends", () => {
  for (const [statement, latex, ...expected] of readings)
    it(`${statement}: ${latex}`, () => {
      const found = readFormula(parseFormula(latex).nodes);
      assert.deepEqual(found.gaps, []);
      assert.deepEqual(found.readings.map(printExpr), expected);
    });
});
