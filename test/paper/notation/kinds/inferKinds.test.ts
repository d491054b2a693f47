/** What a text says of its names, and what it leaves open. */
import assert from "node:assert/strict";
import { parseFormula } from "../../../../src/paper/latex/formula";
import { inferKinds } from "../../../../src/paper/notation/kinds/inferKinds";

interface Case {
  readonly says: string;
  readonly name: string;
  readonly bold?: boolean;
  readonly gives: Readonly<Record<string, unknown>> | undefined;
}

const inProse: readonly Case[] = [
  { says: "where $k$ is a four-vector", name: "k", gives: { type: "four-vector" } },
  {
    says: "with $k$, $q$ and $p$ being external four-momenta.",
    name: "q",
    gives: { type: "four-vector" },
  },
  { says: "for any smooth function $f$ we have", name: "f", gives: { type: "function" } },
  { says: "Let $A$ be hermitian.", name: "A", gives: { type: "operator" } },
  { says: "where $M$ is an invertible matrix", name: "M", gives: { type: "matrix" } },
  { says: "for a positive integer $n$", name: "n", gives: { type: "scalar", domain: "natural" } },
  { says: "with $n$ a positive integer", name: "n", gives: { type: "scalar", domain: "natural" } },
  { says: "The vector $v^\\mu$ obeys", name: "v", gives: { type: "four-vector" } },
  {
    says: "a vector $\\mathbf{v}$ rotates",
    name: "v",
    bold: true,
    gives: { type: "three-vector" },
  },
  {
    says: "a real scalar field $\\phi(x)$ with",
    name: "φ",
    gives: { type: "scalar", domain: "real" },
  },
  { says: "where $\\epsilon$ is small", name: "ε", gives: { type: "scalar", domain: "small" } },
  { says: "Here $B$ is not a matrix.", name: "B", gives: undefined },
  { says: "where $E$ is the energy", name: "E", gives: undefined },
  { says: "the matrix $Q$ and later the state $Q$", name: "Q", gives: undefined },
];

const declared: readonly Case[] = [
  { says: "k, p are four-vectors", name: "p", gives: { type: "four-vector" } },
  { says: "f is a function", name: "f", gives: { type: "function" } },
  { says: "\\hat{O} is an operator", name: "Ô", gives: { type: "operator" } },
];

const agrees = (found: object | undefined, gives: Case["gives"]): void => {
  if (!gives) assert.equal(found, undefined);
  else
    for (const [key, value] of Object.entries(gives))
      assert.equal(Reflect.get(found ?? {}, key), value);
};

describe("kinds of a document", () => {
  for (const { says, name, bold = false, gives } of inProse)
    it(`"${says}" ${gives ? "tells" : "does not tell"} what ${name} is`, () =>
      agrees(inferKinds({ formulas: [], prose: [says] }).lookup(name, bold), gives));

  for (const { says, name, gives } of declared)
    it(`the declaration "${says}" is taken at its word`, () =>
      agrees(inferKinds({ formulas: [], declarations: [says] }).lookup(name, false), gives));

  it("a declaration wins over prose", () => {
    const context = inferKinds({
      formulas: [],
      prose: ["where $k$ is a four-vector"],
      declarations: ["k is a scalar"],
    });
    assert.equal(context.lookup("k", false)?.type, "scalar");
  });

  it("index letters can be declared", () => {
    const context = inferKinds({ formulas: [], declarations: ["a, b are colour indices"] });
    assert.equal(context.index("b"), "adjoint");
    assert.equal(context.index("c"), undefined);
  });

  it("a letter that is a vector in one formula of many stays a number in the others", () => {
    const formulas = [String.raw`\\slashed{a}`, "(a+b)^3", "ab", "a-b", "2a"];
    const context = inferKinds({ formulas: formulas.map((latex) => parseFormula(latex).nodes) });
    assert.equal(context.uses("a", "slashed"), 0);
    assert.equal(context.uses("a", "bare") > 0, true);
  });

  it("a use anywhere in the document is known everywhere", () => {
    const context = inferKinds({ formulas: [parseFormula(String.raw`\slashed{q}`).nodes] });
    assert.equal(context.uses("q", "slashed"), 1);
    assert.equal(context.uses("k", "slashed"), 0);
  });
});
