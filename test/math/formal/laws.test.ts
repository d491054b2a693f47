/** The formal laws against explicit representations: where a notion has one, both say the same. */
import { strict as assert } from "node:assert";
import { formalSides } from "../../../src/math/formal/equal";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readStatement } from "../../../src/paper/notation/read";
import { contextOf } from "../../../src/review/context";
import { conventionsOf, macrosOf } from "../../../src/review/item";
import { verifyItem } from "../../../src/review/verify";

const tex = String.raw;

/** A line that follows, and one beside it that does not. */
const lines: readonly (readonly [law: string, line: string, slip: string])[] = [
  ["distributes", tex`(a+b)(a-b) = a^2 - b^2`, tex`(a+b)(a-b) = a^2 + b^2`],
  [
    "joins fractions",
    tex`\frac1a - \frac1b = \frac{b-a}{ab}`,
    tex`\frac1a - \frac1b = \frac{a-b}{ab}`,
  ],
  ["clears sums below", tex`\frac{1}{a+b}(a^2-b^2) = a-b`, tex`\frac{1}{a+b}(a^2-b^2) = b-a`],
  ["joins roots", tex`\sqrt{a+b}\sqrt{a+b} = a+b`, tex`\sqrt{a+b}\sqrt{a-b} = a+b`],
  ["joins exponentials", tex`e^{x}e^{2y} = e^{x+2y}`, tex`e^{x}e^{2y} = e^{x+y}`],
  ["turns odd functions", tex`\sin(a-b) = -\sin(b-a)`, tex`\sin(a-b) = \sin(b-a)`],
  [
    "names summed indices",
    tex`p^\mu q_\mu k^\nu k_\nu = p_\nu q^\nu k^\mu k_\mu`,
    tex`p^\mu q_\mu k^\nu k_\nu = p_\nu k^\nu q^\mu k_\mu`,
  ],
  [
    "turns the metric",
    tex`g_{\mu\nu}p^\mu q^\nu = g_{\nu\mu}p^\mu q^\nu`,
    tex`g_{\mu\nu}p^\mu q^\nu = g_{\nu\mu}p^\mu p^\nu`,
  ],
  [
    "differentiates products",
    tex`\frac{d}{dx}(f(x)g(x)) = f'(x)g(x) + f(x)\frac{d}{dx}g(x) - f'(x)g(x) + g(x)\frac{d}{dx}f(x)`,
    tex`\frac{d}{dx}(f(x)g(x)) = f(x)\frac{d}{dx}g(x) - g(x)\frac{d}{dx}f(x)`,
  ],
  [
    "differentiates in any order",
    tex`\partial_\mu\partial_\nu\phi(x) = \partial_\nu\partial_\mu\phi(x)`,
    tex`\partial_\mu\partial_\nu\phi(x) = -\partial_\nu\partial_\mu\phi(x)`,
  ],
  [
    "differentiates exponentials",
    tex`\partial_\mu e^{if(x)} = i e^{if(x)}\partial_\mu f(x)`,
    tex`\partial_\mu e^{if(x)} = -i e^{if(x)}\partial_\mu f(x)`,
  ],
  [
    "writes out commutators",
    tex`[\hat A,\hat B\hat C] = [\hat A,\hat B]\hat C + \hat B[\hat A,\hat C]`,
    tex`[\hat A,\hat B\hat C] = [\hat A,\hat B]\hat C + [\hat A,\hat C]\hat B`,
  ],
  [
    "knows Jacobi",
    tex`[\hat A,[\hat B,\hat C]] + [\hat B,[\hat C,\hat A]] = -[\hat C,[\hat A,\hat B]]`,
    tex`[\hat A,[\hat B,\hat C]] + [\hat B,[\hat C,\hat A]] = [\hat C,[\hat A,\hat B]]`,
  ],
  [
    "turns products round",
    tex`(\hat A\hat B)^\dagger = \hat B^\dagger\hat A^\dagger`,
    tex`(\hat A\hat B)^\dagger = \hat A^\dagger\hat B^\dagger`,
  ],
  [
    "inverts products",
    tex`(\hat A\hat B)^{-1}\hat A = \hat B^{-1}`,
    tex`(\hat A\hat B)^{-1}\hat A = \hat B`,
  ],
  [
    "rotates traces",
    tex`\operatorname{Tr}(\gamma^\mu\gamma^\nu\gamma^\rho\gamma^\sigma) = \operatorname{Tr}(\gamma^\sigma\gamma^\mu\gamma^\nu\gamma^\rho)`,
    tex`\operatorname{Tr}(\gamma^\mu\gamma^\nu\gamma^\rho\gamma^\sigma) = \operatorname{Tr}(\gamma^\nu\gamma^\mu\gamma^\rho\gamma^\sigma)`,
  ],
  [
    "adds inside traces",
    tex`\operatorname{Tr}((\slashed p+m)\slashed q) = \operatorname{Tr}(\slashed p\slashed q) + m\operatorname{Tr}\slashed q`,
    tex`\operatorname{Tr}((\slashed p+m)\slashed q) = \operatorname{Tr}(\slashed p\slashed q) - m\operatorname{Tr}(\slashed q\slashed q)`,
  ],
  [
    "names what is integrated",
    tex`\int_0^1 f(x)\,dx = \int_0^1 f(y)\,dy`,
    tex`\int_0^1 f(x)\,dx = \int_0^2 f(y)\,dy`,
  ],
  [
    "adds integrals",
    tex`\int_0^1 (f(x)+2g(x))\,dx = \int_0^1 f(y)\,dy + 2\int_0^1 g(x)\,dx`,
    tex`\int_0^1 (f(x)+2g(x))\,dx = \int_0^1 f(y)\,dy + \int_0^1 g(x)\,dx`,
  ],
  [
    "names what is summed",
    tex`\sum_{n=1}^5 x_n y_n = \sum_{m=1}^5 y_m x_m`,
    tex`\sum_{n=1}^5 x_n y_n = \sum_{m=1}^4 y_m x_m`,
  ],
  [
    "exchanges antisymmetric indices",
    tex`\epsilon^{\mu\nu\rho\sigma}\partial_\mu\partial_\rho A_\sigma(x) = 0`,
    tex`\epsilon^{\mu\nu\rho\sigma}\partial_\mu A_\rho(x) A_\sigma(x) = 0`,
  ],
  [
    "exchanges the indices of structure constants",
    tex`f^{abc}A^a_\mu B^b_\nu = -f^{bac}A^a_\mu B^b_\nu`,
    tex`f^{abc}A^a_\mu B^b_\nu = f^{bac}A^a_\mu B^b_\nu`,
  ],
  [
    "follows limits",
    tex`\lim_{\epsilon\to0}\frac{e^{\epsilon\hat A}\hat B e^{-\epsilon\hat A} - \hat B}{\epsilon} = [\hat A,\hat B]`,
    tex`\lim_{\epsilon\to0}\frac{e^{\epsilon\hat A}\hat B e^{-\epsilon\hat A} - \hat B}{\epsilon} = [\hat B,\hat A]`,
  ],
  [
    "keeps terms that cancel side by side",
    tex`(T^{\mu\nu}+T^{\nu\mu})(T_{\mu\nu}-T_{\nu\mu}) = T^{\mu\nu}T_{\mu\nu} + T^{\nu\mu}T_{\mu\nu} - T^{\mu\nu}T_{\nu\mu} - T^{\nu\mu}T_{\nu\mu}`,
    tex`(T^{\mu\nu}+T^{\nu\mu})(T_{\mu\nu}-T_{\nu\mu}) = T^{\mu\nu}T_{\mu\nu} + T^{\nu\mu}T_{\mu\nu} + T^{\mu\nu}T_{\nu\mu} - T^{\nu\mu}T_{\nu\mu}`,
  ],
  [
    "lets functions of one operator commute",
    tex`\frac{i(\slashed p+m)}{\slashed p^2-m^2} = \frac{i}{\slashed p-m}`,
    tex`\frac{i(\slashed p+m)}{\slashed p^2-m^2} = \frac{i}{\slashed p+m}`,
  ],
  [
    "turns transposes in traces back",
    tex`\operatorname{Tr}(A^TB^TC^T) = \operatorname{Tr}(CBA)`,
    tex`\operatorname{Tr}(A^TB^TC^T) = \operatorname{Tr}(ABC)`,
  ],
  [
    "lets chirality pass Dirac matrices",
    tex`\gamma^\mu P_L = P_R\gamma^\mu`,
    tex`\gamma^\mu P_L = P_L\gamma^\mu`,
  ],
  [
    "cancels indices below a bar",
    tex`p_\mu\left(p^\mu - \frac{q^\mu q_\nu}{q^\alpha q_\alpha}p^\nu\right) = p_\mu p^\mu - \frac{(p_\mu q^\mu)(q_\nu p^\nu)}{q^\alpha q_\alpha}`,
    tex`p_\mu\left(p^\mu - \frac{q^\mu q_\nu}{q^\alpha q_\alpha}p^\nu\right) = p_\mu p^\mu - \frac{(p_\mu q^\mu)(q_\nu p^\nu)}{p^\alpha p_\alpha}`,
  ],
  [
    "multiplies matrices",
    tex`\begin{pmatrix}a&b\\u&v\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix} = \begin{pmatrix}ax+by\\ux+vy\end{pmatrix}`,
    tex`\begin{pmatrix}a&b\\u&v\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix} = \begin{pmatrix}ax+uy\\bx+vy\end{pmatrix}`,
  ],
];

describe("formal laws", () => {
  for (const [law, line, slip] of lines)
    it(`${law}, as representations do`, () => {
      assert.ok(isFormal(line), line);
      assert.ok(!isFormal(slip), slip);
      assert.match(verifyItem({ latex: line, premises: "none" }).verdict, /^(?:proved|agrees)$/);
      assert.doesNotMatch(
        verifyItem({ latex: slip, premises: "none" }).verdict,
        /^(?:proved|agrees)$/,
      );
    });
});

function isFormal(latex: string): boolean {
  const macros = macrosOf(undefined);
  const { nodes } = parseFormula(latex, macros);
  const context = contextOf(nodes, [], macros, conventionsOf({}));
  const { readings } = readStatement(nodes, context);
  return readings.every(([left, right]) => left && right && formalSides(left, right)?.equal);
}
