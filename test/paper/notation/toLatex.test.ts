/** LaTeX written from a tree reads back as that tree. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Expr } from "../../../src/math/expr/node";
import { printExpr } from "../../../src/math/expr/print";
import { some } from "../../../src/math/expr/walk";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readFormula } from "../../../src/paper/notation/read";
import { rules } from "../../../src/paper/notation/rules";
import { toLatex } from "../../../src/paper/notation/toLatex";
import { labelled } from "../../kit/families";
import { knowing } from "../../kit/knowing";
import { trees } from "../../kit/trees";

const read = (latex: string): Expr | undefined =>
  readFormula(parseFormula(latex).nodes).readings[0];

/** Words, lists and ellipses have no one way of writing. */
const wordy = (node: Expr): boolean => node.kind === "opaque";

const formulas: readonly string[] = [
  String.raw`\gamma^\mu\gamma^\nu\gamma_\mu = -2\gamma^\nu`.split("=")[0] ?? "",
  String.raw`-\frac12 a x^2 + J x - \frac{J^2}{2a}`,
  String.raw`\psi^*(-i\hbar)\frac{d\psi}{dx}`,
  String.raw`\int_0^\infty dx\int_0^x dy\,f(x,y)`,
  String.raw`\int\frac{d^3p}{(2\pi)^3}\frac{1}{2E_{\mathbf p}}\left(a_{\mathbf p}e^{-ip\cdot x}+a^\dagger_{\mathbf p}e^{ip\cdot x}\right)`,
  String.raw`\sum_{n=0}^{N-1}x^n(1-x)`,
  String.raw`\left(\frac{\partial S}{\partial V}\right)_T`,
  String.raw`\frac{\partial\mathcal{L}}{\partial(\partial_\mu\phi)}`,
  String.raw`\langle n|\hat x^2|n\rangle`,
  String.raw`R^\rho{}_{\sigma\mu\nu}V^\sigma`,
  String.raw`\ln\left(\frac{\mu}{\Lambda}\right)^{-1}`,
  String.raw`J_-J_+ - J_z^2`,
  String.raw`\nabla\times(\nabla\times\mathbf{A})`,
  String.raw`\delta^{(4)}(p-k)\,\theta(p^0-k^0)`,
  String.raw`E_n^{(0)} + \lambda E_n^{(1)} + \mathcal{O}(\lambda^2)`,
  String.raw`\begin{pmatrix}a & -b\\ b & a\end{pmatrix}`,
  String.raw`\left.\frac{df}{dx}\right|_{x=0}`,
  String.raw`\dot x^2+\ddot x`,
  String.raw`\frac{1}{4!}x^{3/2}`,
  String.raw`\delta\psi+\delta m^2`,
];

describe("LaTeX of expressions", () => {
  for (const latex of formulas)
    it(`${latex} is read, written and read as the same tree`, () => {
      const tree = read(latex);
      assert.ok(tree);
      assert.equal(read(toLatex(tree)), tree, toLatex(tree));
    });

  it("all sides of the project's own equations come back, where the names are known", () => {
    const sides = labelled()
      .flatMap(({ latex }) => latex.split("="))
      .filter((side) => parseFormula(side).problems.length === 0);
    const changed = [...new Set(sides)].filter((side) => {
      const tree = read(side);
      if (!tree || some(tree, (node) => wordy(node) || node.kind === "hole")) return false;
      const latex = toLatex(tree);
      return readFormula(parseFormula(latex).nodes, knowing(tree)).readings[0] !== tree;
    });
    assert.deepEqual(changed, []);
  });

  it("trees drawn at random come back, where the names are known", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const latex = toLatex(tree);
        const back = readFormula(parseFormula(latex).nodes, knowing(tree)).readings[0];
        assert.equal(back, tree, `${latex} is read as ${back ? printExpr(back) : "nothing"}`);
      }),
      { numRuns: 2000, seed: 7 },
    );
  }).timeout(20_000);

  it("the examples of all rules come back as they were read, but for words and gaps", () => {
    const changed = rules
      .flatMap((rule) => rule.examples.map(([latex]) => latex))
      .filter((latex) => {
        const tree = read(latex);
        return tree && !some(tree, wordy) && read(toLatex(tree)) !== tree;
      });
    assert.deepEqual(changed, []);
  });
});
