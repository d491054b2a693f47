/** Instances of the laws, as equations a paper might hold: the left side is rewritten towards the right one. */

export interface Instance {
  readonly latex: string;
  readonly assume?: readonly string[];
  /** Symbolic dimension. */
  readonly anyDimension?: true;
  /** With an undetermined function a slip is at best undecided. */
  readonly undetermined?: true;
  /** A dagger put on what is hermitian is no slip. */
  readonly hermitian?: true;
}

const r = String.raw;
const one = (latex: string, more: Omit<Instance, "latex"> = {}): Instance => ({ latex, ...more });

export const instances: Readonly<Record<string, readonly Instance[]>> = {
  "scalar.collect": [one(r`2a + 3a + b = 5a + b`)],
  "scalar.cancel": [one(r`\frac{2ax+2ay}{4a} = \frac{x+y}{2}`)],
  "scalar.sign": [one(r`c - (a - b) = c - a + b`)],
  "scalar.distribute": [
    one(r`(a+b)(c-d) = ac - ad + bc - bd`),
    one(r`(x+2y)^3 = x^3+6x^2y+12xy^2+8y^3`),
  ],
  "scalar.linear": [
    one(r`(p+k)^2 = p^2 + 2p\cdot k + k^2`),
    one(r`\partial_\mu(\phi+\chi) = \partial_\mu\phi + \partial_\mu\chi`),
  ],
  "scalar.common-factor": [one(r`ab + ac = a(b+c)`)],
  "scalar.common-denominator": [one(r`\frac{1}{a}+\frac{1}{b} = \frac{a+b}{ab}`)],
  "scalar.add-exponents": [one(r`e^{a}e^{b} = e^{a+b}`)],
  "scalar.exponential-below": [one(r`\frac{e^{-x}}{1-e^{-2x}} = \frac{1}{e^{x}-e^{-x}}`)],
  "scalar.hyperbolic": [one(r`\sinh x + \cosh x = e^{x}`), one(r`2i\sin x = e^{ix}-e^{-ix}`)],
  "scalar.power-of-exponential": [one(r`(e^{x})^3 = e^{3x}`)],
  "scalar.logarithm": [one(r`\ln(ab) = \ln a + \ln b`, { assume: ["a,b>0"] })],
  "trigonometry.pythagoras": [one(r`\cos^2 x = 1 - \sin^2 x`), one(r`\cosh^2 x = 1 + \sinh^2 x`)],
  "trigonometry.double-angle": [
    one(r`1-\cos\theta = 2\sin^2\frac{\theta}{2}`),
    one(r`\sin 2x = 2\sin x\cos x`),
  ],
  "trigonometry.addition": [one(r`\sin(x+y) = \sin x\cos y + \cos x\sin y`)],
  "trigonometry.quotients": [one(r`\tan x\cos x = \sin x`)],
  "calculus.constant": [one(r`\frac{d}{dx}(a\sin x) = a\cos x`)],
  "calculus.product-rule": [
    one(r`\frac{d}{dx}(x^2\sin x) = 2x\sin x + x^2\cos x`),
    one(
      r`\partial_\mu(\phi\,\partial^\mu\chi) = \partial_\mu\phi\,\partial^\mu\chi + \phi\,\Box\chi`,
    ),
  ],
  "calculus.chain-rule": [
    one(r`\frac{d}{dx}\cos(x^2) = -2x\sin(x^2)`),
    one(r`\frac{d^2}{dx^2}e^{ax} = a^2e^{ax}`),
    one(r`\frac{d}{dx}f(ax) = af'(ax)`, { undetermined: true }),
  ],
  "calculus.dalembertian": [one(r`\partial_\mu\partial^\mu\phi = \Box\phi`)],
  "vectors.double-cross": [
    one(
      r`\mathbf a\times(\mathbf b\times\mathbf c) = \mathbf b(\mathbf a\cdot\mathbf c) - \mathbf c(\mathbf a\cdot\mathbf b)`,
    ),
  ],
  "vectors.dot-of-cross": [
    one(
      r`(\mathbf a\times\mathbf b)\cdot(\mathbf c\times\mathbf d) = (\mathbf a\cdot\mathbf c)(\mathbf b\cdot\mathbf d)-(\mathbf a\cdot\mathbf d)(\mathbf b\cdot\mathbf c)`,
    ),
  ],
  "vectors.triple-product": [
    one(r`\mathbf a\cdot(\mathbf b\times\mathbf c) = \mathbf b\cdot(\mathbf c\times\mathbf a)`),
  ],
  "tensor.contract-metric": [
    one(r`g^{\mu\nu}p_\nu = p^\mu`, { anyDimension: true }),
    one(r`g^\mu{}_\mu = d`, { anyDimension: true }),
  ],
  "tensor.contract-vectors": [one(r`p_\mu q^\mu = p\cdot q`, { anyDimension: true })],
  "tensor.contract-epsilon": [
    one(r`\epsilon_{ijk}\epsilon_{klm} = \delta_{il}\delta_{jm}-\delta_{im}\delta_{jl}`),
  ],
  "dirac.contract-adjacent": [
    one(r`\slashed{p}\slashed{p} = p^2`, { anyDimension: true }),
    one(r`\gamma^\mu\gamma_\mu = d`, { anyDimension: true }),
  ],
  "dirac.slash": [one(r`\gamma^\mu p_\mu = \slashed{p}`)],
  "dirac.contract-across": [
    one(r`\gamma^\mu\slashed{a}\gamma_\mu = (2-d)\slashed{a}`, { anyDimension: true }),
    one(r`\gamma^\mu\slashed{a}\slashed{b}\gamma_\mu = 4a\cdot b + (d-4)\slashed{a}\slashed{b}`, {
      anyDimension: true,
    }),
    one(
      r`\gamma^\mu\slashed{a}\slashed{b}\slashed{c}\gamma_\mu = -2\slashed{c}\slashed{b}\slashed{a}+(4-d)\slashed{a}\slashed{b}\slashed{c}`,
      { anyDimension: true },
    ),
    one(r`\gamma^\mu\gamma^\nu\gamma_\mu = -2\gamma^\nu`),
  ],
  "dirac.contract-across-sum": [one(r`\gamma^\mu(\slashed{p}+m)\gamma_\mu = -2\slashed{p}+4m`)],
  "dirac.anticommute": [one(r`\slashed{p}\gamma^\nu = 2p^\nu - \gamma^\nu\slashed{p}`)],
  "dirac.gamma5": [one(r`\gamma_5\gamma^\mu = -\gamma^\mu\gamma_5`)],
  "dirac.odd-trace": [
    one(
      r`\mathrm{Tr}[\gamma^\mu\gamma^\nu\gamma^\rho] + \mathrm{Tr}[\gamma^\mu\gamma^\nu] p^\rho= 4g^{\mu\nu}p^\rho`,
    ),
  ],
  "dirac.turn-trace": [
    one(
      r`\mathrm{Tr}[\gamma^\mu\slashed{p}\slashed{k}\slashed{q}\gamma^\nu\gamma_\mu] = \mathrm{Tr}[\gamma_\mu\gamma^\mu\slashed{p}\slashed{k}\slashed{q}\gamma^\nu]`,
    ),
  ],
  "dirac.trace": [
    one(
      r`\mathrm{Tr}[\gamma^\mu\gamma^\nu\gamma^\rho\gamma^\sigma] = 4(g^{\mu\nu}g^{\rho\sigma}-g^{\mu\rho}g^{\nu\sigma}+g^{\mu\sigma}g^{\nu\rho})`,
    ),
    one(
      r`\mathrm{Tr}[\slashed{p}\gamma^\mu\slashed{k}\gamma^\nu] = 4(p^\mu k^\nu + p^\nu k^\mu - g^{\mu\nu}p\cdot k)`,
    ),
  ],
  "dirac.split-trace": [one(r`\mathrm{Tr}[\slashed{p}\slashed{k}+m^2] = 4p\cdot k + 4m^2`)],
  "dirac.sigma-tensor": [one(r`-2i\sigma^{\mu\nu} = \gamma^\mu\gamma^\nu - \gamma^\nu\gamma^\mu`)],
  "dirac.projectors": [one(r`2P_L = 1-\gamma_5`, { hermitian: true })],
  "operators.commutator-of-product": [
    one(r`[A,BC] = [A,B]C + B[A,C]`),
    one(r`[A^2,B] = A[A,B] + [A,B]A`),
  ],
  "operators.commutator": [one(r`[A,B] = AB - BA`), one(r`\{A,B\} = AB + BA`)],
  "operators.known-commutator": [
    one(r`[a,a^\dagger] = 1`),
    one(r`[\hat x,\hat p] = i\hbar`),
    one(r`\{\gamma^\mu,\gamma^\nu\} = 2g^{\mu\nu}`),
  ],
  "operators.normal-order": [
    one(r`a a^\dagger = a^\dagger a + 1`),
    one(r`\hat p\hat x = \hat x\hat p - i\hbar`, { hermitian: true }),
  ],
  "operators.turn-bracket": [one(r`[A,B]C = -[B,A]C`)],
  "operators.angular-momentum": [one(r`[J_i,J_j] = i\hbar\epsilon_{ijk}J_k`)],
  "spin.pauli-product": [one(r`\sigma_i\sigma_j = \delta_{ij} + i\epsilon_{ijk}\sigma_k`)],
  "spin.trace": [
    one(r`\mathrm{Tr}(T^aT^b) = \frac12\delta^{ab}`),
    one(r`\mathrm{Tr}(\sigma_i\sigma_j) = 2\delta_{ij}`),
  ],
  "spin.commutator": [
    one(r`[T^a,T^b] = i f^{abc}T^c`),
    one(r`[\sigma_i,\sigma_j] = 2i\epsilon_{ijk}\sigma_k`),
  ],
  "states.ladder": [one(r`a^\dagger a|n\rangle = n|n\rangle`)],
  "states.orthonormal": [one(r`\langle n|n\rangle\langle n|a^\dagger a|n\rangle = n`)],
  "states.selection": [one(r`\langle n|a^2|n\rangle + \langle n|a^\dagger a|n\rangle = n`)],
  "states.dagger": [one(r`(|n\rangle)^\dagger a = \langle n|a`)],
  "adjoint.of-product": [
    one(r`(AB)^\dagger = B^\dagger A^\dagger`),
    one(r`(zw)^* = z^*w^*`, { assume: [r`z,w\in\mathbb{C}`] }),
  ],
  "adjoint.inverse-of-product": [one(r`(AB)^{-1} = B^{-1}A^{-1}`)],
  "adjoint.cancel-inverse": [one(r`A B B^{-1} = A`)],
  "series.linear": [one(r`\sum_{n=0}^{5}(a n+b n^2) = a\sum_{n=0}^{5}n + b\sum_{n=0}^{5}n^2`)],
  "series.geometric": [
    one(r`\sum_{n=0}^\infty e^{-n x} = \frac{1}{1-e^{-x}}`, { assume: ["x>0"] }),
  ],
  "integral.constant": [one(r`\int_0^1 a x^2 dx = a\int_0^1 x^2 dx`)],
  "integral.antiderivative": [
    one(r`\int_0^b x^2 dx = \frac{b^3}{3}`),
    one(r`\int_0^b \cos(ax)\,dx = \frac{\sin(ab)}{a}`),
    one(r`\int_0^\infty x e^{-x^2} dx = \frac12`),
  ],
  "integral.half-angle": [one(r`\int_0^b \sin^2 x\,dx = \frac{b}{2} - \frac{\sin 2b}{4}`)],
  "integral.ends": [one(r`\left.\frac{x^3}{3}\right|_{x=0}^{x=b} = \frac{b^3}{3}`)],
  "premise.substitute": [one(r`q^2 = p^2 + 2p\cdot k + k^2`, { assume: [r`q = p+k`] })],
  "premise.on-shell": [one(r`p^2 + p\cdot k = m^2 + p\cdot k`, { assume: [r`p^2=m^2`] })],
  "premise.constraint": [
    one(r`p\cdot\epsilon + p\cdot k = p\cdot k`, { assume: [r`p\cdot\epsilon = 0`] }),
  ],
  "premise.eliminate-1": [
    one(r`p\cdot q = p'\cdot q + k'\cdot q - k\cdot q`, { assume: [r`p + k = p' + k'`] }),
  ],
};
