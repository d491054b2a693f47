/** Well-formed expressions of every kind, drawn at random. */
import fc from "fast-check";
import {
  anticommutator,
  bra,
  call,
  commutator,
  conjugate,
  constant,
  cross,
  dagger,
  derivative,
  dot,
  func,
  index,
  ket,
  labelled,
  labelledAt,
  matrix,
  num,
  one,
  opaque,
  poisson,
  power,
  primed,
  product,
  quotient,
  slash,
  sum,
  symbol,
  tensor,
  tensorProduct,
  trace,
  wedge,
} from "../../src/math/expr/build";
import { intern } from "../../src/math/expr/intern";
import type { Expr, Sym } from "../../src/math/expr/node";

type Trees = fc.Arbitrary<Expr>;

const symbols = (names: readonly string[], type: Sym["type"], details: Partial<Sym> = {}) =>
  fc.constantFrom(...names.map((name) => symbol(name, type, details)));

const plain = symbols(["a", "b", "c", "α", "λ"], "scalar");
const variable = symbols(["x", "y", "t"], "scalar");
const operator = symbols(["A", "B", "H"], "operator");
const bold = symbols(["u", "v", "w"], "three-vector");
const four = symbols(["p", "k", "q"], "four-vector");
const whole = fc.integer({ min: 2, max: 12 }).map((n) => num(n));
const label = symbols(["n", "m"], "label");
const state = symbols(["ψ", "φ"], "state");

const family: Trees = fc
  .tuple(fc.constantFrom("E", "ω"), label)
  .map(([name, n]) => labelled(symbol(name, "scalar"), n));
const spinor: Trees = fc.constantFrom(
  call(
    labelledAt(symbol("u", "spinor", { role: "u-spinor" }), [], [symbol("s", "label")]),
    symbol("p", "four-vector"),
  ),
);
const component: Trees = four.map((v) => tensor(v, index("μ", "up")));
const dirac: Trees = fc.constantFrom(
  tensor(symbol("γ", "matrix", { role: "gamma", space: "dirac" }), index("μ", "up")),
);

const number: Trees = fc.oneof(
  plain,
  plain,
  variable,
  whole,
  family,
  component,
  fc.constantFrom(constant("π"), constant("i")),
  fc.tuple(four, four).map(([a, b]) => dot(a, b)),
  fc.tuple(bold, bold).map(([a, b]) => dot(a, b)),
);

/** Numbers built of numbers. */
const { tree } = fc.letrec<{ tree: Expr }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    number,
    fc.array(tie("tree"), { minLength: 2, maxLength: 3 }).map((terms) => sum(...terms)),
    fc.array(tie("tree"), { minLength: 2, maxLength: 3 }).map((factors) => product(...factors)),
    fc.tuple(tie("tree"), plain).map(([over, under]) => quotient(over, under)),
    fc.tuple(plain, tie("tree")).map(([over, under]) => quotient(over, under)),
    fc.tuple(plain, whole).map(([base, exponent]) => power(base, exponent)),
    tie("tree").map((exponent) => power(constant("e"), product(constant("i"), exponent))),
    fc
      .tuple(fc.constantFrom("sin", "cos", "ln", "sqrt"), tie("tree"))
      .map(([name, of]) => func(name, [of])),
    variable.map((x) => call(symbol("f", "function"), x)),
    fc.tuple(variable, variable).map(([x, y]) => call(symbol("V", "function"), x, y)),
    variable.map((x) =>
      derivative(
        { kind: "variable", variable: x, style: "partial" },
        call(symbol("f", "function"), x),
      ),
    ),
    fc.tuple(variable, number).map(([x, integrand]) =>
      intern({
        kind: "integral",
        measures: [{ variable: x, lower: num(0), upper: symbol("b", "scalar"), sort: "plain" }],
        integrand,
      }),
    ),
    tie("tree").map((body) =>
      intern({
        kind: "series",
        sort: "sum",
        variables: [symbol("n", "label")],
        lower: one,
        upper: symbol("N", "scalar", { domain: "natural" }),
        body,
      }),
    ),
    plain.map((z) => conjugate(z)),
  ),
}));

/** Rows of operators, matrices and states. */
const row: Trees = fc.oneof(
  fc
    .array(fc.oneof(operator, operator.map(dagger)), { minLength: 1, maxLength: 3 })
    .map((factors) => product(...factors)),
  fc.tuple(operator, operator).map(([a, b]) => commutator(a, b)),
  fc.tuple(state, operator, state).map(([a, b, c]) => product(bra(a), b, ket(c))),
  fc.tuple(operator, operator).map(([a, b]) => tensorProduct(a, b)),
  fc.tuple(dirac, four).map(([gamma, v]) => trace(product(gamma, slash(v)))),
  fc.tuple(spinor, plain).map(([u, a]) => product(a, u)),
  fc.tuple(bold, bold).map(([a, b]) => cross(a, b)),
  fc.tuple(plain, bold).map(([a, v]) => product(a, v)),
);

const place: Trees = fc.constantFrom(symbol("x", "scalar"), symbol("y", "scalar"));
const field: Trees = fc
  .tuple(fc.constantFrom("φ", "χ"), place)
  .map(([name, x]) => call(symbol(name, "scalar"), x));
const source: Trees = place.map((x) => call(symbol("J", "scalar"), x));
const functional: Trees = source.map((j) =>
  call(symbol("Z", "scalar"), j.kind === "call" ? j.head : j),
);

/** Correlators, path integrals and functional derivatives. */
const ofFields: Trees = fc.oneof(
  fc.tuple(field, field).map(([a, b]) => intern({ kind: "expectation", operand: product(a, b) })),
  fc
    .tuple(field, field)
    .map(([a, b]) =>
      product(
        bra(num(0)),
        intern({ kind: "ordered", sort: "time", operand: product(a, b) }),
        ket(num(0)),
      ),
    ),
  fc
    .tuple(field, field)
    .map(([a, b]) => intern({ kind: "ordered", sort: "normal", operand: product(a, b) })),
  fc.tuple(fc.constantFrom("φ", "χ"), plain).map(([name, a]) =>
    intern({
      kind: "integral",
      measures: [{ variable: symbol(name, "scalar"), sort: "path" }],
      integrand: power(constant("e"), product(constant("i"), a)),
    }),
  ),
  fc
    .tuple(functional, source)
    .map(([z, j]) => derivative({ kind: "variable", variable: j, style: "functional" }, z)),
);

/** Indices at alternating heights, held apart. */
const staggered: Trees = fc
  .tuple(
    fc.constantFrom("T", "S"),
    fc.array(fc.constantFrom("up", "down"), { minLength: 2, maxLength: 4 }),
  )
  .map(([name, heights]) =>
    tensor(
      symbol(name, "tensor"),
      ...heights.map((height, i) => index(["μ", "ν", "ρ", "σ"][i] ?? "μ", height as "up" | "down")),
    ),
  );

const oneForm: Trees = fc
  .constantFrom("x", "y", "t")
  .map((name) => func("d", [symbol(name, "scalar")]));

/** Tables, places, limits, forms and brackets. */
const composed: Trees = fc.oneof(
  fc.tuple(tree, tree, tree, tree).map(([a, b, c, d]) =>
    matrix([
      [a, b],
      [c, d],
    ]),
  ),
  fc.tuple(tree, tree, variable).map(([a, b, x]) =>
    intern({
      kind: "cases",
      branches: [{ value: a, condition: { left: x, relation: ">", right: num(0) } }, { value: b }],
    }),
  ),
  fc.tuple(variable, plain).map(([x, a]) =>
    intern({
      kind: "bar",
      body: call(symbol("f", "function"), x),
      at: [{ variable: x, value: a }],
    }),
  ),
  fc
    .tuple(variable, plain, plain)
    .map(([x, a, b]) =>
      intern({ kind: "bar", body: call(symbol("f", "function"), x), at: [], from: a, to: b }),
    ),
  fc.tuple(variable, fc.constantFrom("above", "below", undefined), plain).map(([x, side, a]) =>
    intern({
      kind: "limit",
      variable: x,
      to: a,
      ...(side ? { side } : {}),
      body: call(symbol("f", "function"), x),
    }),
  ),
  fc.tuple(oneForm, oneForm).map(([a, b]) => wedge(a, b)),
  fc.tuple(operator, operator).map(([a, b]) => anticommutator(a, b)),
  fc.tuple(plain, plain).map(([f, g]) => poisson(f, g)),
  fc.tuple(plain, plain).map(([a, b]) => anticommutator(a, b)),
  staggered,
  staggered,
  ofFields,
  ofFields,
);

const scalarField: Trees = variable.map((x) => call(symbol("f", "function"), x));
const vectorField: Trees = bold.map((v) =>
  call(v, symbol("r", "three-vector", { role: "coordinate" })),
);
const covector: Trees = four.map((v) => tensor(v, index("ν", "down")));
const heads = symbols(["E", "K", "M"], "scalar");
const condition: Trees = fc
  .tuple(variable, fc.constantFrom("<", "≤", "≠", "∈"), plain)
  .map(([x, relation, a]) => opaque(relation, x, a));

/** Derivatives of every sort, with what they act on. */
const derivatives: Trees = fc.oneof(
  fc
    .tuple(fc.boolean(), covector)
    .map(([covariant, v]) =>
      derivative(
        { kind: "index", index: index("μ", "down"), ...(covariant ? { covariant } : {}) },
        v,
      ),
    ),
  scalarField.map((f) => derivative({ kind: "gradient" }, f)),
  vectorField.map((v) => derivative({ kind: "divergence" }, v)),
  vectorField.map((v) => derivative({ kind: "curl" }, v)),
  scalarField.map((f) => derivative({ kind: "laplacian" }, f)),
  scalarField.map((f) => derivative({ kind: "dalembertian" }, f)),
  fc
    .tuple(variable, whole, fc.constantFrom("partial", "total"))
    .map(([x, n, style]) =>
      derivative(
        { kind: "variable", variable: x, style: style as "partial" | "total" },
        call(symbol("f", "function"), x),
        n,
      ),
    ),
  fc
    .tuple(plain, variable, variable)
    .map(([a, x, y]) =>
      derivative({ kind: "variable", variable: x, style: "partial", held: [y] }, a),
    ),
  variable.map((x) => call(primed(symbol("f", "function"), 2), x)),
);

/** A name called with something that could be a factor. */
const calls: Trees = fc
  .tuple(heads, fc.oneof(plain, plain), fc.oneof(number, plain))
  .map(([head, a, b]) => call(head, sum(a, product(num(2), b))));

/** Sets, operations, conditions, scripts on groups, words and lines over factors. */
const wholes: Trees = fc.oneof(
  fc.tuple(plain, plain, plain).map(([a, b, c]) => opaque("set", a, b, c)),
  fc.tuple(variable, condition).map(([x, given]) => opaque("set", x, given)),
  fc
    .tuple(fc.constantFrom("∘", "⊕", "∪", "∩", "∖"), operator, operator)
    .map(([sign, a, b]) => opaque(sign, a, b)),
  fc.tuple(plain, operator, operator).map(([a, x, y]) => product(a, opaque("⊕", x, y))),
  fc.tuple(state, symbols(["I", "S"], "scalar")).map(([a, b]) => opaque("subscript", ket(a), b)),
  fc
    .tuple(operator, operator)
    .map(([a, b]) =>
      opaque("wick", product(a, b, symbol("C", "operator")), opaque("contraction", a, b)),
    ),
  fc.constantFrom("and", "for all").map((text) => opaque(`words: ${text}`)),
  plain.map((a) => sum(a, opaque("h.c."))),
  fc.constantFrom("SU(2)", "SO(3)").map((name) => opaque(name)),
  fc.tuple(label, operator).map(([n, a]) => opaque("⨁", opaque("=", n, one), symbol("N"), a)),
  fc.tuple(plain, plain).map(([a, b]) => opaque("remark", a, opaque("=", b))),
);

/** Sums with conditions, integrals with several measures, paths and volumes. */
const ranges: Trees = fc.oneof(
  fc.tuple(plain, fc.constantFrom("<", "≠")).map(([a, relation]) => {
    const [n, m] = [symbol("n", "label"), symbol("m", "label")];
    const condition = { left: n, relation: relation as "<", right: m };
    const body = product(a, labelled(symbol("E", "scalar"), n), labelled(symbol("E", "scalar"), m));
    return intern({ kind: "series", sort: "sum", variables: [n], condition, body });
  }),
  plain.map((a) => {
    const [n, m] = [symbol("n", "label"), symbol("m", "label")];
    const condition = { left: n, relation: "∈" as const, right: opaque("neighbours", m) };
    const body = product(a, labelled(symbol("E", "scalar"), n), labelled(symbol("E", "scalar"), m));
    return intern({ kind: "series", sort: "sum", variables: [n, m], condition, body });
  }),
  fc.tuple(plain, plain).map(([a, b]) =>
    intern({
      kind: "integral",
      measures: [
        { variable: symbol("x", "scalar"), lower: num(0), upper: a, sort: "plain" },
        { variable: symbol("y", "scalar"), lower: num(0), upper: b, sort: "plain" },
      ],
      integrand: call(symbol("V", "function"), symbol("x", "scalar"), symbol("y", "scalar")),
    }),
  ),
  bold.map((v) =>
    intern({
      kind: "integral",
      measures: [{ variable: v, power: num(3), sort: "plain" }],
      integrand: call(symbol("f", "function"), v),
    }),
  ),
  plain.map((a) =>
    intern({
      kind: "integral",
      measures: [{ variable: opaque("list", symbol("φ"), symbol("χ")), sort: "path" }],
      integrand: power(constant("e"), product(constant("i"), a)),
    }),
  ),
);

export const trees: Trees = fc.oneof(tree, tree, row, composed, derivatives, calls, wholes, ranges);
