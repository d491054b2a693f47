/** Verdicts on claims: true ones, false ones with what is wrong, and those that say nothing. */
import assert from "node:assert/strict";
import {
  anticommutator,
  call,
  conjugate,
  constant,
  dagger,
  derivative,
  dot,
  down,
  minus,
  negate,
  num,
  one,
  power,
  rational,
  slash,
  symbol,
  tensor,
  trace,
  up,
  zero,
} from "../../../src/math/expr/build";
import type { Expr, Relation } from "../../../src/math/expr/node";
import * as k from "./claims";

const { x, y, a, b, A, B, C, p, pi, i, plus, times, over, f, squared, gamma, bracket } = k;
const px = k.positive("x");
const z = k.complex("z");

const hall = bracket(squared(bracket(A, B)), C);
const ramanujan = f("exp", times(pi, f("sqrt", num(163))));

const holds: readonly [string, Expr, Expr, "proved" | "agrees"][] = [
  [
    "a square of a sum",
    squared(plus(a, b)),
    plus(squared(a), times(2, a, b), squared(b)),
    "proved",
  ],
  [
    "a difference of inverses",
    minus(over(one, a), over(one, b)),
    over(minus(b, a), times(a, b)),
    "proved",
  ],
  ["a side that is the other", A, A, "proved"],
  ["a difference of equals", minus(x, x), zero, "proved"],
  ["sin² + cos² = 1", plus(squared(f("sin", x)), squared(f("cos", x))), one, "proved"],
  ["sin 2x", f("sin", times(2, x)), times(2, f("sin", x), f("cos", x)), "proved"],
  ["e^{iπ} + 1 = 0", plus(f("exp", times(i, pi)), one), zero, "proved"],
  ["√(x²) = x for positive x", f("sqrt", squared(px)), px, "proved"],
  ["|z|² = z z*", squared(f("abs", z)), times(z, conjugate(z)), "agrees"],
  [
    "contraction across one γ",
    times(gamma("μ"), gamma("ν"), gamma("μ", "down")),
    times(-2, gamma("ν")),
    "proved",
  ],
  [
    "the Clifford algebra",
    anticommutator(gamma("μ"), gamma("ν")),
    times(2, k.metric("μ", "ν")),
    "proved",
  ],
  ["the square of a slash", times(slash(p), slash(p)), dot(p, p), "proved"],
  ["a trace with γ5 that vanishes", trace(times(k.gamma5, gamma("μ"), gamma("ν"))), zero, "proved"],
  [
    "ε a a = 0",
    times(k.epsilon3("i", "j", "l"), k.spatial(p3(), "j"), k.spatial(p3(), "l")),
    zero,
    "proved",
  ],
  [
    "the Jacobi identity",
    plus(bracket(A, bracket(B, C)), bracket(B, bracket(C, A)), bracket(C, bracket(A, B))),
    zero,
    "proved",
  ],
  ["(AB)† = B†A†", dagger(times(A, B)), times(dagger(B), dagger(A)), "proved"],
  ["the trace of a commutator", trace(bracket(A, B)), zero, "proved"],
  ["a plus-minus on both sides", plus(a, pm(b)), negate(minus(negate(a), pm(b))), "proved"],
];

function p3(): Expr {
  return symbol("v", "three-vector");
}

function pm(operand: Expr): Expr {
  return { kind: "plus-minus", upper: "+", operand };
}

describe("judging true claims", () => {
  for (const [title, left, right, expected] of holds)
    it(`${title} is ${expected}`, () => {
      assert.equal(k.word(k.verdictOf(k.claim(left, right))), expected);
    });
});

const fails: readonly [string, Expr, Expr, object | undefined][] = [
  ["(a+b)² = a² + b²", squared(plus(a, b)), plus(squared(a), squared(b)), undefined],
  [
    "a factor −1",
    minus(over(one, a), over(one, b)),
    over(minus(a, b), times(a, b)),
    { kind: "factor", factor: num(-1), on: "side" },
  ],
  [
    "a factor ½",
    f("sin", times(2, x)),
    times(f("sin", x), f("cos", x)),
    { kind: "factor", factor: rational(1n, 2n), on: "side" },
  ],
  ["a factor 2π lost", times(2, pi, x), x, { kind: "factor", on: "side" }],
  [
    "the sign of a term",
    squared(minus(a, b)),
    plus(squared(a), times(-2, a, b), negate(squared(b))),
    { kind: "term", what: "sign" },
  ],
  [
    "the factor of a term",
    squared(plus(a, b)),
    plus(squared(a), times(a, b), squared(b)),
    { kind: "factor", factor: rational(1n, 2n), on: "term" },
  ],
  ["a term too many", plus(a, b), plus(a, b, times(x, y)), { kind: "term", what: "extra" }],
  ["an exponent", times(x, squared(x), y), times(power(x, num(2)), y), { kind: "exponent" }],
  ["exchanged operators", dagger(times(A, B)), times(dagger(A), dagger(B)), { kind: "order" }],
  ["a dagger lost", dagger(times(A, B)), times(B, dagger(A)), { kind: "conjugate" }],
  [
    "two exchanged indices",
    times(p_("μ"), q_("ν"), minus(gamma("μ", "down"), zero)),
    times(p_("ν"), q_("μ"), gamma("μ", "down")),
    { kind: "index" },
  ],
  ["√(x²) = x for x of both signs", f("sqrt", squared(x)), x, undefined],
  ["Hall's identity of 2×2 matrices", hall, zero, undefined],
  ["operators taken to commute", times(A, B), times(B, A), { kind: "order" }],
  ["the near miss e^{π√163}", ramanujan, num(262537412640768744n), undefined],
];

function p_(name: string): Expr {
  return k.vector(p, name);
}

function q_(name: string): Expr {
  return k.vector(k.k, name);
}

describe("judging false claims", () => {
  for (const [title, left, right, expected] of fails)
    it(`${title} is refuted, and told`, () => {
      const verdict = k.verdictOf(k.claim(left, right));
      assert.equal(k.word(verdict), "refuted");
      if (verdict.kind !== "refuted" || !expected) return;
      const [first] = verdict.diagnoses;
      assert.deepEqual({ ...first, ...expected }, first);
    });
});

describe("what nobody can decide", () => {
  it("0 = 0 says nothing", () => {
    assert.equal(k.word(k.verdictOf(k.claim(zero, zero))), "open: vacuous");
  });

  it("a sum that diverges has no value", () => {
    const harmonic: Expr = {
      kind: "series",
      sort: "sum",
      variables: [symbol("n", "label")],
      lower: one,
      upper: constant("∞"),
      body: over(one, symbol("n", "label")),
    };
    const verdict = k.verdictOf(k.claim(harmonic, num(17)));
    assert.equal(verdict.kind, "open");
  });

  it("a field without its source holds nowhere near the source", () => {
    const r = symbol("r", "three-vector", { role: "coordinate" });
    const potential = over(one, f("abs", r));
    const laplace: Expr = derivative({ kind: "laplacian" }, potential);
    assert.equal(k.verdictOf(k.claim(laplace, zero)).kind, "open");
  });

  it("a commutator of numbers says nothing", () => {
    assert.equal(k.verdictOf(k.claim(bracket(a, b), zero)).kind, "open");
  });

  it("a budget of nothing decides nothing", () => {
    const verdict = k.verdictOf(k.claim(squared(plus(a, b)), a), { budget: 0 });
    assert.equal(k.word(verdict), "open: budget");
  });

  it("a name that nothing fixes is introduced, not refuted", () => {
    assert.equal(k.word(k.verdictOf(k.claim(x, times(2, y)))), "open: differs");
  });

  it("a name in two meanings is no ground for a refutation", () => {
    const at = (place: Expr): Expr => call(symbol("a", "function"), place);
    assert.equal(
      k.word(k.verdictOf(k.claim(times(a, at(x)), times(2, b, at(y))))),
      "open: reading",
    );
  });

  it("an argument that was dropped is put back", () => {
    const field = call(symbol("a", "function"), x);
    assert.equal(k.word(k.verdictOf(k.claim(times(a, field), squared(field)))), "proved");
  });

  it("an unread premise stands in the way of a refutation", () => {
    const wrong = k.claim(squared(plus(a, b)), plus(squared(a), squared(b)));
    assert.equal(k.word(k.verdictOf(wrong, { unreadPremises: true })), "open: premise");
  });
});

describe("the rule for a line of a paper", () => {
  const inPaper = (left: Expr, right: Expr, relation: Relation = "=") =>
    k.verdictOf(k.claim(left, right, relation), { mode: "check" });
  const cases: readonly [string, Expr, Expr, string][] = [
    ["an equation between different unknowns only differs", x, times(2, y), "open: differs"],
    ["a condition on an operator only differs", times(A, A), one, "open: differs"],
    [
      "a slip that an edit mends is red",
      squared(minus(a, b)),
      plus(squared(a), times(2, a, b), squared(b)),
      "refuted",
    ],
    ["a wrong identity of the same symbols is red", squared(plus(a, b)), times(7, a, b), "refuted"],
    ["a condition = 0 only differs", plus(squared(x), times(5, x, y)), zero, "open: differs"],
    ["a projector is a condition", times(A, A), A, "open: differs"],
  ];
  for (const [title, left, right, expected] of cases)
    it(title, () => assert.equal(k.word(inPaper(left, right)), expected));
});

describe("premises that are given", () => {
  it("a definition is used, and named", () => {
    const s = symbol("s");
    const verdict = k.verdictOf(
      k.claim(s, squared(plus(a, b)), "=", {
        kind: "definition",
        head: s,
        body: plus(squared(a), times(2, a, b), squared(b)),
      }),
    );
    assert.equal(k.word(verdict), "proved");
    assert.deepEqual(
      verdict.premises.map((premise) => premise.id),
      ["given-0"],
    );
  });

  it("a premise that is not needed is not named", () => {
    const verdict = k.verdictOf(
      k.claim(squared(plus(a, b)), plus(squared(a), times(2, a, b), squared(b)), "=", {
        kind: "domain",
        symbol: a,
        domain: "positive",
      }),
    );
    assert.deepEqual(verdict.premises, []);
  });

  it("a default that matters is named as a convention", () => {
    const minusOnShell = k.verdictOf(
      k.claim(
        dot(p, p),
        minus(squared(tensor(p, { ...up("0"), value: 0 })), times(spatialSquare())),
      ),
    );
    assert.equal(k.word(minusOnShell), "proved");
    assert.ok(
      minusOnShell.premises.some(
        (premise) => premise.id === "metric" && premise.source === "convention",
      ),
    );
  });

  it("an equation among reals is judged where both sides are real, and says so", () => {
    const verdict = k.verdictOf(k.claim(f("log", times(a, b)), plus(f("log", a), f("log", b))));
    assert.equal(k.word(verdict), "agrees");
    assert.ok(verdict.premises.some((premise) => premise.name === "both sides real"));
  });

  it("a positive domain that matters is named", () => {
    const verdict = k.verdictOf(k.claim(f("sqrt", squared(px)), px));
    assert.deepEqual(
      verdict.premises.map((premise) => premise.latex),
      ["x > 0"],
    );
  });
});

function spatialSquare(): Expr {
  const component = (value: number): Expr => squared(tensor(p, { ...up(String(value)), value }));
  return plus(component(1), component(2), component(3));
}

describe("form", () => {
  const ill: readonly [string, Expr, Expr, string][] = [
    ["a free index of one side only", p_("μ"), p_("ν"), "free"],
    ["an index three times", times(gamma("μ"), gamma("μ", "down"), p_("μ")), p_("μ"), "repeated"],
    [
      "a dummy at one height where both are used",
      times(p_("μ"), q_("μ"), k.vector(p, "ν", "down")),
      times(dot(p, k.k), k.vector(p, "ν", "down")),
      "position",
    ],
    ["terms with different indices", plus(p_("μ"), q_("ν")), plus(p_("μ"), q_("μ")), "free"],
    ["a vector beside a number", plus(p3(), num(1)), p3(), "free"],
  ];
  for (const [title, left, right, what] of ill)
    it(`${title} is ill-formed`, () => {
      const verdict = k.verdictOf(k.claim(left, right));
      assert.equal(verdict.kind, "refuted");
      if (verdict.kind === "refuted")
        assert.deepEqual(
          [verdict.code, verdict.diagnoses[0]?.kind === "index" && verdict.diagnoses[0].what],
          ["index", what],
        );
    });

  it("an index with a value is exempt", () => {
    const one = k.vector(p, "0");
    const component = tensor(p, { ...down("0"), value: 0 });
    assert.notEqual(k.verdictOf(k.claim(component, component)).kind, "refuted");
    assert.ok(one);
  });
});

describe("relations", () => {
  const small = symbol("ε", "scalar", { domain: "small" });
  const order = (argument: Expr): Expr => ({ kind: "order", argument });
  const cases: readonly [string, Expr, Relation, Expr, string][] = [
    ["x² ≥ 0 is supported by samples", squared(x), "≥", zero, "agrees"],
    ["x ≥ 0 falls at one point", x, ">", zero, "refuted"],
    ["3.14 ≈ π to the digits written", rational(314n, 100n, 2), "≈", pi, "agrees"],
    ["3.15 ≈ π is left alone", rational(315n, 100n, 2), "≈", pi, "open: differs"],
    ["3.14 = π as a rounded number", rational(314n, 100n, 2), "=", pi, "agrees"],
    [
      "decimals among themselves are exact",
      plus(rational(1n, 10n, 1), rational(2n, 10n, 1)),
      "=",
      rational(4n, 10n, 1),
      "refuted",
    ],
    ["sin ε ≈ ε", f("sin", small), "≈", small, "agrees"],
    [
      "cos ε = 1 − ε²/2 + O(ε⁴)",
      f("cos", small),
      "=",
      plus(one, times(rational(-1n, 2n), squared(small)), order(power(small, num(4)))),
      "agrees",
    ],
    [
      "cos ε = 1 − ε² + O(ε⁴) is wrong",
      f("cos", small),
      "=",
      plus(one, negate(squared(small)), order(power(small, num(4)))),
      "refuted",
    ],
    [
      "a proportionality in the variables both show",
      times(7, y, squared(x)),
      "∝",
      squared(x),
      "agrees",
    ],
    ["a false proportionality", times(y, power(x, num(3))), "∝", squared(x), "refuted"],
    ["an approximation without a parameter is left alone", x, "≈", y, "open: differs"],
  ];
  for (const [title, left, relation, right, expected] of cases)
    it(title, () => assert.equal(k.word(k.verdictOf(k.claim(left, right, relation))), expected));
});
