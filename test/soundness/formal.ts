/** Statements about notions without a representation that follow by no law of theirs. */
import type { Danger } from "./items";

const tex = String.raw;

/** What, and the false lines. */
const lines: readonly (readonly [string, readonly string[]])[] = [
  [
    "the product rule of what has no representation",
    [
      tex`\nabla_\mu(A^\nu B_\nu) = (\nabla_\mu A^\nu)B_\nu - A^\nu\nabla_\mu B_\nu`,
      tex`\nabla_\mu(A^\nu B_\nu) = A^\nu\nabla_\mu B_\nu`,
      tex`\nabla_\mu(A^\nu B_\nu) = 2(\nabla_\mu A^\nu)B_\nu`,
      tex`\nabla_\mu(A^\nu B^\mu) = (\nabla_\mu A^\mu)B^\nu + A^\nu\nabla_\mu B^\mu`,
      tex`\nabla_\mu(A^\nu B^\mu) = (\nabla_\mu A^\nu)B^\mu + B^\nu\nabla_\mu A^\mu`,
      tex`\nabla_\mu(f A^\mu) = f\nabla_\mu A^\mu`,
      tex`\nabla_\mu\nabla_\nu A^\mu = \nabla_\nu\nabla_\mu A^\mu`,
      tex`\nabla_\mu\nabla_\nu A^\rho = \nabla_\nu\nabla_\mu A^\rho`,
      tex`\nabla_\mu A_\nu = \nabla_\nu A_\mu`,
      tex`\nabla_\mu(A^\nu + B^\nu) = \nabla_\mu A^\nu - \nabla_\mu B^\nu`,
      tex`\nabla_\mu(2A^\nu) = \nabla_\mu A^\nu`,
      tex`(\nabla_\mu A^\nu)(\nabla_\nu A^\mu) = (\nabla_\mu A^\mu)^2`,
    ],
  ],
  [
    "what an integral without a value keeps inside",
    [
      tex`\int \mathcal{D}\phi\, \phi(x) e^{-S[\phi]} = \phi(x)\int\mathcal{D}\phi\, e^{-S[\phi]}`,
      tex`\int \mathcal{D}\phi\, e^{-S} J = e^{-S}\int\mathcal{D}\phi\, J`,
      tex`\int \mathcal{D}\phi\, \phi(x) e^{-S[\phi]} = \int \mathcal{D}\phi\, \phi(y) e^{-S[\phi]}`,
      tex`\int \mathcal{D}\phi\, (\phi(x) + \phi(y)) e^{-S[\phi]} = \int \mathcal{D}\phi\, \phi(x) e^{-S[\phi]}`,
      tex`\int \mathcal{D}\phi\, \phi(x)\phi(y) e^{-S[\phi]} = \int\mathcal{D}\phi\,\phi(x)e^{-S[\phi]}\int\mathcal{D}\phi\,\phi(y)e^{-S[\phi]}`,
      tex`\int \mathcal{D}\phi\, e^{-S[\phi]} = \int \mathcal{D}\chi\, e^{-S[\phi]}`,
      tex`\int d^4x\, \phi\,\nabla_\mu J^\mu = \phi\int d^4x\,\nabla_\mu J^\mu`,
      tex`\int d^4x\, \nabla_\mu J^\mu = \int d^4y\, \nabla_\mu J^\mu + 1`,
      tex`\int d^4x\, f(x) T\{\phi(x)\} = f(x)\int d^4x\, T\{\phi(x)\}`,
      tex`\int d^4x\, f(x) T\{\phi(x)\} = \int d^4y\, f(x) T\{\phi(y)\}`,
      tex`\int d^4x\, f(x) T\{\phi(x)\} = -\int d^4y\, f(y) T\{\phi(y)\}`,
    ],
  ],
  [
    "averages and orderings that are linear and no more",
    [
      tex`\langle \phi(x)\phi(y)\rangle = \langle\phi(x)\rangle\langle\phi(y)\rangle`,
      tex`\langle f(x)^2\rangle = \langle f(x)\rangle^2`,
      tex`\langle \phi(x) + \chi(x)\rangle = \langle\phi(x)\rangle - \langle\chi(x)\rangle`,
      tex`\langle \phi(x)\chi(x)\rangle = \phi(x)\langle\chi(x)\rangle`,
      tex`T\{\phi(x)\phi(y)\} = \phi(x)\phi(y)`,
      tex`T\{\phi(x)^2 + \phi(y)\} = T\{\phi(x)^2\} - T\{\phi(y)\}`,
      tex`T\{\phi(x)^2\} = T\{\phi(x)\}^2`,
    ],
  ],
  [
    "orders that count",
    [
      tex`\rho(X)\rho(Y) = \rho(Y)\rho(X)`,
      tex`[\rho(X),\rho(Y)] = \rho(X)\rho(Y)`,
      tex`[\rho(X),\rho(Y)] = \rho(Y)\rho(X) - \rho(X)\rho(Y)`,
      tex`[\rho(X),\rho(Y)\rho(Z)] = [\rho(X),\rho(Y)]\rho(Z)`,
      tex`[\rho(X),\rho(Y)\rho(Z)] = [\rho(X),\rho(Y)]\rho(Z) + [\rho(X),\rho(Z)]\rho(Y)`,
      tex`[\rho(X),[\rho(Y),\rho(Z)]] = [[\rho(X),\rho(Y)],\rho(Z)]`,
      tex`[\rho(X),\rho(Y)] + [\rho(Y),\rho(X)] = 1`,
      tex`\operatorname{Tr}(\rho(X)\rho(Y)\rho(Z)) = \operatorname{Tr}(\rho(Y)\rho(X)\rho(Z))`,
      tex`(\rho(X)\rho(Y))^\dagger = \rho(X)^\dagger\rho(Y)^\dagger`,
      tex`(\rho(X)\rho(Y))^{-1}\rho([X,Y]) = \rho(X)^{-1}\rho(Y)^{-1}\rho([X,Y])`,
      tex`e^{\rho(X)}e^{\rho(Y)} = e^{\rho(X)+\rho(Y)}`,
      tex`e^{\rho(X)}\rho(Y)e^{-\rho(X)} = \rho(Y)`,
      tex`(\rho(X)+\rho(Y))^2\rho([X,Y]) = (\rho(X)^2 + 2\rho(X)\rho(Y) + \rho(Y)^2)\rho([X,Y])`,
      tex`\kappa([X,Y],Z) = \kappa(X,[Z,Y])`,
      tex`\kappa(X+Y,Z) = \kappa(X,Z) - \kappa(Y,Z)`,
      tex`\mathrm{Ad}_h(X+Y) = \mathrm{Ad}_h X - \mathrm{Ad}_h Y`,
      tex`\mathrm{Ad}_h(XY) = X\,\mathrm{Ad}_h Y`,
      tex`\mathrm{Ad}_h X = \mathrm{Ad}_g X`,
    ],
  ],
  [
    "forms and products that are linear in each place",
    [
      tex`\omega\wedge\eta = \eta\wedge\omega`,
      tex`(\omega + \eta)\wedge\chi = \omega\wedge\chi - \eta\wedge\chi`,
      tex`(\omega + \eta)\wedge(\omega + \eta) = \omega\wedge\omega + \eta\wedge\eta`,
      tex`d(\omega\wedge\eta) = d\omega\wedge\eta + \omega\wedge d\eta`,
      tex`X\lrcorner(\omega+\eta) = X\lrcorner\omega - X\lrcorner\eta`,
      tex`X\lrcorner\omega = \omega\lrcorner X`,
      tex`\langle u, v + w\rangle = \langle u, v\rangle - \langle u, w\rangle`,
      tex`\langle u, i v\rangle = \langle i u, v\rangle`,
      tex`\langle u, v\rangle = \langle v, u\rangle`,
      tex`|a\rangle\otimes|b\rangle = |b\rangle\otimes|a\rangle`,
    ],
  ],
  [
    "sums and limits without a range",
    [
      tex`\sum_n \langle a_n b_n\rangle = \sum_n \langle a_n\rangle \sum_n \langle b_n\rangle`,
      tex`\sum_n a_n \langle b_n\rangle = a_n\sum_n \langle b_n\rangle`,
      tex`\sum_n \langle a_n\rangle = \sum_m \langle a_n\rangle`,
      tex`\sum_{n=1}^N \langle a_n\rangle = \sum_{n=1}^{N+1} \langle a_n\rangle`,
      tex`\sum_{i=1}^N \langle a_i\rangle b_i = b_j \sum_{i=1}^N \langle a_i\rangle`,
      tex`\sum_n (\langle a_n\rangle + \langle b_n\rangle) = \sum_n \langle a_n\rangle - \sum_n \langle b_n\rangle`,
      tex`\lim_{\epsilon\to 0} (\langle a\rangle + \frac{1}{\epsilon} - \frac{1}{\epsilon}) = \lim_{\epsilon\to 0}\frac{1}{\epsilon} - \lim_{\epsilon\to 0}\frac{1}{\epsilon} + 2\langle a\rangle`,
      tex`\{fg, h\} = f\{g,h\} - g\{f,h\}`,
      tex`\{f, g\} = \{g, f\}`,
      tex`\delta(\phi\psi) = \phi\,\delta\psi`,
      tex`\delta(\phi\psi) = \delta\phi\,\delta\psi`,
    ],
  ],
];

export const formalDangers: readonly Danger[] = lines.map(([what, traps]) => ({
  what,
  traps: traps.map((latex) => ({ latex })),
}));
