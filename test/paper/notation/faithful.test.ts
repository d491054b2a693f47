/** What the company of a sign tells: product or application, index or power, variation or number, vector or component. */
import { strict as assert } from "node:assert";
import { printExpr } from "../../../src/math/expr/print";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readStatement } from "../../../src/paper/notation/read";

const raw = String.raw;

const statements: readonly (readonly [title: string, latex: string, ...readings: string[]])[] = [
  ["a letter in a bold text font is a vector", raw`\textbf{p}^2+m^2`, "𝐩·𝐩 + m²"],
  ["names called with one argument are called alike", raw`A(p) = 4\pi r(p)^2`, "A(p) = 4 π r(p)²"],
  [
    "a mode is called with its momentum under a dagger too",
    raw`\phi = a(p)+c(p)^\dagger`,
    "φ = a(p) + c(p)†",
  ],
  ["g beside f(x) is a function", raw`f(x)\,g(x-x_m)`, "f(x) g(x − x_m)"],
  ["a transform is taken at its frequency", raw`\mathcal{F}[f](k)`, "ℱ(f, k)"],
  ["a dot and a transpose leave the argument", raw`\dot R^T(t)R(t)`, "(dR(t)/dt)ᵀ R(t)"],
  ["dots of a world line derive by its parameter", raw`\dot x^\mu(\tau)`, "dx^μ(τ)/dτ"],
  ["braces around a dotted letter change nothing", raw`{\dot x}^2_1`, "(dx_1/dt)²"],
  ["a bold font reaches under accents", raw`{\bf \dot r}`, "d𝐫/dt"],
  [
    "a variation of a derivative is one",
    raw`\delta S = \frac{\partial\mathcal{L}}{\partial(\partial_\mu\phi)}\delta(\partial_\mu\phi)+V\delta\phi`,
    "δS = (∂ℒ/∂(∂_μφ)) δ(∂_μφ) + V δφ",
  ],
  ["a difference in braces is one name", raw`V_\mu\Delta{x^\mu}`, "V_μ Δx^μ"],
  [
    "a difference among gradients is no Laplacian",
    raw`\nabla_av^a+b\Delta t/2`,
    "∇_av^a + b (Δt/2)",
  ],
  ["< above a name is a label", raw`G^<-G^>`, "G^< − G^>"],
  ["squares are no matrices", raw`V(\sigma)=\sigma^2+\sigma^2\pi^2`, "V(σ) = σ² + σ² π²"],
  ["a supercharge carries its index", raw`\delta q^I=\{q^I,Q\}_{PB}`, "δq_I = {q_I, Q}_PB"],
  ["a lone i above is an index", raw`X^i = \theta`, "𝐗^i = θ"],
  ["one coordinate above and one below are components", raw`T^t_t=-\rho`, "T^t_t = -ρ"],
  ["a comma derives a tensor by its coordinate", raw`F^{ti}_{,i}`, "∂_iF^ti"],
  [
    "the last of numbered coordinates has a number too",
    raw`\frac{\partial f}{\partial x^1}dx^1+\cdots+\frac{\partial f}{\partial x^n}dx^n`,
    "(∂f/∂x_1) d(x_1) + … + (∂f/∂x_n) d(x_n)",
  ],
  ["an exponent under ∑ is one", raw`\sum_{i=0}^n a_ix^i`, "∑_(i=0)^n a_i x^(i)"],
  ["v-dots contract vectors whatever their letter", raw`m\vdot u`, "m·u"],
  ["a sign before the integrand belongs to it", raw`\int d^4x\;-J(x)\phi(x)`, "∫ d⁴x (-J(x) φ(x))"],
  ["a sign behind a whole integral does not", raw`\int_0^Tdt - T`, "∫_0^T dt 1 − T"],
  [
    "an integral that may have either is read in both ways",
    raw`\int d^4x\,-V`,
    "∫ d⁴x (-V)",
    "∫ d⁴x 1 − V",
  ],
  [
    "measures go on behind an ellipsis",
    raw`\int d^4x_1\cdots d^4x_n\,f(x_1,\cdots,x_n)`,
    "∫ d⁴x_1 ∫ d⁴x_n … f(x_1, …, x_n)",
  ],
  ["the trace of a raised number is no power", raw`\mathrm{Tr}(-1)^F`, "Tr[(-1)^(F)]"],
  ["a residue is one of the product", raw`\mathrm{Res}\,\rho(z)f(z)`, "Res(ρ(z) f(z))"],
  [
    "an operator among numbered ones is no remainder",
    raw`\mathcal{O}(\phi)=\mathcal{O}_1(\phi)\mathcal{O}_2(\phi)`,
    "𝒪(φ) = 𝒪_1(φ) 𝒪_2(φ)",
  ],
  [
    "a state has a differential",
    raw`d|\psi\rangle = -iH\,dt|\psi\rangle`,
    "d(|ψ⟩) = -i H d(t) |ψ⟩",
  ],
  ["conjugates may be spelled without full stop", raw`a+h.c`, "a + h.c."],
  ["a derivative along a vector field is kept whole", raw`\nabla_X(A+B)`, "∇(X, A + B)"],
  ["a derivative by a place is not", raw`\nabla_{\mathbf r}\phi`, "∂φ/∂𝐫"],
  [
    "a symbol of a representation is called with it",
    raw`d^{abc}(R)=A(R)d^{abc}`,
    "d^abc(R) = A(R) d^abc",
  ],
  ["a functional of words is one", raw`\bar Q[\text{traj}]`, "Q̄(words: traj)"],
  ["indices on one thing are of one kind", raw`\kappa_{ab}\kappa^{bc}`, "κ_ab κ^bc"],
  ["a spin keeps its prime", raw`\bar u^{s'}_pu^s_p`, "ū_(s′, p) u_(s, p)"],
  ["a bar over a called spinor is Dirac's", raw`\bar u^s(p)e^{ip\cdot x}`, "bar(u_s(p)) e^(i p·x)"],
  [
    "p·x beside 𝐩·𝐱 is one of four-vectors",
    raw`e^{-iEt+i\bm p\cdot\bm x}e^{-ip\cdot x}`,
    "e^(-i E t + i 𝐩·𝐱) e^(-i p·x)",
  ],
  ["a bar over a differential is a mean", raw`\overline{dW_x}`, "mean(d(W_x))"],
  ["a form is applied to a vector", raw`\mathrm{d}x^\mu(v)`, "d(x^μ)(v)"],
  ["a pair may number a field", raw`\phi_{(1,2)}\phi_{(r,s)}`, "φ_(1, 2) φ_(r, s)"],
  ["a bracket of \\eval ends at its bar", raw`\eval[\tanh x|^v_0`, "[tanh(x)]_0^v"],
  ["a condition may name a state", raw`|L_z=0\rangle`, "|L_z = 0⟩"],
  ["sums of spaces are written between them", raw`V\oplus W\oplus X`, "V ⊕ W ⊕ X"],
  ["signs that are not seen are no gaps", "\\sinh^2\u2061 u", "sinh(u)²"],
  ["an energy is called with the length of its momentum", raw`E(|\mathbf{k}|)`, "E(|𝐤|)"],
  ["a conditional probability is called", raw`P(a|b)`, "P(a, b)"],
  ["powers of ∇ keep their number", raw`\nabla^3s+\nabla^4s`, "∇³s + ∇⁴s"],
  ["0 above a particle is its charge", raw`\bar K^0`, "K̄^0"],
  ["a quark above a matrix element names it", raw`Y^u_{IJ}u_{RJ}`, "Y^u_IJ u_RJ"],
  ["what ∂ carries above is no exponent", raw`x^a\frac{\partial f}{\partial x^a}`, "x^a ∂f/∂x^a"],
  ["a field may be called with a signed place", raw`W(\phi(-\infty))`, "W(φ(-∞))"],
  [
    "a derivative at a place is one of the function",
    raw`\frac{\partial j}{\partial x}(x,t)`,
    "∂j(x, t)/∂x",
  ],
  [
    "pairs of wave functions are inner products",
    raw`(\phi,\alpha_1\psi_1+A\psi_2) = \alpha_1(\phi,\psi_1)+(A^\dagger\phi,\psi_2)`,
    "|φ⟩† (α_1 |ψ_1⟩ + A |ψ_2⟩) = α_1 |φ⟩† |ψ_1⟩ + (A† |φ⟩)† |ψ_2⟩",
  ],
  [
    "pairs alone may be tuples",
    raw`(\phi,\chi) = (\phi_0,\chi_0)`,
    "|φ⟩† |χ⟩ = |φ_0⟩† |χ_0⟩",
    "(φ, χ) = (φ_0, χ_0)",
  ],
  ["fields beside their name are a tuple", raw`\Phi = (\phi_1,\phi_2)`, "Φ = (φ_1, φ_2)"],
  ["a mean in a state is taken between its bra and ket", raw`\langle Q\rangle_\psi`, "⟨ψ| Q |ψ⟩"],
  ["a dagger may stand on the label", raw`b_{\mathbf q}^{r^\dagger}`, "b_(𝐪, r)†"],
  [
    "a spin above a mode is one above a spinor",
    raw`u_k^mb_k^mb_k^\dagger`,
    "u_(k, m) b_(k, m) b_k†",
  ],
  [
    "fences with nothing to show do not group",
    raw`\left(\left(a\right)c\right. + \left(b \left. + d\right) e\right)`,
    "a c + (b + d) e",
  ],
  ["underlined letters are vectors", raw`\underline{\sigma} \cdot \underline{\nabla}`, "𝛔·∇"],
  [
    "a representation is one of a bracket too",
    raw`[\rho(H^i), \rho(H^j)] = \rho([H^i, H^j])`,
    "[ρ(H^i), ρ(H^j)] = ρ([H^i, H^j])",
  ],
  ["fields in a row are ordered in time", raw`T\phi(x)\phi(y)`, "T{φ(x) φ(y)}"],
  ["so is what T holds between states", raw`\langle 0|T(\phi\phi_k)|0\rangle`, "⟨0| T{φ φ_k} |0⟩"],
  ["a chirality is a label", raw`\psi_{s-}`, "ψ_(s, −)"],
  ["a letter that is an argument is no index", raw`A_{\omega\sigma}f(\sigma)`, "A_(ω, σ) f(σ)"],
  ["dots do not hide an index", raw`\dot{q}^Ip_I`, "(dq_I/dt) p_I"],
  ["sums of states are states", raw`(\psi,\sum_n\alpha_n\chi_n)`, "|ψ⟩† ∑_(n) α_n |χ_n⟩"],
  ["div is a divergence", raw`\operatorname{div} B`, "∇·B"],
  ["Δ of a field among gradients is the Laplacian", raw`\Delta\phi+\nabla f`, "∇²φ + ∇f"],
  ["a velocity varies", raw`p_a\delta\dot x^a+\delta p_a\dot x^a`, "p_a δ(dx^a/dt) + δp_a dx^a/dt"],
  [
    "a partial trace takes the states behind it",
    raw`\operatorname{tr}_A U|\psi\rangle\langle\psi|U^\dagger`,
    "Tr_A[U |ψ⟩ ⟨ψ| U†]",
  ],
  ["a Lie derivative is kept whole", raw`\mathcal{L}_v(\mu_aw^a)`, "ℒ(v, μ_a w^a)"],
  ["a condition below an extremum is kept", raw`\sup_{t'\in[t,t_0]}f`, "sup_(t′ ∈ [t, t_0])(f)"],
  ["the order of a derivative may be a letter", raw`\partial^n_xf`, "∂^nf/∂x^n"],
  [
    "a dotted index does not hide its neighbour",
    raw`\theta^\beta\sigma_{\beta\dot\alpha}`,
    "θ^β σ_β,α̇",
  ],
  ["numbers in braces are a set", raw`\{-1,+1\}`, "set(-1, 1)"],
  [
    "a matrix beside numbered roots has labels",
    raw`\sum_jA^{ij}\omega_{(j)}+\alpha_{(i)}`,
    "∑_(j) A_(i, j) ω_j + α_i",
  ],
];

describe("what stands beside a sign tells its meaning", () => {
  for (const [title, latex, ...expected] of statements)
    it(`${title}: ${latex}`, () => {
      const { readings, gaps } = readStatement(parseFormula(latex).nodes);
      assert.deepEqual(
        readings.map((sides) => sides.map(printExpr).join(" = ")),
        expected,
      );
      assert.deepEqual(gaps, []);
    });
});
