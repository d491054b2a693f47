import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { opaque } from "../../../src/math/expr/build";
import { parseFormula } from "../../../src/paper/latex/formula";
import { prepare } from "../../../src/paper/notation/prepare";
import { readStatement } from "../../../src/paper/notation/read";
import { rules } from "../../../src/paper/notation/rules";
import { lostTokens } from "../../kit/lostTokens";

const pieces = [
  ...new Set(
    rules.flatMap((rule) => [
      ...(rule.begins ?? []),
      ...(rule.follows ?? []),
      ...(rule.joins ?? []),
    ]),
  ),
  ..."abcdefgijkmnpqrstuvxyzABCEFHJLMNPQRSTUVW0123456789+-=/|()[]<>,;:!.'&".split(""),
  ..."\\alpha \\mu \\nu \\gamma \\psi \\phi \\hbar ^2 ^\\dagger _\\mu ^\\mu _{ij} ^{ab} ^{-1} {} \\left( \\right) \\left. \\right| \\bar\\psi \\mathbf{k} \\hat{x} \\frac{d}{dx} \\int \\langle \\rangle".split(
    " ",
  ),
].filter((piece) => !piece.startsWith("<"));

const formula = fc
  .array(fc.constantFrom(...pieces), { maxLength: 30 })
  .map((parts) => parts.join(" "));

/** Formulas of the rules, one after the other, with a token dropped, doubled, swapped or everything behind it gone. */
const mutated = fc
  .tuple(
    fc.array(fc.constantFrom(...rules.flatMap((rule) => rule.examples.map(([latex]) => latex))), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom("drop", "double", "swap", "cut", "brace"),
    fc.nat(),
    fc.nat(),
  )
  .map(([formulas, slip, first, second]) => {
    const tokens = formulas.join(" + ").match(/\\[a-zA-Z]+ ?|\\.|[^\\]/g) ?? [];
    const at = first % tokens.length;
    const other = second % tokens.length;
    const braces = tokens.flatMap((token, i) => (/[{}]/.test(token) ? [i] : []));
    if (slip === "drop") tokens.splice(at, 1);
    if (slip === "double") tokens.splice(at, 0, tokens[other] ?? "");
    if (slip === "swap") [tokens[at], tokens[other]] = [tokens[other] ?? "", tokens[at] ?? ""];
    if (slip === "cut") tokens.length = at + 1;
    if (slip === "brace" && braces.length > 0) tokens.splice(braces[first % braces.length] ?? 0, 1);
    return tokens
      .map((token) => (/[a-zA-Z]$/.test(token) && token.length > 1 ? `${token} ` : token))
      .join("");
  });

describe("anything", () => {
  it("no sequence of notation crashes the reader or takes it long", () => {
    void fc.assert(
      fc.property(formula, (latex) => {
        const start = performance.now();
        const { readings } = readStatement(parseFormula(latex).nodes);
        assert.ok(readings.length >= 1 && readings.length <= 4);
        assert.ok(performance.now() - start < 2000, latex);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("no string at all crashes the reader", () => {
    void fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (latex) => {
        assert.ok(readStatement(parseFormula(latex).nodes).readings.length >= 1);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("a display with a slip of the keyboard loses no name and takes no longer", () => {
    void fc.assert(
      fc.property(mutated, (latex) => {
        const start = performance.now();
        const nodes = prepare(parseFormula(latex).nodes);
        const { readings } = readStatement(nodes);
        assert.ok(performance.now() - start < 1000, latex);
        assert.deepEqual(lostTokens(nodes, opaque("sides", ...(readings[0] ?? []))), [], latex);
      }),
      { numRuns: 1500, seed: 3 },
    );
  });

  it("what is longer or deeper than any formula is left alone, and says so", () => {
    for (const latex of [`${"(".repeat(3000)}x${")".repeat(3000)} = x`, `${"a+".repeat(30000)}a`]) {
      const { gaps } = readStatement(parseFormula(latex).nodes);
      assert.ok(gaps.length > 0);
    }
  });

  it("deep nesting is read or given up, never endless", () => {
    for (const [open, close] of [
      ["(", ")"],
      ["\\left[", "\\right]"],
      ["\\frac{1}{", "}"],
      ["|", "|"],
      ["e^{", "}"],
    ])
      readStatement(parseFormula(`${(open ?? "").repeat(60)}x${(close ?? "").repeat(60)}`).nodes);
  });

  it("signs that each wait for the next are given up, and what is left out is named", () => {
    for (const latex of ["|".repeat(3000), "\\sum_n ".repeat(1500), "\\not".repeat(4000)]) {
      const { gaps } = readStatement(parseFormula(latex).nodes);
      assert.ok(gaps.length > 0, latex.slice(0, 20));
    }
  });

  it("exchanges upon exchanges stay as they stand", () => {
    const latex = String.raw`A_\mu${String.raw`+(\mu\leftrightarrow\nu)`.repeat(60)}`;
    assert.ok(readStatement(parseFormula(latex).nodes).readings.length > 0);
  });

  it("no name of a formula is lost", () => {
    for (const latex of [
      String.raw`\mathcal{L} = \bar\psi(i\slashed{D}-m)\psi-\frac14F_{\mu\nu}F^{\mu\nu}`,
      String.raw`\Gamma^\lambda_{\mu\nu}=\frac12g^{\lambda\rho}(\partial_\mu g_{\rho\nu}+\partial_\nu g_{\rho\mu}-\partial_\rho g_{\mu\nu})`,
      String.raw`\langle E^2\rangle-\langle E\rangle^2 = \frac{\partial^2}{\partial\beta^2}\ln Z`,
      String.raw`\int\frac{d^3p}{(2\pi)^32E_p}\,f(p)\,\delta^{(4)}(P-p-q)`,
    ]) {
      const nodes = prepare(parseFormula(latex).nodes);
      assert.deepEqual(
        lostTokens(nodes, opaque("sides", ...(readStatement(nodes).readings[0] ?? []))),
        [],
      );
    }
  });
});
