/** The tacit premise of a claim is found; a claim that no premise explains stays refuted. */
import assert from "node:assert/strict";
import {
  bra,
  dagger,
  derivative,
  dot,
  down,
  func,
  index,
  ket,
  labelled,
  minus,
  negate,
  num,
  one,
  product,
  quotient,
  slash,
  sum,
  symbol,
  tensor,
  trace,
  up,
  zero,
} from "../../../src/math/expr/build";
import type { Expr } from "../../../src/math/expr/node";
import { catalogue } from "../../../src/math/premise/catalogue";
import * as k from "../verdict/claims";

const { a, b, A, B, F, U, p, m, plus, times, over, f, squared, gamma, verdictOf, word } = k;
const q = k.k;
const momentum = (n: number): Expr => labelled(symbol("p", "four-vector"), num(n));
const [p1, p2, p3, p4] = [1, 2, 3, 4].map(momentum) as [Expr, Expr, Expr, Expr];
const square = (v: Expr): Expr => dot(v, v);
const [H, N] = ["H", "N"].map((name) => symbol(name, "operator")) as [Expr, Expr];
const S = symbol("S", "tensor");
const theta = symbol("θ");
const hbar = symbol("ħ", "scalar", { role: "physical-constant", domain: "positive" });
const omega = symbol("ω", "scalar", { domain: "positive" });
const [psi, phi] = ["ψ", "φ"].map((name) => symbol(name, "state")) as [Expr, Expr];
const n = symbol("n", "label");
const unitaryField = symbol("U", "matrix", { dependsOn: ["x"] });
const partial = (operand: Expr): Expr => derivative({ kind: "index", index: down("μ") }, operand);

const tacit: readonly [string, string, Expr, Expr][] = [
  ["p̸p̸ = m²", "on-shell", times(slash(p), slash(p)), squared(m)],
  ["(p+k)² − m² = 2p·k", "on-shell", minus(square(plus(p, q)), squared(m)), times(2, dot(p, q))],
  ["(p₁−p₃)² = (p₄−p₂)²", "momentum-conservation", square(minus(p1, p3)), square(minus(p4, p2))],
  [
    "F^{μν}p_μp_ν = 0",
    "antisymmetric-tensor",
    product(tensor(F, up("μ"), up("ν")), tensor(p, down("μ")), tensor(p, down("ν"))),
    zero,
  ],
  ["S^{μν} = S^{νμ}", "symmetric-tensor", tensor(S, up("μ"), up("ν")), tensor(S, up("ν"), up("μ"))],
  [
    "Tr AB = Tr (A + 1)B for traceless B",
    "traceless",
    trace(times(A, B)),
    minus(trace(product(sum(A, identity()), B)), zero),
  ],
  ["√(a²b) = a√b", "positive-parameters", f("sqrt", times(squared(a), b)), times(a, f("sqrt", b))],
  ["eᴬeᴮ = eᴬ⁺ᴮ", "commuting", product(f("exp", A), f("exp", B)), f("exp", sum(A, B))],
  ["AB = BA", "commuting", product(A, B), product(B, A)],
  ["(HN)† = NH", "hermitian", dagger(product(H, N)), product(N, H)],
  [
    "⟨Uφ|Uψ⟩ = ⟨φ|ψ⟩",
    "unitary",
    product(bra(phi), dagger(U), U, ket(psi)),
    product(bra(phi), ket(psi)),
  ],
  [
    "(∂U†)U = −U†∂U",
    "unitary",
    product(partial(dagger(unitaryField)), unitaryField),
    negate(product(dagger(unitaryField), partial(unitaryField))),
  ],
  ["⟨ψ|ψ⟩ = 1", "normalised", product(num(3), bra(psi), ket(psi), a), product(num(3), a)],
  [
    "Σ⟨a|n⟩⟨n|b⟩ = ⟨a|b⟩",
    "complete",
    {
      kind: "series",
      sort: "sum",
      variables: [n],
      body: product(bra(phi), ket(n), bra(n), ket(psi)),
    },
    product(bra(phi), ket(psi)),
  ],
  ["sin θ = θ", "small-angle", func("sin", [theta]), theta],
  [
    "1 − cos θ = θ²/2",
    "small-angle",
    minus(one, func("cos", [theta])),
    quotient(squared(theta), num(2)),
  ],
  ["ħω = ω", "natural-units", product(hbar, omega), omega],
  [
    "a term with m dropped",
    "massless",
    trace(product(sum(slash(p), m), sum(slash(q), m))),
    times(4, dot(p, q)),
  ],
  [
    "p⁰ = √(𝐩²+m²)",
    "on-shell",
    tensor(p, index("0", "up", "lorentz", 0)),
    f(
      "sqrt",
      plus(
        ...[1, 2, 3].map((i) => squared(tensor(p, index(String(i), "up", "lorentz", i)))),
        squared(m),
      ),
    ),
  ],
  ["(AB)† = BA", "hermitian", dagger(product(A, B)), product(B, A)],
];

function identity(): Expr {
  return symbol("1", "matrix", { role: "identity" });
}

describe("tacit premises", () => {
  for (const [title, id, left, right] of tacit)
    it(`${title} leans on ${id}`, () => {
      const claim = k.claim(left, right);
      const verdict = verdictOf(claim, { catalogue });
      assert.ok(["proved", "agrees"].includes(word(verdict)), word(verdict));
      const found = verdict.premises.filter((premise) => premise.source === "tacit");
      assert.ok(
        found.some((premise) => premise.id === id),
        found.map((premise) => premise.id).join(", "),
      );
      assert.equal(word(verdictOf(claim)) === "proved", false);
    });
});

const unexplained: readonly [string, Expr, Expr][] = [
  ["(a+b)² = a² + b²", squared(plus(a, b)), plus(squared(a), squared(b))],
  ["(A+B)² = A² + B²", squared(plus(A, B)), plus(squared(A), squared(B))],
  ["(p+k)² − m² = p·k", minus(square(plus(p, q)), squared(m)), dot(p, q)],
  ["(p₁+p₂)² = (p₁−p₂)²", square(plus(p1, p2)), square(minus(p1, p2))],
  [
    "(p₁+p₂)² = p₁² + p₂² − 2p₁·p₂",
    square(plus(p1, p2)),
    plus(square(p1), square(p2), times(-2, dot(p1, p2))),
  ],
  ["1 − cos θ = θ²", minus(one, func("cos", [theta])), squared(theta)],
  [
    "p̸γ + γp̸ = p",
    plus(product(slash(p), gamma("μ")), product(gamma("μ"), slash(p))),
    tensor(p, up("μ")),
  ],
  [
    "(∂U†)U = U†∂U",
    product(partial(dagger(unitaryField)), unitaryField),
    product(dagger(unitaryField), partial(unitaryField)),
  ],
  ["(AB)† = BA†", dagger(product(A, B)), product(B, dagger(A))],
  ["F^{μν} = F^{νμ}", tensor(F, up("μ"), up("ν")), tensor(F, up("ν"), up("μ"))],
  ["(AB)† = A†B†", dagger(product(A, B)), product(dagger(A), dagger(B))],
  ["(p+k)² = m² − 2p·k", square(plus(p, q)), minus(squared(m), times(2, dot(p, q)))],
  [
    "|a+b|² = |a|² + |b|² + 2Re(ab)",
    squared(f("abs", plus(a, b))),
    plus(squared(f("abs", a)), squared(f("abs", b)), times(-2, f("Re", times(a, b)))),
  ],
  ["eᴬeᴮ = eᴬᴮ", product(f("exp", A), f("exp", B)), f("exp", product(A, B))],
  ["1/a + 1/b = 1/(a+b)", plus(over(one, a), over(one, b)), over(one, plus(a, b))],
];

describe("what no premise explains", () => {
  for (const [title, left, right] of unexplained)
    it(`${title} stays refuted`, () => {
      const verdict = verdictOf(k.claim(left, right), { catalogue });
      assert.equal(
        verdict.kind,
        "refuted",
        `${word(verdict)} ${verdict.premises.map((premise) => premise.latex).join(", ")}`,
      );
    });
});
