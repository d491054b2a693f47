import { strict as assert } from "node:assert";
import type { Expr } from "../../../src/math/expr/node";
import { nodes, some } from "../../../src/math/expr/walk";
import { parseFormula } from "../../../src/paper/latex/formula";
import { readStatement } from "../../../src/paper/notation/read";

/** What other readers get wrong: each formula with what must hold of its tree. */
const misreadings: readonly (readonly [
  title: string,
  latex: string,
  test: (tree: Expr) => boolean,
])[] = [
  [
    "the index of a gamma matrix is no power",
    String.raw`\gamma^\mu`,
    (tree) => tree.kind === "tensor",
  ],
  [
    "a label in parentheses is no power",
    String.raw`E_n^{(0)}`,
    (tree) => !holds(tree, "power") && name(tree).startsWith("E^(0)"),
  ],
  [
    "a colour index above is no power",
    String.raw`f^{abc}A_3^a T^b`,
    (tree) => [...nodes(tree)].filter((part) => part.kind === "power").length === 0,
  ],
  ["what is no element is not unequal", String.raw`a\not\in B`, (tree) => holds(tree, "hole")],
  [
    "one measure makes no two integrals",
    String.raw`\oiint_S\mathbf{E}\cdot d\mathbf{S}`,
    (tree) => tree.kind === "integral" && tree.measures.length === 1,
  ],
  [
    "a count behind a dagger is a power of it",
    String.raw`a^{\dagger n}`,
    (tree) => tree.kind === "power" && tree.base.kind === "involution",
  ],
  [
    "an accent is no factor",
    String.raw`\hat{H}\tilde{\phi}`,
    (tree) => tree.kind === "product" && tree.factors.length === 2,
  ],
  [
    "an unknown token takes nothing else with it",
    String.raw`a+\unknown+b`,
    (tree) => tree.kind === "sum" && tree.terms.length === 3,
  ],
  ["γ alone is no Euler constant", String.raw`\gamma m v`, (tree) => !holds(tree, "constant")],
  ["γ_E is Euler's constant", String.raw`\gamma_E`, (tree) => tree.kind === "constant"],
  [
    "ψ̄ is the Dirac adjoint",
    String.raw`\bar\psi\psi`,
    (tree) =>
      tree.kind === "product" &&
      tree.factors[0]?.kind === "involution" &&
      tree.factors[0].sort === "bar",
  ],
  ["± is a sign", String.raw`x = a\pm b`, (tree) => holds(tree, "plus-minus")],
  ["a sum does not vanish", String.raw`\sum_n a_n`, (tree) => tree.kind === "series"],
  [
    "operators keep their order",
    String.raw`UDU^\dagger`,
    (tree) => tree.kind === "product" && tree.factors.map(name).join() === "U,D,U",
  ],
  ["a current's index is no power", String.raw`j^\mu`, (tree) => tree.kind === "tensor"],
  [
    "capitals stay capital",
    String.raw`E T`,
    (tree) => tree.kind === "product" && tree.factors.map(name).join() === "E,T",
  ],
  [
    "primes are kept",
    String.raw`p'+q''`,
    (tree) => tree.kind === "sum" && tree.terms.map(name).join() === "p′,q′′",
  ],
  [
    "a bra and a ket are not zero",
    String.raw`\langle n|m\rangle`,
    (tree) => holds(tree, "bra") && holds(tree, "ket"),
  ],
  ["V(-p²) is an application", String.raw`V(-p^2)`, (tree) => tree.kind === "call"],
  [
    "the e of a vertex is the charge",
    String.raw`ie(p+p')^\mu`,
    (tree) => !some(tree, (part) => part.kind === "constant" && part.name === "e"),
  ],
  [
    "the e of an exponential is Euler's",
    String.raw`e^{ikx}`,
    (tree) => some(tree, (part) => part.kind === "constant" && part.name === "e"),
  ],
  ["n(n+1) is a product", String.raw`n(n+1)`, (tree) => tree.kind === "product"],
  [
    "2a is the whole denominator of J²/2a",
    String.raw`J^2/2a`,
    (tree) => tree.kind === "quotient" && tree.under.kind === "product",
  ],
  ["a space ends a denominator", String.raw`1/2 m`, (tree) => tree.kind === "product"],
];

const holds = (tree: Expr, kind: Expr["kind"]): boolean => some(tree, (part) => part.kind === kind);

function name(tree: Expr): string {
  if (tree.kind === "symbol") return tree.name;
  if (tree.kind === "labelled" || tree.kind === "tensor" || tree.kind === "call")
    return name(tree.head);
  if (tree.kind === "involution") return name(tree.operand);
  return tree.kind;
}

describe("misreadings", () => {
  for (const [title, latex, test] of misreadings)
    it(title, () => {
      const { readings } = readStatement(parseFormula(latex).nodes);
      const tree = readings[0]?.at(-1);
      assert.ok(
        tree && test(tree),
        JSON.stringify(tree, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
      );
    });
});
