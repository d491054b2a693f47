/** What packages define is read as the package says: physics, braket, slashed, tensor, siunitx, mathtools, bm, cancel, simplewick. */
import { strict as assert } from "node:assert";
import { printExpr } from "../../../src/math/expr/print";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readStatement } from "../../../src/paper/notation/read";

const raw = String.raw;

const macros: Readonly<Record<string, readonly (readonly [latex: string, reading: string])[]>> = {
  physics: [
    [raw`\qty(a+b)c`, "(a + b) c"],
    [raw`\qty[a]+\qty{b}+\qty|c|`, "a + b + |c|"],
    [raw`\pqty{a}\bqty{b}\vqty{c}\Bqty{d}`, "a b |c| d"],
    [raw`\dv{f}{x}+\dv[2]{f}{x}+\dv*{f}{x}`, "df/dx + d²f/dx² + df/dx"],
    [raw`\dv{x}(xy)`, "d/dx (x y)"],
    [raw`\pdv{f}{x}{y}+\pdv[2]{f}{x}`, "∂/∂x (∂f/∂y) + ∂²f/∂x²"],
    [raw`\pdv{x}(fg)`, "∂/∂x (f g)"],
    [raw`\fdv{S}{\phi(x)}`, "δS/δφ(x)"],
    [raw`\comm{A}{B}+\acomm{A}{B}+\pb{f}{g}`, "[A, B] + {A, B} + {f, g}_PB"],
    [raw`\mel{n}{A}{m}+\mel**{n}{A}{m}`, "⟨n| A |m⟩ + ⟨n| A |m⟩"],
    [raw`\ev{A}+\ev{A}{\psi}+\vev{A}`, "⟨A⟩ + ⟨ψ| A |ψ⟩ + ⟨A⟩"],
    [raw`\ip{a}{b}+\braket{a}{b}`, "⟨a| |b⟩ + ⟨a| |b⟩"],
    [raw`\op{a}{b}+\dyad{a}+\ketbra{a}{b}`, "|a⟩ ⟨b| + |a⟩ ⟨a| + |a⟩ ⟨b|"],
    [raw`\tr(AB)+\Tr[AB]+\tr{\rho A}`, "Tr[A B] + Tr[A B] + Tr[ρ A]"],
    [raw`\Res f(z)`, "Res(f(z))"],
    [raw`\grad\phi+\laplacian{\phi}`, "∇φ + ∇²φ"],
    [raw`\div\mathbf{A}`, "∇·𝐀"],
    [raw`\curl{\mathbf{A}}`, "∇×𝐀"],
    [raw`\mqty(a&b\\c&d)+\mqty{a&b\\c&d}`, "(a, b; c, d) + (a, b; c, d)"],
    [raw`\smqty(a&b\\c&d)+\pmqty{a&b\\c&d}`, "(a, b; c, d) + (a, b; c, d)"],
    [raw`\vmqty{a&b\\c&d}`, "det((a, b; c, d))"],
    [raw`\eval{x^2}_0^1+\eval*{f}_{x=0}`, "[x²]_0^1 + f|_(x=0)"],
    [raw`\order{x^2}+\order*{x}`, "O(x²) + O(x)"],
    [raw`\vb{a}\cdot\vb*{b}+\vu{n}\vdot\va{c}`, "𝐚·𝐛 + 𝐧̂·𝐜"],
    [raw`\vb{a}\cross\vb{b}`, "𝐚×𝐛"],
    [raw`\dd{x}+\dd[3]{p}+\dd(\cos\theta)`, "d(x) + d³p + d(cos(θ))"],
    [raw`\int\dd{x}f(x)`, "∫ dx f(x)"],
    [raw`\sin[2](x)+\cos[2](y)`, "sin(x)² + cos(y)²"],
    [raw`\Re{z+w}+\Im z`, "Re(z + w) + Im(z)"],
    [raw`\flatfrac{a}{b}`, "a/b"],
    [raw`\mqty(\imat{2})+\pmqty{\pmat{2}}`, "(1, 0; 0, 1) + (0, -i; i, 0)"],
    [raw`\mqty(\dmat{a,b})+\mqty(\admat{a,b})`, "(a, 0; 0, b) + (0, a; b, 0)"],
    [raw`\mqty(\xmat{a}{1}{2})+\mqty(\zmat{1}{2})`, "(a, a) + (0, 0)"],
    [raw`\abs{x}+\norm{x}`, "|x| + ‖x‖"],
  ],
  braket: [
    [raw`\Bra{\psi}\Ket{\phi}`, "⟨ψ| |φ⟩"],
    [raw`\Braket{a|B|c}`, "⟨a| B |c⟩"],
    [raw`\set{x|x>0}`, "set(x, x > 0)"],
  ],
  slashed: [
    [raw`\slashed{p}+\slashed{D}`, "γ·p + γ·D"],
    [raw`\slashed{\partial}\psi`, "γ^μ ∂_μ ψ"],
  ],
  tensor: [
    [raw`T\indices{^\mu_\nu}`, "T^μ_ν"],
    [raw`\tensor{R}{^\rho_{\sigma\mu\nu}}`, "R^ρ_σμν"],
    [raw`\tensor*{T}{^\mu_\nu}`, "T^μ_ν"],
  ],
  siunitx: [
    [raw`\SI{5}{\kilo\gram}+\qty{5}{\kilo\gram}`, "5 kg + 5 kg"],
    [raw`\num{1.5e3}+\num{1,5}`, "1.5 10³ + 1.5"],
    [raw`\SI{3e8}{m/s}`, "3 10⁸ m/s"],
    [raw`2\,\unit{\metre\per\second}`, "2 m/s"],
    [raw`\ang{30}`, "30 (π/180)"],
  ],
  mathtools: [
    [raw`a\coloneqq b`, "a = b"],
    [raw`\begin{dcases}1&x>0\\0&x<0\end{dcases}`, "{1 if x > 0; 0 if x < 0}"],
    [raw`\overbracket{a+b}^{c}`, "remark(a + b, c)"],
    [raw`\mathclap{a}+\mathllap{b}`, "a + b"],
    [raw`\frac{\splitfrac{a+b}{+c}}{d}`, "(a + b + c)/d"],
    [raw`\smashoperator{\sum_{i}}a_i`, "∑_(i) a_i"],
  ],
  bm: [[raw`\bm{p}\cdot\bm{x}`, "𝐩·𝐱"]],
  cancel: [
    [raw`\cancel{p}+m`, "γ·p + m"],
    [raw`\cancel{m}a`, "m a"],
  ],
  simplewick: [
    [raw`\contraction{}{\phi}{}{\phi}\phi\phi`, "wick(φ φ, contraction(φ, φ))"],
    [
      raw`\contraction{}{\phi}{(x)}{\phi}\phi(x)\phi(y)`,
      "wick(φ(x) φ(y), contraction(φ(x), φ(y)))",
    ],
    [
      raw`\contraction{}{A}{BC}{D}\bcontraction{A}{B}{}{C}ABCD`,
      "wick(A B C D, contraction(A, D), contraction(B, C))",
    ],
    [raw`\wick{\c\phi\c\phi}`, "wick(φ φ, contraction(φ, φ))"],
  ],
};

describe("macros of packages", () => {
  for (const [name, cases] of Object.entries(macros))
    for (const [latex, expected] of cases)
      it(`${name} gives ${latex} its meaning`, () => {
        const { readings, gaps } = readStatement(parseFormula(latex).nodes);
        assert.equal(readings[0]?.map(printExpr).join(" = "), expected);
        assert.deepEqual(gaps, []);
      });

  for (const latex of [raw`\bcancel{c}+d`, raw`\xcancel{c}+d`, raw`\cancelto{0}{c}+d`])
    it(`cancel leaves open whether what it strikes still counts: ${latex}`, () => {
      const { readings } = readStatement(parseFormula(latex).nodes);
      assert.deepEqual(
        readings.map((sides) => sides.map(printExpr).join(" = ")),
        ["c + d", "0 + d"],
      );
    });
});
