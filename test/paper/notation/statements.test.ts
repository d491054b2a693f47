import { strict as assert } from "node:assert";
import { printExpr } from "../../../src/math/expr/print";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readStatement } from "../../../src/paper/notation/read";

/** Statements of the field and how their sides are read together. */
const statements: readonly (readonly [latex: string, reading: string])[] = [
  [String.raw`(p+k)^2-m^2 = 2p\cdot k`, "(p + k)·(p + k) − m² = 2 p·k"],
  [String.raw`H = \frac{p^2}{2m}+V(x)`, "H = p²/(2 m) + V(x)"],
  [String.raw`\slashed{p}\slashed{p} = p^2`, "γ·p γ·p = p·p"],
  [String.raw`[T^a,T^b] = if^{abc}T^c`, "[T^a, T^b] = i f^abc T^c"],
  [
    String.raw`\epsilon_{ijk}\epsilon_{ilm} = \delta_{jl}\delta_{km}-\delta_{jm}\delta_{kl}`,
    "ε_ijk ε_ilm = δ_jl δ_km − δ_jm δ_kl",
  ],
  [String.raw`[a_i,a_j^\dagger] = \delta_{ij}`, "[a_i, a_j†] = δ_(i, j)"],
  [String.raw`T_{(\mu\nu)} = T_{\mu\nu}`, "(1/2) (T_μν + T_νμ) = T_μν"],
  [String.raw`F^{i0} = E^i`, "F^i0 = E^i"],
  [
    String.raw`g_{\mu\nu}p^\mu q^\nu = p^0q^0-\mathbf{p}\cdot\mathbf{q}`,
    "g_μν p^μ q^ν = p^0 q^0 − 𝐩·𝐪",
  ],
  [String.raw`(\vec\sigma\cdot\vec a)^2 = \vec a^2`, "(𝛔·𝐚)² = 𝐚·𝐚"],
  [
    String.raw`u^{\dagger}_r(p)\,u_s(p)\bar u_s = 2E_{\mathbf p}\,\delta_{rs}`,
    "u_r(p)† u_s(p) bar(u_s) = 2 E_𝐩 δ_(r, s)",
  ],
  [
    String.raw`R_{\mu[\nu\rho\sigma]} = 0`,
    "(1/6) (R_μνρσ − R_μνσρ − R_μρνσ + R_μρσν + R_μσνρ − R_μσρν) = 0",
  ],
  [String.raw`(\partial_\mu U^\dagger)U = -U^\dagger\partial_\mu U`, "(∂_μU†) U = -U† ∂_μU"],
  [String.raw`\eta = \mathrm{diag}(-,+,+,+)`, "η = diag(-1, 1, 1, 1)"],
  [String.raw`\sin\pi x/L = \sin\frac{\pi x}{L}`, "sin((π x)/L) = sin((π x)/L)"],
  [
    String.raw`|\mathbf{r}-\mathbf{r}'|^2 = (\mathbf{r}-\mathbf{r}')^2`,
    "|𝐫 − 𝐫′|² = (𝐫 − 𝐫′)·(𝐫 − 𝐫′)",
  ],
];

describe("statements", () => {
  for (const [latex, reading] of statements)
    it(`${latex} reads as ${reading}`, () => {
      const { readings, gaps } = readStatement(parseFormula(latex).nodes);
      assert.equal(readings[0]?.map(printExpr).join(" = "), reading);
      assert.deepEqual(gaps, []);
    });

  it("relations split a chain, annotated ones too", () => {
    const { relations, readings } = readStatement(
      parseFormula(String.raw`a := b \stackrel{(3)}{=} c \not= d`).nodes,
    );
    assert.deepEqual(relations, [":=", "=", "≠"]);
    assert.equal(readings[0]?.length, 4);
  });

  it("a squared e alone is the charge, or else Euler's number", () => {
    const { readings } = readStatement(parseFormula(String.raw`x = e^2`).nodes);
    assert.equal(readings.length, 2);
  });

  it("{A,B} of numbers is a Poisson bracket, or else an anticommutator", () => {
    const { readings } = readStatement(parseFormula(String.raw`\{q,p\} = 1`).nodes);
    const sorts = readings.map(([left]) => (left?.kind === "bracket" ? left.sort : left?.kind));
    assert.ok(sorts.includes("poisson") || sorts.includes("anticommutator"), sorts.join());
  });
});
