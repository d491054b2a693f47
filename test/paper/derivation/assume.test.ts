import { strict as assert } from "node:assert";
import type { Fact } from "../../../src/math/expr/claim";
import { printExpr } from "../../../src/math/expr/print";
import { readAssume } from "../../../src/paper/derivation/assume";
import { declarationsOf } from "../../../src/paper/derivation/declarations";
import { parseFormula } from "../../../src/paper/latex/formula";
import { defaultContext } from "../../../src/paper/notation/context";
import { inferKinds } from "../../../src/paper/notation/kinds/inferKinds";

const tex = String.raw;

function shown(fact: Fact): string {
  switch (fact.kind) {
    case "definition":
      return `${printExpr(fact.head)} := ${printExpr(fact.body)}`;
    case "constraint":
    case "algebra":
      return `${fact.kind} ${printExpr(fact.left)} = ${printExpr(fact.right)}`;
    case "domain":
      return `${printExpr(fact.symbol)} ${fact.domain}`;
    case "inequality":
      return `${printExpr(fact.left)} ${fact.relation} ${printExpr(fact.right)}`;
    case "property":
      return `${fact.property} ${fact.of.map(printExpr).join(", ")}`;
    case "line-element":
      return `${fact.coordinates.map(printExpr).join(" ")}: ${fact.components.map((row) => row.map(printExpr).join(" ")).join("; ")}`;
  }
}

const facts: readonly (readonly [string, readonly string[]])[] = [
  [tex`k=p-p'`, ["k := p − p′"]],
  [tex`F^{\mu\nu}=\partial^\mu A^\nu-\partial^\nu A^\mu`, ["F^μν := ∂^μA^ν − ∂^νA^μ"]],
  [tex`n_B(\omega)=\frac{1}{e^{\beta\omega}-1}`, ["n_B(ω) := 1/(e^(β ω) − 1)"]],
  [tex`p_1+p_2=p_3+p_4`, ["constraint p_1 + p_2 = p_3 + p_4"]],
  [tex`[a,a^\dagger]=1`, ["algebra [a, a†] = 1"]],
  [tex`a,b>0`, ["a positive", "b positive"]],
  [tex`\alpha,\beta\in\mathbb{C}`, ["α complex", "β complex"]],
  [tex`a\in\mathbb{R},\ a\neq0`, ["a real", "a nonzero"]],
  [tex`0<a<1`, ["a positive", "a < 1"]],
  [tex`|x|<1`, ["|x| < 1"]],
  [tex`\theta\ll1`, ["θ small"]],
  [tex`\epsilon\to0`, ["ε small"]],
  [tex`d\to4`, ["d := 4"]],
  [tex`H^\dagger=H`, ["hermitian H"]],
  [tex`U^\dagger U=1`, ["unitary U"]],
  [tex`[A,B]=0`, ["commuting A, B"]],
  [tex`F^{\mu\nu}=-F^{\nu\mu}`, ["antisymmetric F"]],
  [tex`f(-k)=f(k)`, ["even f"]],
  [tex`\psi_{L,R}=P_{L,R}\psi`, ["ψ_L := P_L ψ", "ψ_R := P_R ψ"]],
  [tex`\slashed p=\gamma^\mu p_\mu`, []],
  [tex`|\mathbf{p}|\text{ = CM momentum}`, []],
  ["A, B are hermitian", ["hermitian A, B"]],
  ["$f$ is odd", ["odd f"]],
  ["n is a positive integer", ["n natural"]],
  ["natural units", ["ħ := 1", "c := 1"]],
  [
    tex`ds^2=-dt^2+a(t)^2\,d\mathbf{x}^2`,
    ["t x y z: -1 0 0 0; 0 a(t)² 0 0; 0 0 a(t)² 0; 0 0 0 a(t)²"],
  ],
  [tex`ds^2=a^2(d\theta^2+\sin^2\theta\,d\phi^2)`, ["θ φ: a² 0; 0 a² sin(θ)²"]],
  [tex`ds^2=2\,du\,dv`, ["u v: 0 1; 1 0"]],
];

const conventions: readonly (readonly [string, object])[] = [
  [tex`\epsilon^{0123}=+1`, { epsilon: 1 }],
  [tex`\varepsilon_{0123}=+1`, { epsilon: -1 }],
  [tex`\epsilon^{0123}=-1`, { epsilon: -1 }],
  [tex`\mathrm{Tr}\,1=4`, { traceOfUnity: 4 }],
  [tex`\eta=\mathrm{diag}(-,+,+,+)`, { metric: "mostly-plus" }],
  [tex`g_{\mu\nu}=\operatorname{diag}(1,-1,-1,-1)`, { metric: "mostly-minus" }],
  [tex`g^\mu_\mu=d`, { dim: "d" }],
  [tex`\delta^\mu{}_\mu=4`, { dim: 4 }],
  ["mostly plus", { metric: "mostly-plus" }],
  ["signature (+,-,-,-)", { metric: "mostly-minus" }],
];

const unread = ["A is not hermitian", "on shell or not", tex`x\foo y=1`, "x", ""];

describe("an assumption", () => {
  for (const [entry, expected] of facts)
    it(`${entry} gives ${expected.join(" and ") || "nothing to use"}`, () => {
      const context = inferKinds({
        formulas: [parseFormula(entry).nodes],
        declarations: declarationsOf([entry]),
      });
      const read = readAssume(entry, context);
      assert.equal(read.kind, "read");
      if (read.kind === "read") assert.deepEqual(read.facts.map(shown), expected);
    });
  for (const [entry, expected] of conventions)
    it(`${entry} is a convention`, () => {
      const read = readAssume(entry, defaultContext());
      assert.ok(read.kind === "read");
      assert.deepEqual(read.conventions, expected);
      assert.deepEqual(read.facts, []);
    });
  for (const entry of unread)
    it(`“${entry}” is returned as not understood`, () => {
      assert.equal(readAssume(entry, defaultContext()).kind, "unread");
    });

  it("tells the reader what its names are", () => {
    assert.deepEqual(
      declarationsOf([
        tex`\alpha,\beta\in\mathbb{C}`,
        "a>0",
        tex`A\in\mathbb{C}^{n\times n}`,
        "p^2=m^2",
        "k is a four-vector",
      ]),
      [tex`\alpha, \beta are complex`, "a are positive", "A are matrices", "k is a four-vector"],
    );
  });
});
