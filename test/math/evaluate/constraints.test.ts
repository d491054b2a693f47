/** Samples that satisfy premises: mass shells, conservation, transversality, numbers, regions. */
import { strict as assert } from "node:assert";
import {
  call,
  dot,
  func,
  labelled,
  minus,
  negate,
  num,
  power,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  up,
} from "../../../src/math/expr/build";
import type { Fact } from "../../../src/math/expr/claim";
import type { Expr } from "../../../src/math/expr/node";
import { tried } from "../../kit/evaluated";

const P = symbol("p", "four-vector");
const M = symbol("m", "scalar", { domain: "positive" });
const i = symbol("i", "label");
const p = (n: number) => labelled(P, num(n));
const m = (n: number) => labelled(M, num(n));
const [s, t, u] = ["s", "t", "u"].map((name) => symbol(name)) as [Expr, Expr, Expr];
const [k, pe, ke, pp] = ["k", "ε", "k′", "p′"].map((name) => symbol(name, "four-vector")) as [
  Expr,
  Expr,
  Expr,
  Expr,
];
const [x, y, a] = ["x", "y", "a"].map((name) => symbol(name)) as [Expr, Expr, Expr];
const sq = (v: Expr) => dot(v, v);
const square = (e: Expr) => power(e, num(2));
const constraint = (left: Expr, right: Expr): Fact => ({ kind: "constraint", left, right });
const define = (head: Expr, body: Expr): Fact => ({ kind: "definition", head, body });
const mandelstam: Fact[] = [
  constraint(sum(p(1), p(2)), sum(p(3), p(4))),
  define(s, sq(sum(p(1), p(2)))),
  define(t, sq(minus(p(1), p(3)))),
  define(u, sq(minus(p(1), p(4)))),
];
const shells = constraint(sq(labelled(P, i)), square(labelled(M, i)));
const compton: Fact[] = [
  constraint(sum(P, k), sum(pp, ke)),
  constraint(sq(P), square(M)),
  constraint(sq(pp), square(M)),
  constraint(sq(k), num(0)),
  constraint(sq(ke), num(0)),
  define(u, sq(minus(P, ke))),
];

const laws: readonly [string, Expr, Expr, boolean, readonly Fact[]][] = [
  ["p² = m² on the shell", sq(P), square(M), true, [constraint(sq(P), square(M))]],
  ["p² is not 2m²", sq(P), product(num(2), square(M)), false, [constraint(sq(P), square(M))]],
  [
    "(p+k)² − m² = 2p·k",
    minus(sq(sum(P, k)), square(M)),
    product(num(2), dot(P, k)),
    true,
    [constraint(sq(P), square(M)), constraint(sq(k), num(0))],
  ],
  ["momentum is conserved", sum(p(1), p(2)), sum(p(3), p(4)), true, mandelstam],
  [
    "2p₁·p₂ = s − m₁² − m₂²",
    product(num(2), dot(p(1), p(2))),
    sum(s, negate(square(m(1))), negate(square(m(2)))),
    true,
    [...mandelstam, shells],
  ],
  [
    "s + t + u is the sum of the squared masses",
    sum(s, t, u),
    sum(...[1, 2, 3, 4].map((n) => square(m(n)))),
    true,
    [...mandelstam, shells],
  ],
  ["s + t + u is not 0 with masses", sum(s, t, u), num(0), false, [...mandelstam, shells]],
  [
    "s + t = −u without masses",
    sum(s, t),
    negate(u),
    true,
    [...mandelstam, constraint(sq(labelled(P, i)), num(0))],
  ],
  ["2p·k′ = m² − u", product(num(2), dot(P, ke)), minus(square(M), u), true, compton],
  [
    "k·k′ and the energy transfer",
    product(num(2), dot(k, ke)),
    product(num(2), dot(P, minus(k, ke))),
    true,
    compton,
  ],
  [
    "a transverse polarisation",
    dot(pe, sum(k, k)),
    num(0),
    true,
    [constraint(sq(k), num(0)), constraint(dot(k, pe), num(0))],
  ],
  [
    "transverse is not orthogonal to all",
    dot(pe, P),
    num(0),
    false,
    [constraint(dot(k, pe), num(0))],
  ],
  [
    "a number from a linear equation",
    sum(x, product(num(2), y)),
    a,
    true,
    [constraint(sum(x, product(num(2), y)), a)],
  ],
  [
    "x on the unit circle",
    power(x, num(4)),
    square(minus(num(1), square(y))),
    true,
    [constraint(sum(square(x), square(y)), num(1))],
  ],
];

describe("constraints", () => {
  for (const [title, left, right, holds, facts] of laws)
    it(title, () => {
      const { equal, why } = tried(left, right, { facts });
      assert.equal(equal, holds, why);
      if (!holds) assert.match(why, /^differ/);
    });

  it("a region restricts doubles", () => {
    const facts: Fact[] = [
      { kind: "inequality", left: num(0), relation: "<", right: x },
      { kind: "inequality", left: x, relation: "<", right: num(1) },
    ];
    const root = func("sqrt", [square(x)]);
    assert.equal(tried(root, x, { facts, numbers: ["double"], points: 8 }).equal, true);
    assert.equal(tried(root, x, { numbers: ["double"], points: 8 }).equal, false);
  });

  it("a constraint that cannot be solved leaves no sample", () => {
    const f = symbol("f", "function");
    const facts = [constraint(call(f, x), call(f, negate(x)))];
    assert.match(tried(call(f, x), call(f, negate(x)), { facts }).why, /no point/);
  });

  it("a definition of a tensor is carried to any index", () => {
    const F = symbol("F", "tensor");
    const facts: Fact[] = [
      define(tensor(F, up("μ"), up("ν")), product(tensor(P, up("μ")), tensor(k, up("ν")))),
      define(a, quotient(x, y)),
    ];
    const right = product(x, tensor(k, up("α")), tensor(P, up("β")));
    assert.equal(tried(product(a, y, tensor(F, up("β"), up("α"))), right, { facts }).equal, true);
    assert.equal(tried(product(a, y, tensor(F, up("α"), up("β"))), right, { facts }).equal, false);
  });
});
