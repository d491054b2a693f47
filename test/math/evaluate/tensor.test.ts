/** Tensors, Dirac matrices and colour: laws in every dimension and for several N, with false ones beside them. */
import { strict as assert } from "node:assert";
import {
  anticommutator,
  commutator,
  constant,
  cross,
  dagger,
  dot,
  down,
  minus,
  negate,
  num,
  power,
  product,
  quotient,
  slash,
  sum,
  symbol,
  tensor,
  trace,
  up,
} from "../../../src/math/expr/build";
import type { Expr } from "../../../src/math/expr/node";
import { type Circumstances, tried } from "../../kit/evaluated";

const g = symbol("g", "tensor", { role: "metric" });
const eps = symbol("ε", "tensor", { role: "epsilon" });
const del = symbol("δ", "tensor", { role: "delta" });
const gam = symbol("γ", "matrix", { role: "gamma", space: "dirac" });
const g5 = symbol("γ5", "matrix", { role: "gamma5", space: "dirac" });
const sig = symbol("σ", "three-vector", { role: "pauli" });
const gen = symbol("T", "matrix", { role: "generator" });
const f = symbol("f", "tensor", { role: "structure" });
const dd = symbol("d", "tensor", { role: "symmetric-structure" });
const [p, k, q] = ["p", "k", "q"].map((name) => symbol(name, "four-vector")) as [Expr, Expr, Expr];
const [va, vb, vc] = ["a", "b", "c"].map((name) => symbol(name, "three-vector")) as [
  Expr,
  Expr,
  Expr,
];
const [A, B, C] = ["A", "B", "C"].map((name) => symbol(name, "operator")) as [Expr, Expr, Expr];
const d = symbol("d");
const N = symbol("N");
const m = symbol("m");
const i = constant("i");
const gu = (name: string) => tensor(gam, up(name));
const gd = (name: string) => tensor(gam, down(name));
const T = (name: string) => tensor(gen, up(name, "adjoint"));
const F = (...names: string[]) => tensor(f, ...names.map((name) => up(name, "adjoint")));
const D = (...names: string[]) => tensor(dd, ...names.map((name) => up(name, "adjoint")));
const metric = (a: string, b: string) => tensor(g, up(a), up(b));
const E3 = (...names: string[]) => tensor(eps, ...names.map((name) => up(name, "spatial")));
const D3 = (...names: string[]) => tensor(del, ...names.map((name) => up(name, "spatial")));
const inD: Circumstances = { conventions: { dim: "d" } };

const laws: readonly [string, Expr, Expr, boolean, Circumstances?][] = [
  [
    "γ^μ and γ^ν anticommute to 2g",
    anticommutator(gu("μ"), gu("ν")),
    product(num(2), metric("μ", "ν")),
    true,
  ],
  ["the anticommutator has a factor 2", anticommutator(gu("μ"), gu("ν")), metric("μ", "ν"), false],
  ["γ^μγ_μ = 4", product(gu("μ"), gd("μ")), num(4), true],
  ["γ^μγ_μ = d", product(gu("μ"), gd("μ")), d, true, inD],
  ["γ^μγ_μ is not 4 in d dimensions", product(gu("μ"), gd("μ")), num(4), false, inD],
  ["γ^μγ^νγ_μ = −2γ^ν", product(gu("μ"), gu("ν"), gd("μ")), product(num(-2), gu("ν")), true],
  [
    "γ^μγ^νγ_μ = (2−d)γ^ν",
    product(gu("μ"), gu("ν"), gd("μ")),
    product(minus(num(2), d), gu("ν")),
    true,
    inD,
  ],
  [
    "four-dimensional contraction fails in d",
    product(gu("μ"), gu("ν"), gd("μ")),
    product(num(-2), gu("ν")),
    false,
    inD,
  ],
  [
    "γ^μ a̸ b̸ c̸ γ_μ in d dimensions",
    product(gu("μ"), slash(p), slash(k), slash(q), gd("μ")),
    sum(
      product(num(-2), slash(q), slash(k), slash(p)),
      product(minus(num(4), d), slash(p), slash(k), slash(q)),
    ),
    true,
    inD,
  ],
  [
    "the Compton-like trace",
    trace(product(sum(slash(p), m), gu("μ"), sum(slash(k), m), gu("ν"))),
    product(
      num(4),
      sum(
        product(tensor(p, up("μ")), tensor(k, up("ν"))),
        product(tensor(p, up("ν")), tensor(k, up("μ"))),
        negate(product(metric("μ", "ν"), minus(dot(p, k), power(m, num(2))))),
      ),
    ),
    true,
  ],
  [
    "p̸p̸ = p²",
    product(slash(p), slash(p)),
    dot(p, p),
    true,
    { conventions: { metric: "mostly-plus" } },
  ],
  [
    "Tr γ5 γγγγ with ε^{0123} = −1",
    trace(product(g5, gu("μ"), gu("ν"), gu("ρ"), gu("σ"))),
    product(num(4), i, tensor(eps, up("μ"), up("ν"), up("ρ"), up("σ"))),
    true,
  ],
  [
    "its sign under ε^{0123} = +1",
    trace(product(g5, gu("μ"), gu("ν"), gu("ρ"), gu("σ"))),
    product(num(-4), i, tensor(eps, up("μ"), up("ν"), up("ρ"), up("σ"))),
    true,
    { conventions: { epsilon: 1 } },
  ],
  ["γ5 squares to one", power(g5, num(2)), num(1), true],
  ["p_μ k^μ is p·k", product(tensor(p, down("μ")), tensor(k, up("μ"))), dot(p, k), true],
  [
    "g^{μν}g_{νρ} = δ^μ_ρ",
    product(metric("μ", "ν"), tensor(g, down("ν"), down("ρ"))),
    tensor(del, up("μ"), down("ρ")),
    true,
  ],
  [
    "ε_ijk ε_ilm",
    product(E3("i", "j", "k"), E3("i", "l", "m")),
    minus(product(D3("j", "l"), D3("k", "m")), product(D3("j", "m"), D3("k", "l"))),
    true,
  ],
  ["ε_ijk ε_ijk = 6", product(E3("i", "j", "k"), E3("i", "j", "k")), num(6), true],
  ["the triple product is cyclic", dot(va, cross(vb, vc)), dot(vb, cross(vc, va)), true],
  [
    "(σ·a)(σ·b) = a·b + iσ·(a×b)",
    product(dot(sig, va), dot(sig, vb)),
    sum(dot(va, vb), product(i, dot(sig, cross(va, vb)))),
    true,
  ],
  [
    "Pauli matrices do not commute",
    product(dot(sig, va), dot(sig, vb)),
    product(dot(sig, vb), dot(sig, va)),
    false,
  ],
  [
    "T^aT^a = (N²−1)/2N",
    product(T("a"), T("a")),
    quotient(minus(power(N, num(2)), num(1)), product(num(2), N)),
    true,
  ],
  ["T^aT^a is not N/2", product(T("a"), T("a")), quotient(N, num(2)), false],
  [
    "[T^a,T^b] = i f^{abc} T^c",
    commutator(T("a"), T("b")),
    product(i, F("a", "b", "c"), T("c")),
    true,
  ],
  [
    "f^{acd}f^{bcd} = N δ^{ab}",
    product(F("a", "c", "d"), F("b", "c", "d")),
    product(N, tensor(del, up("a", "adjoint"), up("b", "adjoint"))),
    true,
  ],
  [
    "T^aT^b through d and f",
    product(T("a"), T("b")),
    product(
      quotient(num(1), num(2)),
      sum(
        quotient(tensor(del, up("a", "adjoint"), up("b", "adjoint")), N),
        product(sum(D("a", "b", "c"), product(i, F("a", "b", "c"))), T("c")),
      ),
    ),
    true,
  ],
  [
    "the nested commutator is N T^b",
    commutator(T("a"), commutator(T("a"), T("b"))),
    product(N, T("b")),
    true,
  ],
  ["operators do not commute", product(A, B), product(B, A), false],
  ["a trace is cyclic", trace(product(A, B, C)), trace(product(C, A, B)), true],
  ["a trace is not symmetric", trace(product(A, B, C)), trace(product(B, A, C)), false],
  ["(AB)† = B†A†", dagger(product(A, B)), product(dagger(B), dagger(A)), true],
  ["(AB)† is not A†B†", dagger(product(A, B)), product(dagger(A), dagger(B)), false],
  [
    "the Jacobi identity",
    sum(
      commutator(A, commutator(B, C)),
      commutator(B, commutator(C, A)),
      commutator(C, commutator(A, B)),
    ),
    num(0),
    true,
  ],
  [
    "Hall's identity holds for 2×2 matrices only",
    commutator(power(commutator(A, B), num(2)), C),
    num(0),
    false,
  ],
];

describe("tensors, matrices and operators", () => {
  for (const [title, left, right, holds, circumstances] of laws)
    it(title, () => {
      const { equal, why } = tried(left, right, circumstances);
      assert.equal(equal, holds, why);
      if (!holds) assert.match(why, /^differ/);
    });
});
