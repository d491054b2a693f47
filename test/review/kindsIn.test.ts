/** What a formula's names, indices and numbers are taken for is told with what says so. */
import { strict as assert } from "node:assert";
import { nodes } from "../../src/math/expr/walk";
import { parseFormula } from "../../src/paper/latex/formula";
import { readFormula } from "../../src/paper/notation/read";
import { rules } from "../../src/paper/notation/rules";
import { readItem } from "../../src/review/read";

const told = (latex: string, assume: readonly string[] = []): readonly string[] =>
  readItem({ latex, assume }).kinds.map(({ name, kind, why }) => `${name}: ${kind}, ${why}`);

const formulas: readonly (readonly [latex: string, ...told: string[]])[] = [
  [String.raw`\sigma_i`, "σ: pauli, its scripts", "i: index of space, on σ"],
  [
    String.raw`g_{\mu\nu}p^\mu + g`,
    "p: four-vector, a Lorentz index",
    "g: scalar, nothing says otherwise",
    "g with scripts: metric, two indices",
    "μ: spacetime index, on g, p",
    "ν: spacetime index, on g",
  ],
  [
    String.raw`e^{i\mathbf k\cdot\mathbf x}`,
    "bold k: three-vector, bold or with an arrow",
    "bold x: three-vector, bold or with an arrow",
    "e: number, raised to what is no plain number, or upright",
    "i: number, no index and not summed over",
  ],
  [
    String.raw`e F^{\mu\nu}`,
    "F: tensor, two Lorentz indices",
    "e: physical-constant, without an exponent, or squared beside charges",
    "μ: spacetime index, on F",
    "ν: spacetime index, on F",
  ],
  [
    String.raw`T^af^{abc}`,
    "T: generator, its scripts",
    "f: structure, three indices",
    "a: colour index, on T, f",
    "b: colour index, on f",
    "c: colour index, on f",
  ],
  [
    "A_n+V_i",
    "A: scalar, nothing says otherwise",
    "n: label, on A",
    "V: scalar, habit",
    "i: label, on V",
  ],
  ["f(x)", "x: scalar, nothing says otherwise", "f: function, called"],
];

describe("what is told of a formula", () => {
  for (const [latex, ...expected] of formulas)
    it(`${latex}: ${expected.join("; ")}`, () => {
      assert.deepEqual([...told(latex)].sort(), [...expected].sort());
    });

  it("a declaration is named as what says so", () => {
    assert.deepEqual(told("w", ["w is a four-vector"]), [
      "w: four-vector, declared: w is a four-vector",
    ]);
  });

  it("every name of every rule's examples is told of", () => {
    const silent = rules
      .flatMap((rule) => rule.examples.map(([latex]) => latex))
      .flatMap((latex) => {
        const { kinds } = readItem({ latex });
        const [tree] = readFormula(parseFormula(latex).nodes).readings;
        const names = tree ? [...nodes(tree)].filter((node) => node.kind === "symbol") : [];
        // arrows and triangles are signs and no names
        const letters = names.filter(({ name }) => /\p{L}/u.test(name));
        return letters
          .filter(
            ({ name }) =>
              !kinds.some((one) => name.includes(one.name.replace(/^bold | with scripts$/g, ""))),
          )
          .map(({ name }) => `${name} in ${latex}`);
      });
    assert.deepEqual(silent, []);
  });
});
