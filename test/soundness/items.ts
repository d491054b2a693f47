/** Statements that are false, or true of too little, and that careless evaluation would let through. */

export interface Trap {
  readonly latex: string;
  readonly assume?: readonly string[];
  readonly dim?: number | "d";
  /** The premise under which it does hold; without one, it must not hold in any way. */
  readonly only?: string;
}

export interface Danger {
  readonly what: string;
  readonly traps: readonly Trap[];
}

const tex = String.raw;
const trap = (latex: string, rest: Omit<Trap, "latex"> = {}): Trap => ({ latex, ...rest });
const given = (latex: string, ...assume: string[]): Trap => ({ latex, assume });
const only = (premise: string, latex: string, ...assume: string[]): Trap => ({
  latex,
  assume,
  only: premise,
});

/** Laws, symmetries, normalisations and definitions: with nothing else given they are no errors. */
export const laws: readonly string[] = [
  tex`\frac{\partial S}{\partial V} = \frac{\partial p}{\partial T}`,
  tex`\left(\frac{\partial S}{\partial V}\right)_T = \left(\frac{\partial p}{\partial T}\right)_V`,
  tex`\frac{\partial r}{\partial x} = \frac{x}{r}`,
  tex`\frac{\partial x}{\partial r} = \cos\theta`,
  tex`\frac{\partial L}{\partial q} = 0`,
  tex`\frac{d}{dt}\frac{\partial L}{\partial\dot q} = \frac{\partial L}{\partial q}`,
  tex`\dot p = -\frac{\partial H}{\partial q}`,
  tex`\ddot x = -\omega^2 x`,
  tex`\frac{dN}{dt} = -\lambda N`,
  tex`\frac{\partial u}{\partial t} = D\frac{\partial^2u}{\partial x^2}`,
  tex`i\hbar\frac{\partial\psi}{\partial t} = H\psi`,
  tex`\mu\frac{dg}{d\mu} = \beta(g)`,
  tex`\nabla\cdot\mathbf{E} = \frac{\rho}{\epsilon_0}`,
  tex`\nabla\times\mathbf{B} = \mu_0\mathbf{J}`,
  tex`\frac{\partial\rho}{\partial t}+\nabla\cdot\mathbf{j} = 0`,
  tex`\partial_\mu j^\mu = 0`,
  tex`(\Box+m^2)\phi = 0`,
  tex`(i\slashed{\partial}-m)\psi = 0`,
  tex`[J^\mu,J^\nu] = 0`,
  tex`H|\psi\rangle = E|\psi\rangle`,
  tex`T^{\mu\nu}F_{\mu\nu} = 0`,
  tex`g_{\mu\nu} = \eta_{\mu\nu}+h_{\mu\nu}`,
  tex`\delta F_{\mu\nu} = -\delta F_{\nu\mu}`,
  tex`V(r) = -\frac{e^2}{r}`,
  tex`\psi(x+L) = \psi(x)`,
  tex`f(-x) = f(x)`,
  tex`A^\dagger = A`,
  tex`\phi^\dagger = \phi`,
  tex`R^\top R = 1`,
  tex`\mathrm{Tr}\,\rho = 1`,
  tex`\mathbf{n}^2 = 1`,
  tex`pV = NkT`,
  tex`M^2 = -2\mu^2`,
  tex`\sin\theta = \frac{v_s}{v}`,
  tex`\frac{1}{f} = \frac1a+\frac1b`,
  tex`r^2 = x^2+y^2+z^2`,
  tex`p_1+p_2 = p_3+p_4`,
  tex`\theta_1\theta_2 = -\theta_2\theta_1`,
  tex`\frac12m^2\theta_1\theta_2 = -\frac12m^2\theta_2\theta_1`,
];

export const dangers: readonly Danger[] = [
  {
    what: "premises that leave nothing to be true of",
    traps: [
      given(tex`x = y`, "x^2 = -1", tex`x\in\mathbb{R}`),
      given("a = b", "c = 1", "c = 2"),
      given(tex`p\cdot q = 7m^2`, "p^2 = m^2", "p^2 = 2m^2", "m > 0"),
      given("x + y = z", "x > 1", "x < 0"),
      given("a = 2a", "a = 0"),
      given(tex`p\cdot k = 3 k^2`, "k^2 = 0", tex`p\cdot k = 0`),
    ],
  },
  {
    what: "degenerate kinematics",
    traps: [
      given("s = 4m^2", "s = (p_1+p_2)^2", "p_1^2 = m^2", "p_2^2 = m^2"),
      given(tex`p\cdot k = 0`, "p^2 = 0", "k^2 = 0"),
      given("t = 0", "t = (p-p')^2", "p^2 = m^2", "p'^2 = m^2"),
      given("E = m", tex`E^2 = |\mathbf{p}|^2 + m^2`),
      trap(tex`(p+k)^2 = p^2 + k^2`),
      trap(tex`(p_1+p_2)^2(p_1-p_2)^2 = (p_1^2-p_2^2)^2`),
    ],
  },
  {
    what: "small matrices have identities of their own",
    traps: [
      given(tex`[[A,B]^2,C] = 0`, "A, B, C are matrices"),
      given(tex`\operatorname{Tr}(A)^2 - \operatorname{Tr}(A^2) = 2\det A`, "A, B are matrices"),
      given(tex`A^2 - A\operatorname{Tr}(A) + \det A = 0`, "A, B are matrices"),
      given(tex`\det(A+B) = \det A + \det B`, "A, B are matrices"),
    ],
  },
  {
    what: "what is true of SU(2) alone",
    traps: [
      trap("d^{abc} = 0"),
      trap(tex`\{T^a,T^b\} = \frac{1}{2}\delta^{ab}`),
      trap(tex`f^{ace}f^{bde} = \delta^{ab}\delta^{cd} - \delta^{ad}\delta^{cb}`),
      trap(tex`T^aT^bT^a = -\frac14 T^b`),
      trap(tex`\operatorname{Tr}[T^aT^bT^c] = \frac{i}{4}f^{abc}`),
      trap(tex`T^aT^a = \frac34`),
      trap(tex`f^{acd}f^{bcd} = 2\delta^{ab}`),
    ],
  },
  {
    what: "what is true of spin ½ alone",
    traps: [
      trap(tex`\{J_x,J_y\} = 0`),
      trap(tex`J_z^2 = \frac{\hbar^2}{4}`),
      trap(tex`J_xJ_y = \frac{i\hbar}{2}J_z`),
      trap(tex`J_+^2 = 0`),
      trap(tex`\mathbf{J}^2 = \frac34\hbar^2`),
    ],
  },
  {
    what: "what is true of fewer dimensions than vectors",
    traps: [
      trap(
        tex`\gamma^\mu\slashed{a}\slashed{b}\slashed{c}\gamma_\mu = -2\slashed{c}\slashed{b}\slashed{a}`,
        {
          dim: "d",
          only: "four-dimensions",
        },
      ),
      trap(tex`\gamma^\mu\gamma^\nu\gamma_\mu = -2\gamma^\nu`, {
        dim: "d",
        only: "four-dimensions",
      }),
      trap(tex`g^\mu{}_\mu = 4`, { dim: "d", only: "four-dimensions" }),
      trap(tex`\epsilon^{\mu\nu\rho\sigma}\epsilon_{\mu\nu\rho\sigma} = 24`),
      trap(tex`\mathbf{a}\cdot(\mathbf{b}\times\mathbf{c}) = 0`),
      // letters that are no momenta conserve nothing: it should be refuted
      only(
        "momentum-conservation",
        tex`\det\begin{pmatrix} a\cdot a & a\cdot b & a\cdot c \\ b\cdot a & b\cdot b & b\cdot c \\ c\cdot a & c\cdot b & c\cdot c\end{pmatrix} = 0`,
        "a, b, c are four-vectors",
      ),
    ],
  },
  {
    what: "distributions against too few test functions",
    traps: [
      trap(tex`\delta(x) = 0`),
      trap(tex`\delta'(x) = 0`),
      trap(tex`x\,\delta'(x) = 0`),
      trap(tex`\delta(2x) = \delta(x)`),
      trap(tex`\delta(x^2-a^2) = \frac{1}{2a}\delta(x-a)`),
      trap(tex`\nabla^2\frac{1}{|\mathbf{r}|} = 0`),
      trap(tex`\nabla^2\frac{1}{|\mathbf{r}-\mathbf{a}|} = 0`),
      trap(tex`\nabla\cdot\frac{\mathbf{r}}{|\mathbf{r}|^3} = 0`),
      trap(tex`\delta(x)\,\theta(x) = \delta(x)`),
      trap(tex`\theta(x) = 1`),
    ],
  },
  {
    what: "branches of roots, logarithms and powers",
    traps: [
      only("positive-parameters", tex`\sqrt{x^2} = x`),
      only("positive-parameters", tex`\sqrt{(x-2)^2} = x-2`),
      given(tex`\sqrt{xy} = \sqrt{x}\sqrt{y}`, "x < 0", "y < 0"),
      only("real-parameters", tex`\ln(x^2) = 2\ln x`),
      // of a number that is said to be complex, none should be read as positive
      only("positive-parameters", tex`\ln(zw) = \ln z + \ln w`, tex`z, w\in\mathbb{C}`),
      only("positive-parameters", tex`(z^2)^{1/2} = z`, tex`z\in\mathbb{C}`),
      only("positive-parameters", tex`|z|^2 = z^2`, tex`z\in\mathbb{C}`),
      only("small-angle", tex`\arcsin(\sin x) = x`),
      only("small-angle", tex`\arctan(\tan x) = x`),
      only("positive-parameters", tex`|x| = x`),
      given(tex`(-1)^{n} = 1`, tex`n\in\mathbb{Z}`),
      given(tex`e^{2\pi i x} = 1`, tex`x\in\mathbb{R}`),
    ],
  },
  {
    what: "things that do not commute, read as if they did",
    traps: [
      only("commuting", "e^A e^B = e^{A+B}", "A, B are operators"),
      trap(tex`[T^a,[T^a,T^b]] = 0`),
      // where putting factors in order mends it, order is what went wrong, and it should be refuted
      only(
        "commuting",
        tex`\operatorname{Tr}(ABC) = \operatorname{Tr}(BAC)`,
        "A, B, C are matrices",
      ),
      trap(tex`\gamma^\mu\gamma^\nu = \gamma^\nu\gamma^\mu`),
      trap(tex`\gamma^\mu\gamma^\nu = \gamma^{\mu+\nu}`),
      only("commuting", "(A+B)^2 = A^2 + 2AB + B^2", "A, B are operators"),
      only("commuting", tex`(AB)^\dagger = A^\dagger B^\dagger`, "A, B are operators"),
      only("commuting", "(AB)^{-1} = A^{-1}B^{-1}", "A, B are matrices"),
      trap(tex`\hat{x}\hat{p} = \hat{p}\hat{x}`),
      only("normal-ordering", tex`a a^\dagger = a^\dagger a`),
      trap(tex`\sigma_i\sigma_j = \sigma_j\sigma_i`),
      trap(tex`\slashed{a}\slashed{b} = a\cdot b`),
      given(
        tex`\operatorname{Tr}(AB) = \operatorname{Tr}(A)\operatorname{Tr}(B)`,
        "A, B are matrices",
      ),
      trap(tex`[D_\mu,D_\nu] = 0`),
    ],
  },
  {
    what: "nothing on both sides",
    traps: [
      trap("0 = 0"),
      trap("x - x = y - y"),
      given(tex`p^2 q^\mu = p^2 k^\mu`, "p^2 = 0"),
      given("x a = x b", "x = 0"),
      trap(tex`0\cdot f(x) = 0\cdot g(x)`),
    ],
  },
  {
    what: "divergent sums and integrals",
    traps: [
      trap(tex`\sum_{n=1}^\infty n = -\frac{1}{12}`),
      trap(tex`\sum_{n=0}^\infty (-1)^n = \frac12`),
      trap(tex`\sum_{n=0}^\infty 2^n = -1`),
      trap(tex`\sum_{n=1}^\infty \frac1n = 10`),
      trap(tex`\int_0^\infty \frac{dx}{x} = 0`),
      trap(tex`\int_{-1}^1 \frac{dx}{x^2} = -2`),
      trap(tex`\int_{-1}^{1}\frac{dx}{x} = 0`),
      trap(tex`\int_0^\infty \sin x\,dx = 1`),
      trap(tex`\int_0^1 \frac{dx}{x} = \int_1^\infty \frac{dx}{x}`),
      trap(tex`\sum_{n=1}^\infty \frac{1}{n} = \sum_{n=1}^\infty \frac{2}{n}`),
      trap(tex`\int_0^\infty x\,dx = \int_0^\infty x^2\,dx`),
      trap(tex`\int_{-\infty}^{\infty} x\,dx = 0`),
      trap(tex`\int_{-\infty}^{\infty} x\,dx = \int_{-\infty}^{\infty} (x+a)\,dx`),
      trap(tex`\int_{-\infty}^\infty\frac{x\,dx}{x^2+a^2} = 0`),
      trap(tex`\prod_{n=1}^\infty 2 = 0`),
    ],
  },
  {
    what: "limits that are not there",
    traps: [
      trap(tex`\lim_{x\to0}\frac{1}{x} = \infty`),
      trap(tex`\lim_{x\to0}\frac{|x|}{x} = 1`),
      trap(tex`\lim_{x\to0}\sin\frac1x = 0`),
      trap(tex`\lim_{x\to\infty}\sin x = 0`),
      trap(tex`\lim_{x\to0}\frac{\sin x}{x} = 0`),
      trap(tex`\lim_{x\to0} e^{1/x} = 0`),
      trap(tex`\frac{0}{0} = 1`),
    ],
  },
  {
    what: "derivatives of what is not known to stand still",
    traps: [
      trap(tex`\partial_\mu(\phi\,A^\mu) = \phi\,\partial_\mu A^\mu`),
      trap(tex`\nabla\cdot(f\mathbf{A}) = f\,\nabla\cdot\mathbf{A}`),
      trap(tex`\frac{d}{dx}\bigl(f(x)g(x)\bigr) = f'(x)g'(x)`),
      trap(tex`\frac{d}{dt}\langle A\rangle = 0`),
      trap(tex`\nabla\times(\nabla\times\mathbf{A}) = -\nabla^2\mathbf{A}`),
      only("equation-of-motion", tex`\partial_\mu(\bar\psi\gamma^\mu\psi) = 0`),
      trap(tex`\nabla\cdot\mathbf{A} = 0`),
      trap(tex`\Box\phi = 0`),
      trap(tex`\frac{d}{dx}f(2x) = f'(2x)`),
    ],
  },
  {
    what: "numbers that are nearly equal",
    traps: [
      trap(tex`e^{\pi\sqrt{163}} = 640320^3 + 744`),
      trap(tex`\pi = \frac{355}{113}`),
      trap(tex`\pi^4 + \pi^5 = e^6`),
      trap(tex`1782^{12} + 1841^{12} = 1922^{12}`),
      trap(tex`x + 10^{-24} = x`),
      trap(tex`10^{24} + 1 = 10^{24}`),
      trap(tex`e^\pi - \pi = 20`),
    ],
  },
  {
    what: "well-known results gone wrong",
    traps: [
      given(tex`[b,b^\dagger] = 1`, "b is a fermion operator"),
      given(tex`b^\dagger b^\dagger = b^\dagger`, tex`\{b,b^\dagger\}=1`),
      trap(tex`e^{\alpha a^\dagger}a e^{-\alpha a^\dagger} = a + \alpha`),
      given(
        tex`D(\alpha)^\dagger a D(\alpha) = a - \alpha`,
        tex`D(\alpha)=e^{\alpha a^\dagger-\alpha^* a}`,
      ),
      given("e^{A+B} = e^Ae^Be^{[A,B]/2}", "[A,[A,B]]=0", "[B,[A,B]]=0"),
      given("e^{A+B} = e^Ae^Be^{-[A,B]}", "[A,[A,B]]=0", "[B,[A,B]]=0"),
      given(tex`[L_x,L_y] = -i\hbar L_z`, tex`[L_i,L_j]=i\hbar\epsilon_{ijk}L_k`),
      given(tex`[L^2,L_x] = i\hbar L_y`, tex`[L_i,L_j]=i\hbar\epsilon_{ijk}L_k`),
      trap(tex`J_+|j,m\rangle = \sqrt{j(j+1)-m(m-1)}|j,m+1\rangle`),
      given(tex`[x,p^2] = i\hbar p`, tex`[x,p]=i\hbar`),
      given(tex`[p,x^3] = 3i\hbar x^2`, tex`[x,p]=i\hbar`),
      trap(tex`\int f(x)g(x)\,dx = \int f(x)\,dx\int g(x)\,dx`),
      trap(tex`\sum_i (a_i+b_i) = \sum_i a_i`),
      trap(tex`\sum_i a_i b_i = \sum_i a_i\sum_j b_j`),
      trap(tex`\sum_i a_i^2 = (\sum_i a_i)^2`),
      trap(tex`\langle XY\rangle = \langle X\rangle\langle Y\rangle`),
      trap(tex`\langle X^2\rangle = \langle X\rangle^2`),
      trap(tex`\langle (X-\langle X\rangle)^2\rangle = \langle X^2\rangle + \langle X\rangle^2`),
      trap(tex`\langle e^X\rangle = e^{\langle X\rangle}`),
      trap(
        tex`\frac{\partial}{\partial(\partial_\mu\phi)}\left(\frac12\partial_\nu\phi\partial^\nu\phi\right) = \frac12\partial^\mu\phi`,
      ),
      trap(
        tex`\frac{\partial}{\partial(\partial_\mu\phi)}\left(\frac12\partial_\nu\phi\partial^\nu\phi\right) = \partial_\nu\phi`,
      ),
      trap(tex`d(TS) = T\,dS`),
      trap(tex`d(xy) = dx\,dy`),
      given(tex`dF = -S\,dT + p\,dV`, "F=E-TS", tex`dE=T\,dS-p\,dV`),
      given(
        tex`\left(\frac{\partial S}{\partial V}\right)_T = -\left(\frac{\partial p}{\partial T}\right)_V`,
        tex`dF=-S\,dT-p\,dV`,
      ),
      trap(tex`\frac{\delta}{\delta\phi(x)}\int d^4y\,\phi(y)^2 = \phi(x)`),
      given(
        tex`\theta_1\theta_2 = \theta_2\theta_1`,
        tex`\theta_1,\theta_2 are Grassmann variables`,
      ),
      given(tex`\int d\theta\,(a+b\theta) = a`, tex`\theta is a Grassmann variable`),
      given(tex`\psi^2 = 1`, tex`\psi is a Grassmann variable`),
      given(tex`\det(AB) = \det A + \det B`, "A,B are matrices"),
      given(
        tex`\operatorname{Tr}(A\otimes B) = \operatorname{Tr}A+\operatorname{Tr}B`,
        "A,B are matrices",
      ),
      trap(tex`\phi(x+a) = \phi(x) + a`),
      trap(tex`\nabla\cdot(\nabla\times\mathbf{A}) = 1`),
      trap(tex`\nabla\times(f\mathbf{A}) = f\nabla\times\mathbf{A}`),
      trap(tex`D_\mu(\phi\chi) = \phi D_\mu\chi`),
      given(
        tex`[D_\mu,D_\nu] = F_{\mu\nu}`,
        tex`D_\mu=\partial_\mu-ieA_\mu`,
        tex`F_{\mu\nu}=\partial_\mu A_\nu-\partial_\nu A_\mu`,
      ),
      given(
        tex`\partial_\mu(\bar\psi\gamma^\mu\psi) = im\bar\psi\psi`,
        tex`i\gamma^\mu\partial_\mu\psi=m\psi`,
      ),
      trap(tex`\partial_\mu F^{\mu\nu} = 0`),
      given(tex`\partial^\mu\partial_\mu\phi = m^2\phi`, tex`(\Box+m^2)\phi=0`),
      trap(tex`\nabla_\mu V^\mu = \partial_\mu V^\mu`),
      trap(tex`R_{\mu\nu} = \frac12 R g_{\mu\nu}`),
      trap(tex`\delta(2x) = \delta(x)`),
      trap(tex`x\delta'(x) = \delta(x)`),
      given(tex`\delta(x^2-a^2) = \frac{1}{a}[\delta(x-a)+\delta(x+a)]`, "a>0"),
      trap(tex`\theta'(x) = -\delta(x)`),
      trap(tex`\int_{-\infty}^\infty\frac{dk}{2\pi}e^{ikx} = 2\pi\delta(x)`),
      trap(tex`\sum_{n}e^{2\pi inx} = \delta(x)`),
      given(tex`\operatorname{Tr}\rho^2 = 1`, tex`\operatorname{Tr}\rho=1`),
      trap(tex`(A\otimes B)(C\otimes D) = AD\otimes BC`),
      trap(tex`\sum_n |n\rangle\langle n|a|n\rangle = a`),
      trap(tex`T^aT^a = \frac{N^2-1}{N}`),
      trap(tex`\frac{d}{dt}\int_0^{t} f(s)\,ds = f(0)`),
      trap(tex`\frac{d}{da}\int_0^a f(x,a)\,dx = f(a,a)`),
      trap(tex`\int_0^\infty \frac{\sin x}{x}dx = \pi`),
      given("E^2 = p^2 - m^2", tex`E=\sqrt{p^2+m^2}`),
      given(
        tex`\mathbf{L}^2 = \mathbf{r}^2\mathbf{p}^2 + (\mathbf{r}\cdot\mathbf{p})^2`,
        tex`\mathbf{L}=\mathbf{r}\times\mathbf{p}`,
      ),
      trap(tex`\{x_i,p_j\} = -\delta_{ij}`),
      trap(tex`\{f,gh\} = \{f,g\}h`),
      trap(tex`\bar u(p)\gamma^\mu u(p) = p^\mu`),
      trap(tex`\sum_s u_s(p)\bar u_s(p) = \slashed p - m`),
      trap(tex`\sum_\lambda\epsilon^\mu_\lambda\epsilon^{*\nu}_\lambda = g^{\mu\nu}`),
      trap(tex`\chi D_\mu\phi = \phi D_\mu\chi`),
      trap(tex`g^{\mu\nu}\delta g_{\mu\nu} = 4`),
      trap(tex`g^{\mu\nu}\delta g_{\mu\nu} = g_{\mu\nu}\delta g^{\mu\nu}`),
      trap(tex`\delta\sqrt{-g} = \frac12\sqrt{-g}\,g_{\mu\nu}\delta g^{\mu\nu}`),
      trap(tex`\int_a^b u(x)v'(x)dx = u(b)v(b)-u(a)v(a)+\int_a^b u'(x)v(x)dx`),
    ],
  },
  {
    what: "laws of a metric of which nothing is said",
    traps: [
      trap(tex`\nabla_a V_b = \nabla_b V_a`),
      trap(tex`[\nabla_a,\nabla_b]V^c = 2R^c{}_{dab}V^d`),
      trap(tex`[\nabla_a,\nabla_b]V_c = R^d{}_{cab}V_d`),
      trap(tex`R_{abcd} = R_{badc}+R_{cdab}`),
      trap(tex`\nabla^a R_{ab} = \nabla_b R`),
      trap(tex`R_{abcd} = \frac{1}{12}R(g_{ac}g_{bd}-g_{ad}g_{bc})`),
      trap(tex`\nabla_a V^a = \partial_a V^a`),
      trap(tex`\Gamma^\mu_{\mu\nu} = \partial_\nu\sqrt{-g}`),
      trap(tex`g^{\mu\nu}G_{\mu\nu} = R`),
      trap(tex`\Gamma^{\mu\nu\rho} = \Gamma^{\mu\rho\nu}`),
      only("four-dimensions", tex`g^{\mu\nu}g_{\mu\nu}R = 4R`),
    ],
  },
  {
    what: "fields that obey equations of motion",
    traps: [
      given(
        tex`\nabla\times(\nabla\times\mathbf{E}) = -\partial_t^2\mathbf{E}`,
        tex`\nabla\times\mathbf{E} = \partial_t\mathbf{B}`,
        tex`\nabla\times\mathbf{B} = \partial_t\mathbf{E}`,
      ),
      given(
        tex`\nabla^2\mathbf{E} = \partial_t^2\mathbf{E}`,
        tex`\nabla\times\mathbf{E} = -\partial_t\mathbf{B}`,
        tex`\nabla\times\mathbf{B} = \partial_t\mathbf{E}`,
      ),
      given(
        tex`\partial_t\rho = 0`,
        tex`\nabla\cdot\mathbf{E} = \rho`,
        tex`\nabla\times\mathbf{B} = \mathbf{J}+\partial_t\mathbf{E}`,
      ),
      given(
        tex`\partial_\mu\phi\partial^\mu\phi = 2\phi`,
        tex`\Box\phi = -m^2\phi`,
        tex`\Box\phi = m^2\phi`,
      ),
      given(tex`\phi = 0`, tex`\Box\phi = -m^2\phi`),
      given(
        tex`\partial_\mu\partial^\mu A^\nu = j^\nu`,
        tex`\partial_\mu F^{\mu\nu} = j^\nu`,
        tex`F_{\mu\nu}=\partial_\mu A_\nu-\partial_\nu A_\mu`,
      ),
      given(tex`V''(x) = 0`, tex`\frac{dV}{dx} = 0`),
      given(tex`\ddot x = 0`, tex`\dot x = v`),
      given(tex`\ddot\theta = 0`, tex`\dot\theta = \omega`),
      given(tex`\frac{d}{dt}(r^2\dot\phi) = 0`, tex`mr^2\dot\phi = L`),
      given(
        tex`\frac{d^2E}{dt^2} = F\ddot x`,
        tex`E=\frac12 m\dot x^2+\frac12 kx^2`,
        tex`m\ddot x=-kx+F`,
      ),
    ],
  },
  {
    what: "forms whose degree or dimension is not said",
    traps: [
      trap(
        tex`\mathrm{d}(\alpha\wedge\beta) = \mathrm{d}\alpha\wedge\beta - \alpha\wedge\mathrm{d}\beta`,
      ),
      trap(tex`\alpha\wedge\beta = -\beta\wedge\alpha`),
      trap(tex`A\wedge A = 0`),
      given(tex`\alpha\wedge\alpha = 0`, tex`\alpha is a 2-form`),
      given(
        tex`\alpha\wedge\beta\wedge\gamma = 0`,
        tex`\alpha is a 2-form`,
        tex`\beta is a 2-form`,
        tex`\gamma is a 1-form`,
      ),
      given(tex`F\wedge F\wedge F = 0`, tex`F = \mathrm{d}A`),
      given(tex`\mathrm{d}(A\wedge F) = 2F\wedge F`, tex`F = \mathrm{d}A`),
      given(tex`\mathrm{d}F = 0`, tex`F = \mathrm{d}A + A\wedge A`),
      given(
        tex`\mathrm{d}x\wedge\mathrm{d}y = \mathrm{d}r\wedge\mathrm{d}\theta`,
        tex`x = r\cos\theta`,
        tex`y = r\sin\theta`,
      ),
      given(
        tex`\mathrm{Tr}(A\wedge A\wedge A) = \mathrm{d}(\mathrm{Tr}(A\wedge A))`,
        tex`F = \mathrm{d}A + A\wedge A`,
      ),
    ],
  },
];
