/** Derivatives, fields, covariant derivatives and operator algebras: laws and false ones beside them. */
import { strict as assert } from "node:assert";
import {
  call,
  commutator,
  constant,
  cross,
  dagger,
  derivative,
  dot,
  down,
  func,
  inverse,
  minus,
  negate,
  num,
  power,
  primed,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  up,
} from "../../../src/math/expr/build";
import type { Fact } from "../../../src/math/expr/claim";
import type { By, Expr } from "../../../src/math/expr/node";
import { type Circumstances, tried } from "../../kit/evaluated";

const x = symbol("x");
const f = symbol("f", "function");
const h = symbol("h", "function");
const V = symbol("V", "function");
const place = symbol("x", "four-vector", { role: "coordinate" });
const r = symbol("𝐫", "three-vector", { role: "coordinate" });
const phi = symbol("φ", "scalar", { dependsOn: ["x"], domain: "complex" });
const psi = symbol("ψ", "spinor", { dependsOn: ["x"], space: "colour", domain: "complex" });
const A = symbol("A", "four-vector", { dependsOn: ["x"] });
const AM = symbol("A", "matrix", { dependsOn: ["x"], space: "colour" });
const F = symbol("F", "tensor");
const FM = symbol("F", "matrix", { space: "colour" });
const [q, m, e] = [symbol("q"), symbol("m"), symbol("e")];
const [p, k] = [symbol("p", "four-vector"), symbol("k", "four-vector")];
const va = symbol("a", "three-vector", { dependsOn: ["r"] });
const D = symbol("D", "operator");
const low = symbol("a", "operator", { role: "lowering" });
const N = symbol("N", "operator", { role: "number-operator" });
const X = symbol("x̂", "operator", { role: "position-operator" });
const P = symbol("p̂", "operator", { role: "momentum-operator" });
const hbar = symbol("ħ", "scalar", { domain: "positive" });
const i = constant("i");
const byX: By = { kind: "variable", variable: x, style: "total" };
const d = (operand?: Expr, order = 1) => derivative(byX, operand, num(order));
const at = (name: string, place: "up" | "down" = "down"): By => ({
  kind: "index",
  index: { name, place, space: "lorentz" },
});
const dmu = (name: string, operand?: Expr) => derivative(at(name), operand);
const dup = (name: string, operand?: Expr) => derivative(at(name, "up"), operand);
const box = (operand: Expr) => derivative({ kind: "dalembertian" }, operand);
const grad = (operand: Expr) => derivative({ kind: "gradient" }, operand);
const div = (operand: Expr) => derivative({ kind: "divergence" }, operand);
const curl = (operand: Expr) => derivative({ kind: "curl" }, operand);
const fx = call(f, x);
const hx = call(h, x);
const abelian: Fact[] = [
  {
    kind: "definition",
    head: tensor(D, down("μ")),
    body: sum(dmu("μ"), product(i, e, tensor(A, down("μ")))),
  },
  {
    kind: "definition",
    head: tensor(F, down("μ"), down("ν")),
    body: minus(dmu("μ", tensor(A, down("ν"))), dmu("ν", tensor(A, down("μ")))),
  },
];
const yangMills: Fact[] = [
  {
    kind: "definition",
    head: tensor(D, down("μ")),
    body: minus(dmu("μ"), product(i, e, tensor(AM, down("μ")))),
  },
  {
    kind: "definition",
    head: tensor(FM, down("μ"), down("ν")),
    body: sum(
      dmu("μ", tensor(AM, down("ν"))),
      negate(dmu("ν", tensor(AM, down("μ")))),
      product(num(-1), i, e, commutator(tensor(AM, down("μ")), tensor(AM, down("ν")))),
    ),
  },
];
const Dd = (name: string) => tensor(D, down(name));
const exact: Circumstances = { numbers: ["prime", "double"] };
const inDoubles: Circumstances = { numbers: ["double"], points: 5 };

const laws: readonly [string, Expr, Expr, boolean, Circumstances?][] = [
  [
    "the quotient rule",
    d(quotient(fx, hx)),
    quotient(minus(product(primed(fx), hx), product(fx, primed(hx))), power(hx, num(2))),
    true,
  ],
  [
    "the quotient rule has a minus",
    d(quotient(fx, hx)),
    quotient(sum(product(primed(fx), hx), product(fx, primed(hx))), power(hx, num(2))),
    false,
  ],
  [
    "the chain rule",
    d(call(f, power(x, num(2)))),
    product(num(2), x, primed(call(f, power(x, num(2))))),
    true,
  ],
  ["a second derivative", d(power(x, num(3)), 2), product(num(6), x), true],
  [
    "a sine",
    d(func("sin", [product(q, x)])),
    product(q, func("cos", [product(q, x)])),
    true,
    inDoubles,
  ],
  [
    "an arctangent twice",
    d(func("atan", [x]), 2),
    quotient(product(num(-2), x), power(sum(num(1), power(x, num(2))), num(2))),
    true,
    inDoubles,
  ],
  ["d/dx acts on all that follows", product(d(), x, fx), sum(fx, product(x, primed(fx))), true],
  ["[d/dx, x] = 1", commutator(d(), x), num(1), true],
  ["[d/dx, x] is not 0", commutator(d(), x), num(0), false],
  ["∂_μ x² = 2x_μ", dmu("μ", dot(place, place)), product(num(2), tensor(place, down("μ"))), true],
  ["∂_μ x^μ = 4", dmu("μ", tensor(place, up("μ"))), num(4), true],
  [
    "∂/∂p_μ of a propagator",
    derivative(
      { kind: "variable", variable: tensor(p, down("μ")), style: "partial" },
      inverse(minus(dot(p, p), power(m, num(2)))),
    ),
    quotient(
      product(num(-2), tensor(p, up("μ"))),
      power(minus(dot(p, p), power(m, num(2))), num(2)),
    ),
    true,
  ],
  ["□φ = ∂_μ∂^μφ", box(phi), dmu("μ", dup("μ", phi)), true],
  [
    "a plane wave",
    box(func("exp", [product(num(-1), i, dot(k, place))])),
    product(num(-1), dot(k, k), func("exp", [product(num(-1), i, dot(k, place))])),
    true,
    inDoubles,
  ],
  ["the divergence of a curl vanishes", div(curl(va)), num(0), true],
  ["the curl of a gradient vanishes", curl(grad(call(f, r))), product(num(0), va), true],
  [
    "a product under the divergence",
    div(product(call(f, r), va)),
    sum(product(call(f, r), div(va)), dot(va, grad(call(f, r)))),
    true,
  ],
  [
    "the divergence of a cross product",
    div(cross(va, grad(call(f, r)))),
    dot(grad(call(f, r)), curl(va)),
    true,
  ],
  ["∇·r = 3", div(r), num(3), true],
  [
    "[D_μ,D_ν]φ = ieF_{μν}φ",
    product(commutator(Dd("μ"), Dd("ν")), phi),
    product(i, e, tensor(F, down("μ"), down("ν")), phi),
    true,
    { facts: abelian },
  ],
  [
    "[D_μ,D_ν] = ieF_{μν} as operators",
    commutator(Dd("μ"), Dd("ν")),
    product(i, e, tensor(F, down("μ"), down("ν"))),
    true,
    { facts: abelian },
  ],
  [
    "its sign matters",
    commutator(Dd("μ"), Dd("ν")),
    product(num(-1), i, e, tensor(F, down("μ"), down("ν"))),
    false,
    { facts: abelian },
  ],
  [
    "[D_μ,D_ν]ψ with matrices",
    product(commutator(Dd("μ"), Dd("ν")), psi),
    product(num(-1), i, e, tensor(FM, down("μ"), down("ν")), psi),
    true,
    { facts: yangMills },
  ],
  [
    "the Bianchi identity",
    sum(
      commutator(Dd("μ"), commutator(Dd("ν"), Dd("λ"))),
      commutator(Dd("ν"), commutator(Dd("λ"), Dd("μ"))),
      commutator(Dd("λ"), commutator(Dd("μ"), Dd("ν"))),
    ),
    num(0),
    true,
    { facts: yangMills },
  ],
  [
    "D² of a product is no Leibniz rule",
    product(Dd("μ"), power(phi, num(2))),
    product(num(2), phi, Dd("μ"), phi),
    false,
    { facts: abelian },
  ],
  ["[a,a†] = 1", commutator(low, dagger(low)), num(1), true],
  ["[a,a†] is not 2", commutator(low, dagger(low)), num(2), false],
  ["[N,a†] = a†", commutator(N, dagger(low)), dagger(low), true],
  [
    "[a,(a†)³] = 3(a†)²",
    commutator(low, power(dagger(low), num(3))),
    product(num(3), power(dagger(low), num(2))),
    true,
  ],
  ["N = a†a", N, product(dagger(low), low), true],
  ["(a†a)† = a†a", dagger(product(dagger(low), low)), product(dagger(low), low), true],
  ["[x̂,p̂] = iħ", commutator(X, P), product(i, hbar), true, exact],
  [
    "[p̂,V(x̂)] = −iħV′(x̂)",
    commutator(P, call(V, X)),
    product(num(-1), i, hbar, primed(call(V, X))),
    true,
    exact,
  ],
  ["[x̂,p̂²] = 2iħp̂", commutator(X, power(P, num(2))), product(num(2), i, hbar, P), true],
];

describe("derivatives and operators", () => {
  for (const [title, left, right, holds, circumstances] of laws)
    it(title, () => {
      const { equal, why } = tried(left, right, circumstances);
      assert.equal(equal, holds, why);
      if (!holds) assert.match(why, /^differ/);
    });
});
