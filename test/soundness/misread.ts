/** Claims that are true only in a wrong reading: an index as a power, an operation as a factor, a name as an operation, a label as an index. */
import type { Trap } from "./items";

const tex = String.raw;

/** What "read as" shows of a claim, so that an author sees which reading it is. */
interface Misread extends Trap {
  readonly shown: string;
}

const as = (latex: string, shown: string): Misread => ({ latex, shown });

export const misread: readonly Misread[] = [
  // an index is no power
  as(tex`\gamma^\mu\gamma^\mu\gamma^\nu = \gamma^{2\mu+\nu}`, "γ^μ"),
  as(tex`j^\mu j^\nu = j^{\mu+\nu}`, "j^μ j^ν"),
  as(tex`T^aT^b = T^{a+b}`, "T^a T^b"),
  as(tex`\sigma^1\sigma^2 = \sigma^3`, "σ^1 σ^2"),
  as(tex`k^0 = 1`, "k^0"),
  as(tex`U^0U^1 + U_0U^1 = 2U^0U^1`, "U_0 U^1"),
  as(tex`E_n^{(1)} = E_n`, "E^(1)_n"),
  as(tex`f^{(2)}(x) = f(x)^2`, "f′′(x)"),
  // a power is no index
  as(tex`\sum_i x_i^2 = \sum_i x_i`, "x_i²"),
  // an application is no product
  as(tex`f(x+y) = f(x)+f(y)`, "f(x + y)"),
  as(tex`f(2x) = 2f(x)`, "f(2 x)"),
  as(tex`V(-x) = -V(x)`, "V(-x)"),
  as(tex`\sin(x+y) = \sin(x)+\sin(y)`, "sin(x + y)"),
  as(tex`\delta(2x) = 2\delta(x)`, "δ(2 x)"),
  as(tex`\frac{\phi(x)}{\phi(y)} = \frac{x}{y}`, "φ(x)"),
  as(tex`\left\lfloor x\right\rfloor = x`, "floor(x)"),
  as(tex`\lceil x\rceil = \lfloor x\rfloor`, "ceil(x)"),
  as(tex`P(x|y) = P(x,y)`, "P(x | y)"),
  as(tex`P(x,z|y) = P(x|z,y)`, "P(x, z | y)"),
  // an operation is no factor
  as(tex`\frac{d}{dx}(xf(x)) = x\frac{df(x)}{dx}`, "d/dx"),
  as(tex`\partial_\mu(\phi\psi) = \phi\,\partial_\mu\psi`, "∂_μ"),
  as(tex`\frac{df}{dx} = \frac{f}{x}`, "df/dx"),
  as(tex`\frac{d}{dx}(fg) = \frac{df}{dx}g`, "d/dx (f g)"),
  as(tex`\frac{d}{dx}(fgh) = f'gh`, "d/dx (f g h)"),
  as(tex`\frac{d}{dx}\frac{f}{g} = \frac{f'}{g}`, "d/dx (f/g)"),
  as(tex`\partial_x(fg) = (\partial_xf)g`, "∂/∂x (f g)"),
  as(tex`((\partial_x+x)f(x))g(x) = (\partial_x+x)(f(x)g(x))`, "(∂f(x)/∂x + x f(x)) g(x)"),
  as(
    tex`[(\partial_\mu-ieA_\mu)\phi]\psi = (\partial_\mu-ieA_\mu)(\phi\psi)`,
    "(∂_μφ − i e A_μ φ) ψ",
  ),
  as(tex`[(x\partial_y-y\partial_x)f]g = (x\partial_y-y\partial_x)(fg)`, "(x ∂f/∂y − y ∂f/∂x) g"),
  as(tex`[(\nabla^2+k^2)\phi]\psi = (\nabla^2+k^2)(\phi\psi)`, "(∇²φ + k² φ) ψ"),
  as(tex`[(\mathbf{v}\cdot\nabla)f]g = (\mathbf{v}\cdot\nabla)(fg)`, "(𝐯·∇ f) g"),
  as(tex`D(fg) = (Df)g`, "D (f g)"),
  as(tex`D_t(fg) = f D_tg`, "D_t (f g)"),
  as(tex`\mathcal{D}_\mu(\phi\psi) = (\mathcal{D}_\mu\phi)\psi`, "𝒟_μ (φ ψ)"),
  as(tex`\triangle(fg) = (\triangle f)g`, "△ (f g)"),
  as(tex`\Delta(pV) = (\Delta p)V`, "Δ (p V)"),
  as(tex`\Delta(pV) = p\Delta V`, "Δ (p V)"),
  as(tex`\Delta(fg) = (\Delta f)(\Delta g)`, "Δ (f g)"),
  as(tex`L_z(fg) = (L_zf)g`, "L_z (f g)"),
  as(tex`\hat p(fg) = (\hat pf)g`, "p̂ (f g)"),
  as(tex`|{-}{+}\rangle = |{+}{-}\rangle`, "|-, +⟩"),
  as(tex`\phi(g)(v) = \phi(gv)`, "φ(g)(v)"),
  as(tex`\nabla\cdot(f\mathbf{A}) = f\,\nabla\cdot\mathbf{A}`, "∇·(f 𝐀)"),
  as(tex`\frac{\Delta x}{\Delta y} = \frac{x}{y}`, "Δx/Δy"),
  as(tex`\bar\psi\psi = \psi\bar\psi`, "ψ̄ ψ"),
  as(tex`\dot x^2 = \ddot x`, "(dx/dt)²"),
  as(tex`[A,B]_+ = AB-BA`, "{A, B}"),
  as(tex`[A,B]_\pm = AB\mp BA`, "A B ± B A"),
  as(tex`T_{[\mu|\nu|\rho]} = \frac{1}{2}(T_{\mu\nu\rho}-T_{\nu\mu\rho})`, "T_ρνμ"),
  as(tex`A_{[\mu\nu]}B^{[\mu\nu]} = 0`, "A_μν B^μν"),
  as(tex`T_{(\mu|\nu|\rho)} = T_{(\mu\nu\rho)}`, "T_ρνμ"),
  // a row of names is no product that commutes
  as(tex`AB-BA = 0`, "A B − B A"),
  as(tex`J^{\mu\nu}J^{\rho\sigma} = J^{\rho\sigma}J^{\mu\nu}`, "J^μν J^ρσ"),
  as(tex`J^{12}J^{23}-J^{23}J^{12} = 0`, "J^12 J^23"),
  as(tex`UDU^\dagger = D`, "U D U†"),
  as(tex`U^\dagger_{ij} = U_{ij}^*`, "U†_ij"),
  as(tex`U^\dagger_{ij}U_{jk} = U_{ij}^*U_{jk}`, "U†_ij"),
  as(tex`\hat a\hat a^\dagger - \hat a^\dagger\hat a = 0`, "â â†"),
  as(tex`\langle\hat x\hat p\rangle = \langle\hat p\hat x\rangle`, "⟨x̂ p̂⟩"),
  // a label does not sum, and an index does
  as(tex`p_\mu p^\mu = 4p_0p^0`, "p_μ p^μ"),
  as(tex`\delta_{ii} = 1`, "δ_ii"),
  as(tex`\omega_n a_n = \sum_n\omega_na_n`, "ω_n a_n"),
  as(tex`E_nE_n = E_n`, "E_n E_n"),
  // labels of whatever make are told apart
  as(tex`\omega_{(i)} = \omega_{(j)}`, "ω_(i)"),
  as(tex`\omega_{(i+1)} = \omega_{(j+1)}`, "ω_(i + 1)"),
  as(tex`\alpha_{(1)} = \alpha_1`, "α_(1)"),
  as(tex`T^{a_1\cdots a_k} = T^{b_1\cdots b_k}`, "T^(a_1 … a_k)"),
  as(tex`\Gamma_{i\to f} = \Gamma_{a\to b}`, "Γ_(i → f)"),
  as(tex`f_{A\cup B} = f_{A\cup C}`, "f_(A ∪ B)"),
  as(tex`f^{-1}(x) = \frac{1}{f(x)}`, "f⁻¹(x)"),
  // a name is no number
  as(tex`e^2 = e^{1+1}`, "e²"),
  as(tex`\mathrm{U}(1)_Y\times SU(2)_L = SU(2)_L\times \mathrm{U}(1)_Y`, "U(1)_Y SU(2)_L"),
  as(tex`\gamma_E = \gamma_\mu`, "γ_E"),
  as(tex`\langle n|m\rangle = 0`, "⟨n| |m⟩"),
];
